import type { Work } from "../../applications/work-count.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import type { MethodOutcome } from "./study-family.ts";
import type { StudyPoint } from "./study-plan.ts";

/** What one point came to: plain JSON, the same on every machine and in every order of the work. */
export interface StudyResult extends StudyPoint, MethodOutcome {
  /** Expected counts, known before the run; one per oracle and kind of use. */
  readonly predicted: readonly LedgerEntry[];
  /** Operations and words known before the run, in families that compare these. */
  readonly predictedWork?: Work;
  /** Proven limits of the counts, where there are some. */
  readonly limit: readonly LedgerEntry[];
}
