import type { DenseMatrix } from "../dense-matrix.ts";

/**
 * Multiplies (A₁ ⊗ … ⊗ A_q) x without forming the product, one factor after the other along its own index of x.
 *
 * Shapes: factors n_k × d_k, x of Π d_k values with the last index running fastest, result of Π n_k values.
 * For two factors and X = x as a d_1 × d_2 matrix this is A₁ X A₂ᵀ. Cost for equal factors O(q max(n, d)^q min(n, d)).
 *
 * Errors: RangeError for an x of another length.
 *
 * @example kroneckerApply([a1, a2], x) // equals kroneckerProduct([a1, a2]) times x
 */
export function kroneckerApply(factors: readonly DenseMatrix[], x: Float64Array): Float64Array {
  requireLength(
    "kroneckerApply",
    x,
    factors.map(({ columns }) => columns),
  );
  return factors.reduce<Float64Array>((value, _, k) => applyFactor(factors, k, value, false), x.slice());
}

/**
 * Multiplies (A₁ ⊗ … ⊗ A_q)ᵀ y without forming the product.
 *
 * Shapes: factors n_k × d_k, y of Π n_k values, result of Π d_k values.
 *
 * Errors: RangeError for a y of another length.
 */
export function kroneckerApplyTranspose(factors: readonly DenseMatrix[], y: Float64Array): Float64Array {
  requireLength(
    "kroneckerApplyTranspose",
    y,
    factors.map(({ rows }) => rows),
  );
  return factors.reduce<Float64Array>((value, _, k) => applyFactor(factors, k, value, true), y.slice());
}

/** Contracts index k of a tensor whose indices before k are already contracted and whose later ones are not. */
function applyFactor(
  factors: readonly DenseMatrix[],
  k: number,
  value: Float64Array,
  isTransposed: boolean,
): Float64Array {
  const { rows, columns, data } = factors[k];
  const from = isTransposed ? rows : columns;
  const to = isTransposed ? columns : rows;
  const inner = factors.slice(k + 1).reduce((size, f) => size * (isTransposed ? f.rows : f.columns), 1);
  const outer = factors.slice(0, k).reduce((size, f) => size * (isTransposed ? f.columns : f.rows), 1);
  const result = new Float64Array(outer * to * inner);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < to; i++) {
      const target = (o * to + i) * inner;
      for (let j = 0; j < from; j++) {
        const entry = isTransposed ? data[j * columns + i] : data[i * columns + j];
        if (entry === 0) continue;
        const origin = (o * from + j) * inner;
        for (let s = 0; s < inner; s++) result[target + s] += entry * value[origin + s];
      }
    }
  }
  return result;
}

function requireLength(subject: string, vector: Float64Array, sizes: readonly number[]): void {
  const expected = sizes.reduce((product, size) => product * size, 1);
  if (vector.length === expected) return;
  throw new RangeError(
    `${subject}: expected a vector of ${sizes.join(" · ")} = ${expected} values, got ${vector.length}; order it with the last index running fastest.`,
  );
}
