import type { Regression } from "../../oracles/regression.ts";

/** How a regression problem was solved. */
export type RegressionMethod =
  | "qr"
  | "normal-equations"
  | "ridge"
  | "sketch-and-solve"
  | "blendenpik"
  | "lsrn"
  | "sampled"
  | "kronecker"
  | "kronecker-ridge"
  | "kronecker-sampled"
  | "l1"
  | "l1-sampled";

/** A classical solution of a regression problem; the same reading as that of the quantum one. */
export interface ClassicalRegression extends Regression {
  readonly method: RegressionMethod;
  /** How many iterations were made; 0 for direct methods. */
  readonly iterations: number;
  /** Rows of the sketch or sample that was solved or that preconditions; null where there is none. */
  readonly sketchRows: number | null;
}
