import type { RealMatrix } from "../real-matrix.ts";
import { rowSpace } from "./row-space.ts";

/** The leverage scores of a matrix. */
export interface LeverageScores {
  /** One score for each row of a dense matrix, one for each class of a row-class matrix. */
  readonly scores: Float64Array;
  /** The rank of the matrix, which is the sum of the scores over all rows. */
  readonly rank: number;
}

/**
 * Computes the leverage scores of all rows: τ_i = a_iᵀ(AᵀA)⁺a_i ∈ [0, 1], Σ_i τ_i = rank(A).
 *
 * For a row-class matrix there is one score per class; each of its rows has it, so the sum counts it `count` times.
 * Values that rounding has carried above 1 are set to 1.
 *
 * Errors: RangeError for entries that are not finite.
 *
 * @example leverageScores(new DenseMatrix(3, 1, Float64Array.of(1, 1, 0))).scores // Float64Array [0.5, 0.5, 0]
 */
export function leverageScores(matrix: RealMatrix): LeverageScores {
  const space = rowSpace(matrix);
  const scores = new Float64Array(matrix.kind === "dense" ? matrix.rows : matrix.classes.length);
  if (matrix.kind === "dense") space.scoreRows(matrix.data, scores);
  else for (let k = 0; k < scores.length; k++) scores[k] = space.score(matrix.classes[k].row);
  for (let i = 0; i < scores.length; i++) scores[i] = Math.min(1, scores[i]);
  return { scores, rank: space.rank };
}
