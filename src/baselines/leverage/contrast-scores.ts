import { Ledger } from "../../oracles/ledger.ts";
import { billedRows, type RowSource } from "../row-source.ts";
import { type LeverageReport, leverageReport } from "./leverage-report.ts";

/**
 * Scores rows by their squared length, ‖a_i‖²/‖A‖_F², the law that measuring an amplitude encoding of A draws by.
 *
 * For contrast: it depends on the units of the columns and can miss a row that alone carries a direction. The shares sum
 * to 1. Queries: n classical row reads.
 *
 * Errors: RangeError for a matrix of zeros.
 *
 * @example rowNormScores([[3], [4]]).scores // Float64Array [0.36, 0.64]
 */
export function rowNormScores(source: RowSource): LeverageReport {
  const ledger = new Ledger();
  ledger.enter("read once");
  const rows = billedRows(source, ledger).readAll();
  const { columns, values, counts } = rows;
  let largest = 0;
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, Math.abs(values[at]));
  if (largest === 0) {
    throw new RangeError(
      "rowNormScores: expected a row that is not zero, got only zeros; there is nothing to draw.",
    );
  }
  // Divided by the largest entry, so that squares neither overflow nor vanish.
  const squares = new Float64Array(counts.length);
  let total = 0;
  for (let e = 0; e < squares.length; e++) {
    for (let k = 0; k < columns; k++) squares[e] += (values[e * columns + k] / largest) ** 2;
    total += counts[e] * squares[e];
  }
  return leverageReport(rows, (e) => squares[e] / total, {
    method: "row-norm",
    rank: null,
    factor: null,
    ledger,
    warnings: [noGuarantee("row-norm")],
  });
}

/**
 * Gives every row the same share 1/n. For contrast: it needs no query at all, and misses what few rows carry.
 *
 * @example uniformScores([[3], [4]]).scores // Float64Array [0.5, 0.5]
 */
export function uniformScores(source: RowSource): LeverageReport {
  const ledger = new Ledger();
  const { rows: length, columns } = billedRows(source, ledger);
  const rows = {
    columns,
    values: new Float64Array(0),
    weights: Float64Array.of(1),
    counts: Float64Array.of(length),
    indices: Float64Array.of(0),
  };
  const report = leverageReport(rows, () => 1 / length, {
    method: "uniform",
    rank: null,
    factor: null,
    ledger,
    warnings: [noGuarantee("uniform")],
  });
  // As many scores as rows where they can be listed; one for all of them otherwise.
  if (length > 2 ** 24) return report;
  return {
    ...report,
    scores: new Float64Array(length).fill(1 / length),
    counts: new Float64Array(length).fill(1),
  };
}

function noGuarantee(method: string): string {
  return `${method}: no bound on leverage; a row that alone carries a direction may get next to no share.`;
}
