import { halvingOverestimate } from "../../matrix/algebra/halving-overestimate.ts";
import { rowSpace } from "../../matrix/algebra/row-space.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { billedRows, type RowSource, requireShare } from "../row-source.ts";
import { keepRows, type RowSample, rowSample } from "./row-sample.ts";

/** Accuracy of the inner levels. */
const INNER_EPSILON = 0.5;

/**
 * Approximates a tall matrix by repeated halving, classically: (1−ε)AᵀA ⪯ BᵀB ⪯ (1+ε)AᵀA with probability ≥ 1 − δ.
 *
 * Reads a small random subset of the rows; then, level by level, scores twice as many rows against the approximation of the
 * half and keeps row i with min(1, C u_i), C = c·ln(2d/δ_l)/ε₀², ε₀ = ½; a last pass over all rows refines to ε. The rival of
 * the quantum halving with the same scores: what differs is that every row of every level is read.
 *
 * Queries: n classical row reads (rows are remembered from level to level); time Õ(nd log n) with short sketches.
 *
 * Errors: RangeError for options out of range, or a matrix of rank 0.
 *
 * Source: Cohen, Lee, Musco, Musco, Peng and Sidford, arXiv:1408.5099, Algorithm 2.
 *
 * @example halvingSample(matrix, { epsilon: 0.5, delta: 0.05, random: seededRandom(7) }).rows.weights.length
 */
export function halvingSample(
  source: RowSource,
  options: {
    readonly epsilon: number;
    readonly delta: number;
    readonly random: RandomStream;
    readonly constant?: number;
  },
): RowSample {
  const { epsilon, delta, random, constant = 3 } = options;
  requireShare("halvingSample", "epsilon", epsilon, "try 0.5");
  requireShare("halvingSample", "delta", delta, "try 0.05");
  if (!(constant > 0 && Number.isFinite(constant))) {
    throw new RangeError(`halvingSample: expected a constant > 0, got ${constant}; 3 is rigorous.`);
  }
  const ledger = new Ledger();
  const oracle = billedRows(source, ledger);
  const { rows: n, columns: d } = oracle;
  const most = Math.max(0, Math.ceil(Math.log2(n / (4 * d))));
  const log = Math.log((2 * d * (most + 2)) / delta);
  const inner = (constant * log) / INNER_EPSILON ** 2;
  const base = Math.max(4 * d, Math.ceil(2 * d * inner));
  const depth = Math.max(0, Math.ceil(Math.log2(n / base)));

  const subsets = oracle.subsets(random.split("subsets"));
  ledger.enter("base read");
  let rows = subsets.read(depth);
  let before = rows.indices;
  let exact = true;
  for (let level = depth - 1; level >= 0; level--) {
    ledger.enter(`halving level ${level}`);
    const space = rowSpace(rows);
    const previous = exact ? 0 : INNER_EPSILON;
    const all = subsets.read(level);
    // Single rows come in the order of the subset, the next smaller one first. A class may lie in both halves: it is scored as
    // part of the smaller one, which over-estimates.
    const known = before.every((index, e) => index >= 0 && index === all.indices[e]);
    const inHalf = (e: number) => !known || e < before.length;
    const over = (e: number) =>
      inner * halvingOverestimate(space.scoreAt(all.values, e * d), inHalf(e), previous);
    rows = keepRows(all, (e) => Math.min(1, over(e)), random.split("level", level));
    before = all.indices;
    exact = false;
  }
  if (depth > 0) {
    ledger.enter("refinement");
    const space = rowSpace(rows);
    const final = (constant * log) / epsilon ** 2;
    const all = subsets.read(0);
    rows = keepRows(
      all,
      (e) => Math.min(1, final * Math.min(1, (1 + INNER_EPSILON) * space.scoreAt(all.values, e * d))),
      random.split("refinement"),
    );
  }
  if (rows.values.every((value) => value === 0)) {
    throw new RangeError(
      "halvingSample: expected a row that is not zero among those kept, got none; the matrix is zero, or the constant far too small.",
    );
  }
  const expected = rows.counts.reduce((sum, count) => sum + count, 0);
  return rowSample(rows, n, expected, ledger, warningsOf(constant, depth));
}

function warningsOf(constant: number, depth: number): string[] {
  return [
    ...(depth === 0 ? ["the matrix is short: all of its rows are kept, nothing is halved."] : []),
    ...(constant < 3
      ? [`constant c = ${constant}: the guarantee is proved for c = 3 only; rely on a certificate.`]
      : []),
  ];
}
