import type { LedgerEntry } from "../oracles/ledger-entry.ts";
import type { FactorState } from "./factor-sketch.ts";

/**
 * Where a sketch of a Kronecker product stands: plain data, enough to go on as if nothing had happened.
 *
 * A run that is continued gives the same rows, weights and bill as one that never stopped, since every stage draws from
 * streams keyed by (seed, purpose, index) and nothing else is carried over.
 */
export interface SketchCheckpoint {
  /** The state of each factor that was begun, in order; the last one may be unfinished. */
  readonly factors: readonly FactorState[];
  /** The bill of all complete stages. */
  readonly ledger: readonly LedgerEntry[];
}
