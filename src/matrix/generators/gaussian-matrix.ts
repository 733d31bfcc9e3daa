import type { RandomStream } from "../../random/random-stream.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import { requireShape } from "./require-size.ts";

/**
 * Draws a matrix of independent standard normal entries.
 *
 * Its leverage scores follow the Beta(d/2, (n − d)/2) law with mean d/n: an input without structure.
 *
 * Errors: RangeError for sizes that are not whole numbers ≥ 1 and beyond 2^27 entries.
 *
 * @example gaussianMatrix({ rows: 1000, columns: 3 }, seededRandom(7))
 */
export function gaussianMatrix(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  random: RandomStream,
): DenseMatrix {
  requireShape("gaussianMatrix", rows, columns);
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < data.length; i++) data[i] = random.normal();
  return new DenseMatrix(rows, columns, data);
}
