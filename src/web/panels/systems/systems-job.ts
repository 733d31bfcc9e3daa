import {
  type AnyParameter,
  fillParameters,
  type LedgerEntry,
  type ParameterValue,
  seededRandom,
  systems,
  type Task,
} from "../../../index.ts";
import { jsonText, systemDocument } from "../../../presentation/index.ts";
import { seedOf } from "../../parts/seed-of.ts";

/** What the page shows of a system before it has run. */
export interface SystemHead {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly summary: string;
  readonly parameters: Readonly<Record<string, AnyParameter>>;
}

/** The list of the systems. */
export function* systemListJob(_: null): Task<readonly SystemHead[]> {
  return systems.map(({ name, title, source, summary, parameters }) => ({
    name,
    title,
    source,
    summary,
    parameters,
  }));
}

/** One run of a system, or its default study. */
export interface SystemJobInput {
  readonly name: string;
  /** The parameters that differ from the defaults; null for the default study. */
  readonly parameters: Readonly<Record<string, ParameterValue>> | null;
  readonly seed: string;
  readonly version: string;
}

/** What a run came to. */
export interface SystemJobOutput {
  /** What `kronket system NAME --json` prints for the same parameters and seed: the same bytes on the same engine of JavaScript. */
  readonly json: string;
  readonly result: Readonly<Record<string, unknown>>;
  readonly bill: readonly {
    readonly method: string;
    readonly ledger: readonly LedgerEntry[];
    readonly flops: number | null;
    readonly peakWords: number | null;
  }[];
  readonly notes: readonly string[];
}

/** Runs a system as the command line does. */
export function* systemJob({ name, parameters, seed, version }: SystemJobInput): Task<SystemJobOutput> {
  const system = systems.find((entry) => entry.name === name);
  if (system === undefined)
    throw new RangeError(`system: expected one of the list, got ${name}; choose one.`);
  const filled = fillParameters(system, parameters ?? {});
  const options = { random: seededRandom(seedOf(seed)) };
  const study = parameters === null ? system.study?.(options) : undefined;
  const outcome = yield* study ?? system.run(filled, options);
  const document = systemDocument({
    version,
    system,
    seed: seedOf(seed),
    study: study !== undefined,
    parameters: filled,
    outcome,
  });
  return {
    json: jsonText(document),
    result: document.result,
    bill: outcome.bill.map(({ method, ledger, work }) => ({
      method,
      ledger,
      flops: work?.flops ?? null,
      peakWords: work?.peakWords ?? null,
    })),
    notes: document.notes,
  };
}
