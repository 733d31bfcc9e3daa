import { DenseMatrix } from "../../matrix/dense-matrix.ts";

/**
 * Applies (T_1 ⊗ … ⊗ T_q) to a vector whose index is a list of q indices, one of them after the other: those before it are
 * transformed already. `transform` takes a matrix with a row for each value of index k and applies T_k to its columns.
 */
export function transformEachIndex(
  b: Float64Array,
  sizes: readonly number[],
  transform: (matrix: DenseMatrix, k: number) => DenseMatrix,
): Float64Array {
  let values = b;
  let outer = 1;
  let inner = b.length;
  sizes.forEach((count, k) => {
    inner /= count;
    const parts: Float64Array[] = [];
    for (let o = 0; o < outer; o++) {
      const part = values.subarray(o * count * inner, (o + 1) * count * inner);
      parts.push(transform(new DenseMatrix(count, inner, part), k).data);
    }
    const length = parts[0].length;
    values = new Float64Array(outer * length);
    for (let o = 0; o < outer; o++) values.set(parts[o], o * length);
    outer *= length / inner;
  });
  return values;
}
