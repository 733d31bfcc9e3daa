import type { RandomStream } from "../../random/random-stream.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import type { RowClassMatrix } from "../row-class-matrix.ts";
import { requireShape, requireSize } from "./require-size.ts";
import { rowClasses } from "./row-classes.ts";

/** Where the needle is and how the matrix is stored. */
export interface NeedleOptions {
  /** Number n of rows, at least 2. */
  readonly rows: number;
  /** The row that is e_2, counted from 0; drawn uniformly when left out. */
  readonly position?: number;
  /** `dense` (the default) or `row-class`, which takes any n up to 2^53. */
  readonly form?: "dense" | "row-class";
}

/**
 * Builds the needle in a haystack: n − 1 rows (1, 0) and one row (0, 1).
 *
 * Leverage scores are 1/(n − 1) and 1. The one row alone carries a direction: whoever does not read it is wrong by
 * 100 %, and a classical reader needs n/2 reads on average to find it.
 *
 * Errors: RangeError for fewer than 2 rows, a position outside, or neither a position nor a random stream.
 *
 * @example needleMatrix({ rows: 4, position: 2 }).row(2) // Float64Array [0, 1]
 */
export function needleMatrix(
  options: NeedleOptions & { readonly form: "row-class" },
  random?: RandomStream,
): RowClassMatrix;
export function needleMatrix(
  options: NeedleOptions & { readonly form?: "dense" },
  random?: RandomStream,
): DenseMatrix;
export function needleMatrix(options: NeedleOptions, random?: RandomStream): DenseMatrix | RowClassMatrix {
  const { rows, form = "dense" } = options;
  requireSize("needleMatrix", "rows", rows, 2);
  const position = options.position ?? random?.integer(rows);
  if (position === undefined) {
    throw new RangeError(
      "needleMatrix: expected a position or a random stream, got neither; pass { position } or a stream.",
    );
  }
  requireSize("needleMatrix", "position", position, 0, rows - 1);
  if (form === "row-class") {
    const hay = [1, 0];
    return rowClasses([position, 1, rows - 1 - position], [hay, [0, 1], hay]);
  }
  requireShape("needleMatrix", rows, 2);
  const data = new Float64Array(2 * rows);
  for (let i = 0; i < rows; i++) data[2 * i + (i === position ? 1 : 0)] = 1;
  return new DenseMatrix(rows, 2, data);
}
