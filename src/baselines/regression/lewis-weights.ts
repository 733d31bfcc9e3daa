import { rowSpace } from "../../matrix/algebra/row-space.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RowScores } from "../../oracles/row-scores.ts";
import { billedRows, entryOfRow, type RowSource } from "../row-source.ts";

/** The Lewis weights of a matrix. */
export interface LewisWeights extends RowScores {
  /** One weight per row; one per block of identical rows where the matrix is given in classes. */
  readonly weights: Float64Array;
  readonly counts: Float64Array;
  readonly rank: number;
  readonly iterations: number;
}

/** The iteration needs lg(1/tolerance)/lg(1/|1 − p/2|) steps; close to p = 0 and p = 4 that is too many. */
const MOST_STEPS = 2000;

/**
 * Computes the ℓ_p Lewis weights of the rows: the w with w_i^(2/p) = a_iᵀ(Aᵀ W^(1−2/p) A)⁺a_i, the leverage scores at p = 2. Σ w_i = rank(A).
 *
 * Fixed-point iteration from w = 1: contracts ln w by |1 − p/2| a step for 0 < p < 4. Each step is a QR of reweighted rows.
 *
 * Queries: n row reads; the rows are kept.
 *
 * Errors: RangeError for p outside (0, 4), for a tolerance that is not above 0, and where 2000 steps do not suffice.
 *
 * Source: Cohen and Peng, arXiv:1412.0588, Section 3.
 *
 * @example lewisWeights([[1], [2], [0]], { p: 1 }).weights // Float64Array [0.333…, 0.666…, 0]
 */
export function lewisWeights(
  source: RowSource,
  { p, tolerance = 1e-12 }: { readonly p: number; readonly tolerance?: number },
): LewisWeights {
  if (!(p > 0 && p < 4)) {
    throw new RangeError(`lewisWeights: expected 0 < p < 4, got ${p}; the iteration contracts only there.`);
  }
  if (!(tolerance > 0 && tolerance < 1)) {
    throw new RangeError(`lewisWeights: expected 0 < tolerance < 1, got ${tolerance}; try 1e-12.`);
  }
  const ledger = new Ledger();
  ledger.enter("read once");
  const rows = billedRows(source, ledger).readAll();
  const { columns, values, counts } = rows;
  const weights = counts.map((_, e) => (isZero(values.subarray(e * columns, (e + 1) * columns)) ? 0 : 1));
  const scale = new Float64Array(counts.length);
  let before = Number.POSITIVE_INFINITY;
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    for (let e = 0; e < scale.length; e++) scale[e] = weights[e] === 0 ? 0 : weights[e] ** (0.5 - 1 / p);
    const space = rowSpace({ ...rows, weights: scale });
    let change = 0;
    for (let e = 0; e < scale.length; e++) {
      if (weights[e] === 0) continue;
      const next = space.scoreAt(values, e * columns) ** (p / 2);
      change = Math.max(change, Math.abs(Math.log(next / weights[e])));
      weights[e] = next;
    }
    // Small changes that shrink no more are rounding.
    const stalls = change >= before && change < 1e-6;
    before = change;
    if (change <= tolerance || stalls) {
      return {
        weights,
        counts,
        rank: space.rank,
        iterations,
        ledger,
        warnings: stalls ? [`rounding ended the iteration at changes of ${change.toPrecision(2)}.`] : [],
        score: (index) => weights[entryOfRow(rows, index)],
      };
    }
  }
  throw new RangeError(
    `lewisWeights: expected p far enough from 0 and 4 to converge in ${MOST_STEPS} steps, got ${p}; use a larger tolerance.`,
  );
}

function isZero(row: Float64Array): boolean {
  return row.every((value) => value === 0);
}
