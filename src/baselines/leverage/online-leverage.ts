import { requireRidge } from "../../matrix/algebra/ridge-factor.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedRows, entryOfRow, type RowSource } from "../row-source.ts";
import { scoresOfCopies } from "./copies-of-row.ts";
import { type LeverageReport, leverageReport } from "./leverage-report.ts";

/**
 * Scores rows one by one as they come in, each against the rows before it: l_i = min(1, a_iᵀ(A_{<i}ᵀA_{<i} + λI)⁻¹a_i).
 *
 * The scores over-estimate the ridge leverage scores at λ, l_i ≥ τ_i(λ), and Σ l_i ≤ d lg(1 + ‖A‖²/λ).
 *
 * Holds an upper-triangular R with RᵀR = A_{<i}ᵀA_{<i} + λI, updated by Givens rotations: O(d²) a row, memory O(d²).
 *
 * Source: Cohen, Musco and Pachocki, arXiv:1604.05448, Theorem 2.2 and Lemma 2.3.
 */
export class OnlineLeverage {
  readonly #factor: Float64Array;
  readonly #row: Float64Array;

  /** Errors: RangeError for λ that is not a number > 0 and columns that are not a whole number ≥ 1. */
  constructor(
    readonly columns: number,
    readonly lambda: number,
  ) {
    requireRidge(lambda, "OnlineLeverage");
    if (lambda === 0 || !Number.isInteger(columns) || columns < 1) {
      throw new RangeError(
        `OnlineLeverage: expected lambda > 0 and at least one column, got ${lambda} and ${columns}; the first row needs a ridge to be scored against.`,
      );
    }
    this.#factor = new Float64Array(columns * columns);
    this.#row = new Float64Array(columns);
    for (let k = 0; k < columns; k++) this.#factor[k * columns + k] = Math.sqrt(lambda);
  }

  /** Scores the row that starts at `offset` of `values` against the rows before it, and adds it to them. */
  add(values: Float64Array, offset = 0): number {
    return Math.min(1, this.addCopies(values, offset, 1));
  }

  /**
   * Adds `count` copies of a row at once. Returns a_iᵀ(A_{<i}ᵀA_{<i} + λI)⁻¹a_i of the first of them, which may exceed 1; see
   * {@link scoresOfCopies} for the scores of all.
   */
  addCopies(values: Float64Array, offset: number, count: number): number {
    const { columns } = this;
    const scale = Math.sqrt(count);
    const factor = this.#factor;
    const row = this.#row;
    for (let k = 0; k < columns; k++) row[k] = values[offset + k];
    let score = 0;
    // Forward substitution Rᵀ y = a; ‖y‖² is the score.
    for (let k = 0; k < columns; k++) {
      const y = row[k] / factor[k * columns + k];
      score += y * y;
      for (let j = k + 1; j < columns; j++) row[j] -= y * factor[k * columns + j];
    }
    for (let k = 0; k < columns; k++) row[k] = scale * values[offset + k];
    for (let k = 0; k < columns; k++) {
      if (row[k] === 0) continue;
      const at = k * columns;
      const length = Math.hypot(factor[at + k], row[k]);
      const cosine = factor[at + k] / length;
      const sine = row[k] / length;
      factor[at + k] = length;
      for (let j = k + 1; j < columns; j++) {
        const above = factor[at + j];
        factor[at + j] = cosine * above + sine * row[j];
        row[j] = cosine * row[j] - sine * above;
      }
    }
    return score;
  }
}

/**
 * Computes the online leverage scores of all rows, in their order and in one pass (see {@link OnlineLeverage}).
 *
 * Queries: n classical row reads, none of which needs to be remembered.
 *
 * The scores of identical rows differ, as each counts for the next: of a class, `scores` has the mean and `score(i)` that of row i.
 *
 * Errors: RangeError for λ that is not a number > 0.
 *
 * @example onlineLeverage([[1], [1], [1]], { lambda: 1 }).scores // Float64Array [1, 0.5, 0.333…]
 */
export function onlineLeverage(source: RowSource, { lambda }: { readonly lambda: number }): LeverageReport {
  const ledger = new Ledger();
  ledger.enter("one pass");
  const oracle = billedRows(source, ledger);
  const scorer = new OnlineLeverage(oracle.columns, lambda);
  const rows = oracle.readAll();
  const { columns, values, counts, indices } = rows;
  const first = Float64Array.from(counts, (count, e) => scorer.addCopies(values, e * columns, count));
  const report = leverageReport(rows, (e) => scoresOfCopies(first[e]).sum(counts[e]) / counts[e], {
    method: "online",
    rank: null,
    factor: null,
    ledger,
  });
  const score = (index: number) => {
    const e = entryOfRow(rows, index);
    return scoresOfCopies(first[e]).at(index - indices[e]);
  };
  return { ...report, score };
}
