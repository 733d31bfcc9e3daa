import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { WeightedTuples } from "../../src/matrix/kronecker/weighted-tuples.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";

/** A₁ ⊗ … ⊗ A_q written out by its definition; row (i₁, …, i_q) is in place (i₁·n₂ + i₂)·n₃ + …. */
export function expandedProduct(factors: readonly RealMatrix[]): Matrix {
  return factors.map(asMl).reduce((a, b) => {
    const product = new Matrix(a.rows * b.rows, a.columns * b.columns);
    for (let i = 0; i < a.rows; i++) {
      for (let j = 0; j < b.rows; j++) {
        for (let k = 0; k < a.columns; k++) {
          for (let l = 0; l < b.columns; l++) {
            product.set(i * b.rows + j, k * b.columns + l, a.get(i, k) * b.get(j, l));
          }
        }
      }
    }
    return product;
  });
}

/** D as the diagonal that it is. */
export function expandedWeights(factors: readonly RealMatrix[], sketch: WeightedTuples): Float64Array {
  const diagonal = new Float64Array(factors.reduce((product, { rows }) => product * rows, 1));
  sketch.weights.forEach((weight, e) => {
    const place = factors.reduce(
      (place, { rows }, k) => place * rows + sketch.indices[e * sketch.order + k],
      0,
    );
    diagonal[place] = weight;
  });
  return diagonal;
}

/** AᵀD²A from the expanded A and D. */
export function expandedGram(product: Matrix, diagonal: Float64Array): Matrix {
  const scaled = product.clone();
  for (let i = 0; i < scaled.rows; i++) scaled.mulRow(i, diagonal[i]);
  return scaled.transpose().mmul(scaled);
}

/**
 * The least and the greatest xᵀSx / xᵀGx over the range of G, by an eigendecomposition of G: correct for well-conditioned
 * matrices, and another way than that of the library.
 */
export function pencilRange(sketched: Matrix, gram: Matrix): { lower: number; upper: number; rank: number } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const largest = Math.max(...realEigenvalues);
  const kept = realEigenvalues.flatMap((value, k) => (value > 1e-9 * largest ? [k] : []));
  const root = new Matrix(gram.rows, kept.length);
  kept.forEach((k, column) => {
    for (let i = 0; i < gram.rows; i++) {
      root.set(i, column, eigenvectorMatrix.get(i, k) / Math.sqrt(realEigenvalues[k]));
    }
  });
  const values = new EigenvalueDecomposition(root.transpose().mmul(sketched).mmul(root), {
    assumeSymmetric: true,
  }).realEigenvalues;
  return { lower: Math.min(...values), upper: Math.max(...values), rank: kept.length };
}

function asMl(matrix: RealMatrix): Matrix {
  return new Matrix(Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]));
}
