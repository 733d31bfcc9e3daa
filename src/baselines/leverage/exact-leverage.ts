import { rowSpace } from "../../matrix/algebra/row-space.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedRows, type RowSource } from "../row-source.ts";
import { type LeverageReport, leverageReport } from "./leverage-report.ts";

/**
 * Computes the leverage scores of all rows: τ_i = a_iᵀ(AᵀA)⁺a_i ∈ [0, 1], Σ τ_i = rank(A).
 *
 * One Householder QR in row blocks, then a triangular solve per row; where columns depend on each other, the SVD of R takes
 * its place. AᵀA is never formed. Cost about 4nd² operations.
 *
 * Queries: n classical row reads; the rows are kept for the second pass.
 *
 * Errors: RangeError or TypeError for a source that is no finite matrix.
 *
 * @example exactLeverage([[1, 0], [1, 0], [0, 2]]).scores // Float64Array [0.5, 0.5, 1]
 */
export function exactLeverage(source: RowSource): LeverageReport {
  const ledger = new Ledger();
  ledger.enter("read once");
  const rows = billedRows(source, ledger).readAll();
  const space = rowSpace(rows);
  const { values } = rows;
  const scores = new Float64Array(rows.counts.length);
  space.scoreRows(values, scores);
  return leverageReport(rows, (e) => Math.min(1, scores[e]), {
    method: "exact",
    rank: space.rank,
    factor: { lower: 1, upper: 1 },
    ledger,
  });
}
