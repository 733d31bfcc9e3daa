import { rowSpace } from "../../matrix/algebra/row-space.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedRows, type RowSource } from "../row-source.ts";
import { type LeverageReport, leverageReport } from "./leverage-report.ts";

/**
 * Computes the generalised leverage scores of the rows of A against B: τ_i(A|B) = a_iᵀ(BᵀB)⁺a_i, Infinity for a row outside
 * the row space of B, 0 for a row of zeros. With B = A they are the leverage scores; if B consists of rows of A they are
 * over-estimates of them.
 *
 * Queries: all rows of A and of B, once each.
 *
 * Errors: RangeError for unequal numbers of columns, or sources that are no finite matrices.
 *
 * Source: Cohen, Lee, Musco, Musco, Peng and Sidford, arXiv:1408.5099, section 3.
 */
export function generalisedLeverage(source: RowSource, reference: RowSource): LeverageReport {
  const ledger = new Ledger();
  ledger.enter("read once");
  const b = billedRows(reference, ledger, "B");
  const a = billedRows(source, ledger);
  if (a.columns !== b.columns) {
    throw new RangeError(
      `generalisedLeverage: expected a reference of ${a.columns} columns as in ${a.name}, got ${b.columns}; score rows against rows of the same length.`,
    );
  }
  const space = rowSpace(b.readAll());
  const rows = a.readAll();
  const { columns, values } = rows;
  return leverageReport(rows, (e) => space.scoreAt(values, e * columns), {
    method: "generalised",
    rank: space.rank,
    factor: null,
    ledger,
  });
}
