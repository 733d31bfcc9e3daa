import { rowSpace } from "../matrix/algebra/row-space.ts";
import { spectralBounds } from "../matrix/algebra/spectral-bounds.ts";
import { DenseMatrix } from "../matrix/dense-matrix.ts";
import { kroneckerRow } from "../matrix/kronecker/kronecker-row.ts";
import type { WeightedTuples } from "../matrix/kronecker/weighted-tuples.ts";
import type { RealMatrix } from "../matrix/real-matrix.ts";
import { complete } from "../task/complete.ts";
import type { Task } from "../task/task.ts";
import { requireSketchOf } from "./require-sketch-of.ts";

/** The true spectral error of a sketch: [lower, upper] is the range of xᵀAᵀD²Ax / xᵀAᵀAx. */
export interface KroneckerCertificate {
  readonly lower: number;
  readonly upper: number;
  /** The accuracy that was asked for. */
  readonly epsilon: number;
  /** Whether 1 − ε ≤ lower and upper ≤ 1 + ε. */
  readonly holds: boolean;
  /** Rank of A, the dimension that the range is taken over. */
  readonly rank: number;
}

/**
 * Certifies a sketch of A₁ ⊗ … ⊗ A_q by its generalised eigenvalues, without expanding the product.
 *
 * With C_k A_kᵀA_k C_kᵀ = 1 (from a QR of each factor, rank-aware), the eigenvalues of Σ_e w_e² c_e c_eᵀ for
 * c_e = C₁a_{i₁} ⊗ … ⊗ C_q a_{i_q} are those of the pencil (AᵀD²A, AᵀA) on the row space of A.
 *
 * Shapes: r × r with r = Π rank(A_k). Queries: none; a certificate looks at the whole data and is not part of any bill.
 *
 * Errors: TypeError without an epsilon; RangeError for one that is not > 0 and for tuples that are not rows of the factors.
 *
 * @example certifyKronecker([a1, a2], sketch) // { lower: 0.81, upper: 1.22, epsilon: 0.5, holds: true, rank: 16 }
 */
export function certifyKronecker(
  factors: readonly RealMatrix[],
  sketch: CertifiableSketch,
  epsilon?: number,
): KroneckerCertificate {
  return complete(certifyKroneckerTask(factors, sketch, epsilon));
}

/** A list of tuples, with the accuracy that was asked for if it is known. */
export interface CertifiableSketch extends WeightedTuples {
  readonly plan?: { readonly parameters: { readonly epsilon: number } };
}

/** {@link certifyKronecker} as a task: r²/2 operations per tuple are long for large ranks. */
export function* certifyKroneckerTask(
  factors: readonly RealMatrix[],
  sketch: CertifiableSketch,
  epsilon: number | undefined = sketch.plan?.parameters.epsilon,
): Task<KroneckerCertificate> {
  if (epsilon === undefined) {
    throw new TypeError("certifyKronecker: expected an epsilon, got none; pass it as the third argument.");
  }
  if (!(epsilon > 0)) {
    throw new RangeError(`certifyKronecker: expected epsilon > 0, got ${epsilon}; try 0.5.`);
  }
  requireSketchOf("certifyKronecker", factors, sketch);
  const { gram, rank } = yield* whitenedGram(factors, sketch);
  const { lower, upper } = spectralBounds(gram);
  return { lower, upper, epsilon, holds: lower >= 1 - epsilon && upper <= 1 + epsilon, rank };
}

function* whitenedGram(
  factors: readonly RealMatrix[],
  { order, indices, weights }: WeightedTuples,
): Task<{ gram: DenseMatrix; rank: number }> {
  const whiten = factors.map(whitenedRows);
  const rank = whiten.reduce((product, space) => product * space.rank, 1);
  const gram = new Float64Array(rank * rank);
  const row = new Float64Array(rank);
  for (let e = 0; e < weights.length; e++) {
    if (e % 1024 === 0) yield { stage: "certificate", done: e, total: weights.length };
    kroneckerRow(
      whiten.map((space, k) => space.row(indices[e * order + k])),
      row,
    );
    const square = weights[e] ** 2;
    for (let a = 0; a < rank; a++) {
      const scale = square * row[a];
      if (scale === 0) continue;
      for (let b = 0; b <= a; b++) gram[a * rank + b] += scale * row[b];
    }
  }
  for (let a = 0; a < rank; a++) for (let b = 0; b < a; b++) gram[b * rank + a] = gram[a * rank + b];
  return { gram: new DenseMatrix(rank, rank, gram), rank };
}

// Rows repeat in many tuples, so each is whitened once.
function whitenedRows(matrix: RealMatrix) {
  const space = rowSpace(matrix);
  const known = new Map<number, Float64Array>();
  return {
    rank: space.rank,
    row: (index: number): Float64Array => {
      let whitened = known.get(index);
      if (whitened === undefined) {
        whitened = new Float64Array(space.rank);
        space.whiten(matrix.row(index), whitened);
        known.set(index, whitened);
      }
      return whitened;
    },
  };
}
