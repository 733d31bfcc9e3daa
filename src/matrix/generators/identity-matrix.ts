import { DenseMatrix } from "../dense-matrix.ts";
import { requireShape } from "./require-size.ts";

/**
 * Builds the identity matrix; every row has leverage score 1, so a sketch must keep all of them.
 *
 * Errors: RangeError for a size that is not a whole number ≥ 1 and beyond 2^27 entries.
 *
 * @example identityMatrix({ size: 2 }).data // Float64Array [1, 0, 0, 1]
 */
export function identityMatrix({ size }: { readonly size: number }): DenseMatrix {
  requireShape("identityMatrix", size, size);
  const data = new Float64Array(size * size);
  for (let i = 0; i < size; i++) data[i * size + i] = 1;
  return new DenseMatrix(size, size, data);
}
