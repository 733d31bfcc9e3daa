import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import { plainLedger } from "./plain-ledger.ts";

/** A run of a further system, as far as its document tells of it. */
export interface SystemRun<Value> {
  /** Of the library. */
  readonly version: string;
  readonly system: { readonly name: string; readonly source: string };
  readonly seed: number | string;
  /** Whether this is the default study. */
  readonly study: boolean;
  readonly parameters: Record<string, Value>;
  readonly outcome: {
    readonly values: object;
    readonly bill: readonly {
      readonly method: string;
      readonly ledger: readonly LedgerEntry[];
      readonly work: { readonly flops: number; readonly peakWords: number } | null;
    }[];
    readonly notes: readonly string[];
  };
}

/**
 * The document of a run of a further system: the same run gives the same bytes by `jsonText`, on the command line and in
 * a page.
 *
 * @example jsonText(systemDocument({ version, system, seed: 7, study: false, parameters, outcome }))
 */
export function systemDocument<Value>(run: SystemRun<Value>) {
  const { version, system, seed, study, parameters, outcome } = run;
  return {
    schema: "kronket/system/1" as const,
    version,
    system: system.name,
    source: system.source,
    seed,
    study,
    parameters,
    result: { ...outcome.values } as Record<string, unknown>,
    ledger: outcome.bill.flatMap(({ method, ledger }) =>
      plainLedger(ledger).map((entry) => ({ method, ...entry })),
    ),
    work: outcome.bill.map(({ method, work }) => ({
      method,
      flops: work?.flops ?? null,
      peakWords: work?.peakWords ?? null,
    })),
    notes: [...outcome.notes],
    warnings: [] as string[],
  };
}
