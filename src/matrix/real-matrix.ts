import type { DenseMatrix } from "./dense-matrix.ts";
import type { RowClassMatrix } from "./row-class-matrix.ts";

/** A real matrix in one of the two forms that kronket works on. */
export type RealMatrix = DenseMatrix | RowClassMatrix;
