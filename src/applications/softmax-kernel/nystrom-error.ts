import { product } from "../../matrix/algebra/product.ts";
import { pseudoInverse } from "../../matrix/algebra/pseudo-inverse.ts";
import { transposed } from "../../matrix/algebra/transposed.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";

/** The error of the Nyström approximation by some columns: tr(K − C W⁺ Cᵀ)/tr K with C the chosen columns and W the chosen rows of them. */
export function nystromError(kernel: DenseMatrix, columns: readonly number[]): number {
  const [n, s] = [kernel.rows, columns.length];
  let trace = 0;
  for (let i = 0; i < n; i++) trace += kernel.at(i, i);
  if (s === 0 || trace === 0) return trace === 0 ? 0 : 1;
  const C = new DenseMatrix(
    n,
    s,
    Float64Array.from({ length: n * s }, (_, at) => kernel.at(Math.floor(at / s), columns[at % s])),
  );
  const W = new DenseMatrix(
    s,
    s,
    Float64Array.from({ length: s * s }, (_, at) => kernel.at(columns[Math.floor(at / s)], columns[at % s])),
  );
  const approximation = product(product(C, pseudoInverse(W)), transposed(C));
  let kept = 0;
  for (let i = 0; i < n; i++) kept += approximation.at(i, i);
  return Math.max(0, 1 - kept / trace);
}
