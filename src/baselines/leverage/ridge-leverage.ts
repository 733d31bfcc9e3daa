import { ridgeFactors } from "../../matrix/algebra/ridge-factor.ts";
import { rowSpaceOfFactor } from "../../matrix/algebra/row-space.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedRows, type RowSource } from "../row-source.ts";
import { type LeverageReport, leverageReport } from "./leverage-report.ts";

/**
 * Computes the ridge leverage scores of all rows: τ_i(λ) = a_iᵀ(AᵀA + λI)⁺a_i; Σ τ_i(λ) = Σ_k σ_k²/(σ_k² + λ), the
 * effective dimension. They fall with λ and are the leverage scores at λ = 0.
 *
 * By QR of [A; √λ I], not through the Gram matrix. Queries: n classical row reads.
 *
 * Errors: RangeError for λ that is not a finite number ≥ 0, or a source that is no finite matrix.
 *
 * @example ridgeLeverage([[3], [1]], { lambda: 10 }).scores // Float64Array [0.45, 0.05]
 *
 * Source: Alaoui and Mahoney, arXiv:1411.0306.
 */
export function ridgeLeverage(source: RowSource, { lambda }: { readonly lambda: number }): LeverageReport {
  const ledger = new Ledger();
  ledger.enter("read once");
  const rows = billedRows(source, ledger).readAll();
  const { columns, values } = rows;
  const { plain, ridged } = ridgeFactors(rows, lambda, "ridgeLeverage");
  const space = rowSpaceOfFactor(ridged, columns);
  const scores = new Float64Array(rows.counts.length);
  space.scoreRows(values, scores);
  return leverageReport(rows, (e) => Math.min(1, scores[e]), {
    method: "ridge",
    rank: rowSpaceOfFactor(plain, columns).rank,
    factor: lambda === 0 ? { lower: 1, upper: 1 } : null,
    ledger,
  });
}
