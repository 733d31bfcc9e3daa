import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { Ledger } from "./ledger.ts";

/** A matrix reduced to a short weighted list of its rows, with the bill: what classical and quantum methods both return. */
export interface RowSketch {
  /** The kept rows with their weights. */
  readonly rows: WeightedRows;
  readonly ledger: Ledger;
  readonly warnings: readonly string[];
}
