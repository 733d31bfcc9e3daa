import { tuplesNeeded } from "../../matrix/kronecker/tuples-needed.ts";
import type { WeightedRows } from "../../matrix/weighted-rows.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RowOracle } from "../../oracles/row-oracle.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { rowNormScores } from "../leverage/contrast-scores.ts";
import { exactLeverage } from "../leverage/exact-leverage.ts";
import type { LeverageReport } from "../leverage/leverage-report.ts";
import { billedRows, type RowSource, requireShare } from "../row-source.ts";
import { drawRows, keepRows, type RowSample, rowSample } from "./row-sample.ts";

/** How rows are sampled. */
export interface SampleRowsOptions {
  readonly random: RandomStream;
  /** The law of the draws (default `leverage`, the only one with a guarantee). */
  readonly law?: "leverage" | "row-norm" | "uniform";
  /** Draws with replacement (`iid`, default), or every row on its own (`bernoulli`). */
  readonly form?: "iid" | "bernoulli";
  /** Accuracy of the spectral approximation (default 0.5). */
  readonly epsilon?: number;
  /** Probability that it may fail (default 0.05). */
  readonly delta?: number;
  /** The constant c of the number of draws (default 3, rigorous for `leverage`). */
  readonly constant?: number;
  /** Overrides the number of draws; for `bernoulli`, the expected number of kept rows. */
  readonly draws?: number;
  /** Scores to draw by in place of exact ones, for example approximate ones; law `leverage` only. */
  readonly scores?: LeverageReport;
}

/**
 * Samples rows of A so that (1−ε)AᵀA ⪯ BᵀB ⪯ (1+ε)AᵀA with probability ≥ 1 − δ (law `leverage`).
 *
 * iid: m = ⌈c·ratio·ln(2r/δ)/ε²⌉ draws with q_i = u_i/Σu, each adding 1/(m q_i) to D²; ratio = max τ_i/q_i, which is the rank r
 * for exact scores. Bernoulli: row i is kept with p_i = min(1, C u_i), scaled by 1/√p_i; C = c·ln(2r/δ)/ε². The other laws draw
 * as many rows and guarantee nothing.
 *
 * Queries: n classical row reads, less for `uniform`: the rows that are drawn.
 *
 * Errors: RangeError for options out of range, a matrix of rank 0, and a scores report that does not fit or guarantees nothing.
 *
 * Source: matrix Chernoff bound, arXiv:1004.4389; Drineas, Mahoney and Muthukrishnan, arXiv:0708.3696.
 *
 * @example sampleRows(matrix, { random: seededRandom(7), epsilon: 0.5 }).rows.weights.length
 */
export function sampleRows(source: RowSource, options: SampleRowsOptions): RowSample {
  const { random, law = "leverage", form = "iid", epsilon = 0.5, delta = 0.05, constant = 3 } = options;
  requireOptions(options, law, form);
  const ledger = new Ledger();
  ledger.enter("reading");
  const oracle = billedRows(source, ledger);
  const { columns: d } = oracle;
  if (law === "uniform") {
    const draws = options.draws ?? tuplesNeeded({ constant, rank: d, ratio: d, epsilon, delta });
    return rowSample(uniformRows(oracle, draws, form, random), oracle.rows, draws, ledger, [
      "law uniform: no guarantee; a row that alone carries a direction is missed with high probability.",
    ]);
  }
  const rows = oracle.readAll();
  const report = scoresOf(source, law, options);
  if (report.scores.length !== rows.counts.length) {
    throw new RangeError(
      `sampleRows: expected ${rows.counts.length} scores, one for each row or class, got ${report.scores.length}; score this matrix.`,
    );
  }
  const rank = report.rank ?? d;
  if (!(report.sum > 0)) {
    throw new RangeError(
      "sampleRows: expected a matrix with a row that is not zero, got rank 0; there is nothing to sample.",
    );
  }
  // For scores known up to a factor, u = score/lower is an over-estimate of the leverage.
  const lower = report.factor?.lower ?? 1;
  const rate = (constant * Math.log((2 * rank) / delta)) / epsilon ** 2;
  const over = law === "leverage" ? report.sum / lower : d;
  const warnings =
    law === "leverage"
      ? []
      : ["law row-norm: no guarantee; a short row that alone carries a direction may be missed."];
  if (form === "iid") {
    const draws = options.draws ?? Math.ceil(rate * over);
    return rowSample(drawRows(rows, report.scores, draws, random), oracle.rows, draws, ledger, warnings);
  }
  const expected = options.draws ?? rate * over;
  const scale = expected / report.sum;
  const kept = keepRows(rows, (e) => Math.min(1, scale * report.scores[e]), random);
  return rowSample(kept, oracle.rows, expected, ledger, warnings);
}

function scoresOf(source: RowSource, law: string, { scores }: SampleRowsOptions): LeverageReport {
  if (scores !== undefined) return scores;
  // The rows were read and billed by the caller; scoring them asks nothing more.
  return law === "leverage" ? exactLeverage(source) : rowNormScores(source);
}

function uniformRows(
  oracle: RowOracle,
  draws: number,
  form: "iid" | "bernoulli",
  random: RandomStream,
): WeightedRows {
  const all: WeightedRows = {
    columns: 0,
    values: new Float64Array(0),
    weights: Float64Array.of(1),
    counts: Float64Array.of(oracle.rows),
    indices: Float64Array.of(0),
  };
  const share = Math.min(1, draws / oracle.rows);
  if (form === "bernoulli" && share === 1) return oracle.readAll();
  const picked = form === "iid" ? drawRows(all, [1], draws, random) : keepRows(all, () => share, random);
  const { columns } = oracle;
  const values = new Float64Array(picked.indices.length * columns);
  picked.indices.forEach((index, e) => {
    values.set(oracle.read(index), e * columns);
  });
  return { ...picked, columns, values };
}

function requireOptions(
  { epsilon = 0.5, delta = 0.05, constant = 3, draws, scores }: SampleRowsOptions,
  law: string,
  form: string,
): void {
  requireShare("sampleRows", "epsilon", epsilon, "try 0.5");
  requireShare("sampleRows", "delta", delta, "try 0.05");
  if (!["leverage", "row-norm", "uniform"].includes(law) || !["iid", "bernoulli"].includes(form)) {
    throw new RangeError(
      `sampleRows: expected law leverage, row-norm or uniform and form iid or bernoulli, got ${law} and ${form}; pick one of each.`,
    );
  }
  if (!(constant > 0 && Number.isFinite(constant))) {
    throw new RangeError(`sampleRows: expected a constant > 0, got ${constant}; 3 is rigorous for leverage.`);
  }
  if (draws !== undefined && !(draws >= 1 && (form === "bernoulli" || Number.isSafeInteger(draws)))) {
    throw new RangeError(
      `sampleRows: expected draws to be a whole number ≥ 1, got ${draws}; leave it out for the guarantee.`,
    );
  }
  if (scores !== undefined && (law !== "leverage" || scores.factor === null)) {
    throw new RangeError(
      `sampleRows: expected scores with a guarantee under law leverage, got ${scores.method} under law ${law}; pass exact or approximate leverage scores.`,
    );
  }
}
