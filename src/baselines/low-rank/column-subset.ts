import { leastSquares } from "../../matrix/algebra/least-squares.ts";
import { product } from "../../matrix/algebra/product.ts";
import { pseudoInverse } from "../../matrix/algebra/pseudo-inverse.ts";
import { vectorNorm } from "../../matrix/algebra/residual-norm.ts";
import { rowSpace } from "../../matrix/algebra/row-space.ts";
import { thinSvd } from "../../matrix/algebra/thin-svd.ts";
import { transposed } from "../../matrix/algebra/transposed.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { weightedSampler } from "../../random/weighted-index.ts";
import { billedRows, type RowSource, requireCount } from "../row-source.ts";
import { readDense } from "../sketches/sketch.ts";

/** Columns of a matrix that stand for all of them. */
export interface ColumnSubset {
  /** The chosen columns, ascending. */
  readonly columns: readonly number[];
  /** The rank-k column leverage scores that they were drawn by: Σ_{t ≤ k} V_jt² ∈ [0, 1], with sum k. */
  readonly scores: Float64Array;
  /** ‖A − C C⁺A‖_F, C the chosen columns. */
  readonly error: number;
  /** ‖A − A_k‖_F, the least error of any matrix of rank k. */
  readonly best: number;
  readonly ledger: Ledger;
}

/** A ≈ C U R with C columns and R rows of A. */
export interface CurDecomposition {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** U = C⁺ A R⁺. */
  readonly core: DenseMatrix;
  /** ‖A − C U R‖_F. */
  readonly error: number;
  /** ‖A − A_k‖_F. */
  readonly best: number;
  readonly ledger: Ledger;
}

/**
 * Chooses columns of A by leverage: `draws` of them (with replacement, repeats merged) with probabilities ℓ_j/k, ℓ_j the leverage of
 * column j in the span of the best k right singular vectors.
 *
 * ‖A − C C⁺A‖_F ≤ (1+ε)‖A − A_k‖_F with constant probability for O(k ln k + k/ε) draws: the same reason as in
 * regression by sampled rows, with Aᵀ for A.
 *
 * Queries: n row reads. Cost O(nd²); the matrix should not have more than some hundreds of columns.
 *
 * Errors: RangeError for a rank that is not from 1 to the rank of A, and draws that are not a whole number ≥ 1.
 *
 * Source: Drineas, Mahoney and Muthukrishnan, arXiv:0708.3696, Theorem 3; Mahoney and Drineas, PNAS 106, 2009.
 *
 * @example columnSubset(matrix, { rank: 3, draws: 20, random: seededRandom(7) }).columns
 */
export function columnSubset(
  source: RowSource,
  { rank, draws, random }: { readonly rank: number; readonly draws: number; readonly random: RandomStream },
): ColumnSubset {
  const { matrix, ledger } = read(source, "columnSubset");
  const { scores, best } = columnScores(matrix, rank, "columnSubset");
  const columns = drawSet(scores, draws, random, "columnSubset");
  return { columns, scores, error: projectionError(matrix, chosenColumns(matrix, columns)), best, ledger };
}

/**
 * Factors A ≈ C U R by columns and rows of A drawn by leverage: columns as in {@link columnSubset}, rows by their leverage in the span of
 * the chosen columns, and U = C⁺ A R⁺, the best core for them.
 *
 * Queries: n row reads. Errors: as {@link columnSubset}.
 *
 * Source: Mahoney and Drineas, PNAS 106, 2009; core: Boutsidis and Woodruff, arXiv:1405.7910.
 *
 * @example curDecomposition(matrix, { rank: 3, draws: 20, random: seededRandom(7) }).error
 */
export function curDecomposition(
  source: RowSource,
  {
    rank,
    draws,
    rowDraws = draws,
    random,
  }: {
    readonly rank: number;
    readonly draws: number;
    readonly rowDraws?: number;
    readonly random: RandomStream;
  },
): CurDecomposition {
  const { matrix, ledger } = read(source, "curDecomposition");
  const { scores, best } = columnScores(matrix, rank, "curDecomposition");
  const columns = drawSet(scores, draws, random.split("columns"), "curDecomposition");
  const c = chosenColumns(matrix, columns);
  const space = rowSpace(c);
  const rowScores = Float64Array.from({ length: c.rows }, (_, i) => space.score(c.row(i)));
  const rows = drawSet(rowScores, rowDraws, random.split("rows"), "curDecomposition");
  const r = chosenRows(matrix, rows);
  const core = product(product(pseudoInverse(c), matrix), pseudoInverse(r));
  const approximation = product(product(c, core), r);
  const error = vectorNorm(matrix.data.map((value, at) => value - approximation.data[at]));
  return { columns, rows, core, error, best, ledger };
}

function read(source: RowSource, subject: string): { matrix: DenseMatrix; ledger: Ledger } {
  const ledger = new Ledger();
  ledger.enter("read once");
  const oracle = billedRows(source, ledger);
  return { matrix: readDense(oracle, oracle.rows, subject), ledger };
}

function columnScores(matrix: DenseMatrix, rank: number, subject: string) {
  requireCount(subject, "rank", rank);
  const wide = matrix.columns > matrix.rows;
  const svd = thinSvd(wide ? transposed(matrix) : matrix);
  const right = wide ? svd.left : svd.right;
  if (rank > svd.singularValues.length) {
    throw new RangeError(
      `${subject}: expected a rank up to that of the matrix, ${svd.singularValues.length}, got ${rank}; use a smaller one.`,
    );
  }
  const scores = Float64Array.from({ length: matrix.columns }, (_, j) => {
    let sum = 0;
    for (let t = 0; t < rank; t++) sum += right.at(j, t) ** 2;
    return Math.min(1, sum);
  });
  return { scores, best: vectorNorm(svd.singularValues.slice(rank)) };
}

function drawSet(scores: Float64Array, draws: number, random: RandomStream, subject: string): number[] {
  requireCount(subject, "draws", draws);
  const sampler = weightedSampler(scores);
  const chosen = new Set<number>();
  for (let draw = 0; draw < draws; draw++) chosen.add(sampler(random));
  return [...chosen].sort((a, b) => a - b);
}

/** ‖A − C C⁺A‖_F, column by column of A as least-squares residuals. */
function projectionError(matrix: DenseMatrix, c: DenseMatrix): number {
  const residuals = Float64Array.from({ length: matrix.columns }, (_, j) => {
    const column = Float64Array.from({ length: matrix.rows }, (_, i) => matrix.at(i, j));
    return leastSquares(c, column).residualNorm;
  });
  return vectorNorm(residuals);
}

function chosenColumns({ rows, columns, data }: DenseMatrix, chosen: readonly number[]): DenseMatrix {
  const picked = new Float64Array(rows * chosen.length);
  for (let i = 0; i < rows; i++) {
    chosen.forEach((j, k) => {
      picked[i * chosen.length + k] = data[i * columns + j];
    });
  }
  return new DenseMatrix(rows, chosen.length, picked);
}

function chosenRows(matrix: DenseMatrix, chosen: readonly number[]): DenseMatrix {
  const picked = new Float64Array(chosen.length * matrix.columns);
  chosen.forEach((i, k) => {
    picked.set(matrix.row(i), k * matrix.columns);
  });
  return new DenseMatrix(chosen.length, matrix.columns, picked);
}
