import { type RowSpace, rowSpace } from "../../matrix/algebra/row-space.ts";
import { scaledRows } from "../../matrix/algebra/scaled-rows.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { WeightedRows } from "../../matrix/weighted-rows.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { billedRows, type RowSource, requireCount, requireShare } from "../row-source.ts";
import { embeddingRows } from "../sketches/embedding-rows.ts";
import { countSketch } from "../sketches/sparse-sketch.ts";
import { type LeverageReport, leverageReport } from "./leverage-report.ts";

/** How precise approximate scores are to be. */
export interface ApproximateLeverageOptions {
  /** Accuracy of the scores, 0 < ε < 1. */
  readonly epsilon: number;
  /** Probability that it may fail for some row. */
  readonly delta: number;
  readonly random: RandomStream;
  /** Overrides the number k of random directions; then nothing is guaranteed. */
  readonly projections?: number;
}

/**
 * Approximates leverage scores by a Johnson–Lindenstrauss projection: ‖Γ C a_i‖² with CᵀC = (AᵀA)⁺ from a QR of A and Γ of k random rows of
 * ±1/√k; (1−ε)τ_i ≤ score ≤ (1+ε)τ_i for all n rows at once with probability ≥ 1 − δ, k = ⌈4 ln(2n/δ)/(ε²/2 − ε³/3)⌉.
 *
 * Saves time where k < d, that is for hundreds of columns, and never a query: O(dk) a row in place of O(d²).
 *
 * Queries: n classical row reads. Errors: RangeError for options out of range and a source that is no finite matrix.
 *
 * Source: Spielman and Srivastava, arXiv:0803.0929; constant: Achlioptas (2003), Theorem 1.1.
 *
 * @example projectedLeverage(matrix, { epsilon: 0.5, delta: 0.05, random: seededRandom(7) }).factor // { lower: 0.5, upper: 1.5 }
 */
export function projectedLeverage(source: RowSource, options: ApproximateLeverageOptions): LeverageReport {
  requireOptions("projectedLeverage", options);
  const { epsilon, random, projections } = options;
  const { rows, ledger } = readOnce(source);
  const space = rowSpace(rows);
  const k = projections ?? projectionCount(rows, options);
  const score = projectedScore(space, k, random);
  return leverageReport(rows, (e) => Math.min(1, score(rows.values, e * rows.columns)), {
    method: "johnson-lindenstrauss",
    rank: space.rank,
    factor: projections === undefined ? { lower: 1 - epsilon, upper: 1 + epsilon } : null,
    ledger,
    warnings:
      k >= rows.columns
        ? [`${k} random directions are no fewer than the ${rows.columns} columns: exact scores cost no more.`]
        : [],
  });
}

/**
 * Approximates leverage scores against a CountSketch of A: τ_i(A|SA) = a_iᵀ((SA)ᵀSA)⁺a_i, without a QR of the tall matrix.
 *
 * If S embeds A to within ε₁ (m = ⌈(d² + d)/(ε₁² δ₁)⌉ rows), τ_i/(1+ε₁) ≤ score ≤ τ_i/(1−ε₁). With `projections` the rows are scored by that
 * many random directions besides, without a guarantee; left out, ε₁ = ε/(1+ε) and the scores lie within 1/(1+ε₁) … 1 + ε.
 *
 * Where the tall matrix has fewer rows than the sketch would, it takes its own place.
 *
 * Queries: n classical row reads. Cost nnz(A) + m d² + n d².
 *
 * Errors: RangeError for options out of range and a source that is no finite matrix.
 *
 * Source: Clarkson and Woodruff, arXiv:1207.6365; Drineas, Magdon-Ismail, Mahoney and Woodruff, arXiv:1109.3843.
 *
 * @example countSketchLeverage(matrix, { epsilon: 0.5, delta: 0.05, random: seededRandom(7) }).scores
 */
export function countSketchLeverage(source: RowSource, options: ApproximateLeverageOptions): LeverageReport {
  requireOptions("countSketchLeverage", options);
  const { epsilon, delta, random, projections } = options;
  const { rows, ledger } = readOnce(source);
  const inner = epsilon / (1 + epsilon);
  const wanted = embeddingRows("count-sketch", { columns: rows.columns, epsilon: inner, delta });
  const short = wanted < rows.counts.length;
  const space = short ? rowSpace(sketched(rows, wanted, random)) : rowSpace(rows);
  const score =
    projections === undefined
      ? space.scoreAt.bind(space)
      : projectedScore(space, projections, random.split("projection"));
  return leverageReport(rows, (e) => Math.min(1, score(rows.values, e * rows.columns)), {
    method: "count-sketch",
    rank: space.rank,
    factor:
      projections !== undefined
        ? null
        : short
          ? { lower: 1 / (1 + inner), upper: 1 + epsilon }
          : { lower: 1, upper: 1 },
    ledger,
    warnings: short
      ? []
      : [`a sketch would need ${wanted} rows, no fewer than the matrix has: the scores are exact.`],
  });
}

function readOnce(source: RowSource): { rows: WeightedRows; ledger: Ledger } {
  const ledger = new Ledger();
  ledger.enter("read once");
  return { rows: billedRows(source, ledger).readAll(), ledger };
}

/** A CountSketch of the rows, a class of identical rows entering as one row scaled by √count: its Gram matrix is the same. */
function sketched(rows: WeightedRows, height: number, random: RandomStream): DenseMatrix {
  const { length, columns, values, scale } = scaledRows(rows, "countSketchLeverage");
  const data = values.map((value, at) => value * (scale?.[Math.floor(at / columns)] ?? 1));
  const sketch = countSketch({ rows: height, size: length }, random.split("sketch"));
  return sketch.multiply(new DenseMatrix(length, columns, data));
}

function projectionCount({ counts }: WeightedRows, { epsilon, delta }: ApproximateLeverageOptions): number {
  // Identical rows share one score, so that only the entries have to hold at once.
  return Math.ceil((4 * Math.log((2 * counts.length) / delta)) / (epsilon ** 2 / 2 - epsilon ** 3 / 3));
}

/** ‖Γ C a‖² with Γ of k rows of random signs. */
function projectedScore(space: RowSpace, k: number, random: RandomStream) {
  const { rank, columns, whitener } = space;
  const projected = new Float64Array(k * columns);
  const scale = 1 / Math.sqrt(k);
  for (let j = 0; j < k; j++) {
    for (let t = 0; t < rank; t++) {
      const sign = random.bits32() & 1 ? scale : -scale;
      for (let c = 0; c < columns; c++) projected[j * columns + c] += sign * whitener.data[t * columns + c];
    }
  }
  return (values: Float64Array, offset: number): number => {
    let score = 0;
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += projected[j * columns + c] * values[offset + c];
      score += sum * sum;
    }
    return score;
  };
}

function requireOptions(
  subject: string,
  { epsilon, delta, projections }: Omit<ApproximateLeverageOptions, "random">,
): void {
  requireShare(subject, "epsilon", epsilon, "try 0.5");
  requireShare(subject, "delta", delta, "try 0.05");
  if (projections !== undefined) requireCount(subject, "projections", projections);
}
