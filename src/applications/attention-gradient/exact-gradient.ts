import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { Ledger } from "../../oracles/ledger.ts";
import type { WorkCount } from "../work-count.ts";
import { attentionRowOf, residualRow } from "./attention-row-of.ts";
import type { AttentionGradientProblem } from "./gradient-problem.ts";

/** The gradient by its definition, with f, q and p formed in full: the plain reference of lowRankGradient. */
export function exactGradient(
  problem: AttentionGradientProblem,
  ledger: Ledger,
  work: WorkCount,
): { gradient: DenseMatrix; formed: number } {
  const { n, d, A1, A2, h } = problem;
  const square = () => new DenseMatrix(n, n, new Float64Array(n * n));
  work.hold(3 * n * n + 3 * n);
  const [f, q, p] = [square(), square(), square()];
  const evaluated = ledger.meter({ oracle: "exp", access: "classical", unit: "kernel", use: "read" });
  let formed = 0;
  for (let j = 0; j < n; j++) {
    const [fRow, qRow, pRow] = [f.row(j), q.row(j), p.row(j)];
    fRow.set(attentionRowOf(problem, j));
    evaluated(n);
    const c = residualRow(problem, j, fRow);
    let inner = 0;
    for (let i = 0; i < n; i++) {
      for (let l = 0; l < d; l++) qRow[i] += c[l] * h.data[i * d + l];
      inner += fRow[i] * qRow[i];
    }
    for (let i = 0; i < n; i++) pRow[i] = fRow[i] * (qRow[i] - inner);
    formed += 3 * n;
    work.spend(n * (6 * d + 8));
  }
  const gradient = new DenseMatrix(d, d, new Float64Array(d * d));
  const image = new Float64Array(d);
  for (let j = 0; j < n; j++) {
    image.fill(0);
    const pRow = p.row(j);
    for (let i = 0; i < n; i++) {
      for (let b = 0; b < d; b++) image[b] += pRow[i] * A2.data[i * d + b];
    }
    for (let a = 0; a < d; a++) {
      for (let b = 0; b < d; b++) gradient.data[a * d + b] += (A1.at(j, a) * image[b]) / d;
    }
  }
  work.spend(2 * n * n * d + 2 * n * d * d);
  return { gradient, formed };
}
