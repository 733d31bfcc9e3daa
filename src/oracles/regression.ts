import type { Ledger } from "./ledger.ts";

/** The solution of a regression problem with its bill: what classical and quantum methods both return. */
export interface Regression {
  /** x, one coefficient per column of A. */
  readonly coefficients: Float64Array;
  /** The residual that the method saw: ‖Ax − b‖ where it read everything, ‖D(Ax − b)‖ where it read a sample. */
  readonly residualNorm: number;
  /** Whether `residualNorm` is that of the whole problem or of a sketch of it. */
  readonly residualOf: "problem" | "sketch";
  /** The rank of A (of the sketch of A where only that was read). */
  readonly rank: number;
  readonly ledger: Ledger;
  readonly warnings: readonly string[];
}
