import { rowSpace } from "../../matrix/algebra/row-space.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RowOracle } from "../../oracles/row-oracle.ts";
import type { TargetOracle } from "../../oracles/target-oracle.ts";
import type { WorkCount } from "../work-count.ts";

/** Everything about one x that the scores and their derivatives are made of. */
export interface LeveragePoint {
  readonly x: Float64Array;
  /** s(x) = Ax − b, length n. */
  readonly slack: Float64Array;
  /** A(x) = diag(s)⁻¹ A, n × d. */
  readonly scaled: DenseMatrix;
  /** Q, n × d, with QᵀQ = I and the span of A(x): P = QQᵀ, which is never formed. */
  readonly basis: DenseMatrix;
  /** σ(x) = diag(P), length n. */
  readonly scores: Float64Array;
}

/** The doors to A and b. */
export interface InversionOracles {
  readonly rows: RowOracle;
  readonly offsets: TargetOracle;
}

/**
 * Computes the leverage scores σ(x) of A(x) = diag(Ax − b)⁻¹ A with an orthonormal basis of its span.
 *
 * Queries: two passes over A and b (2n rows, 2n entries): one for the factor of A(x), one for the scores. Work: about 4nd² flops.
 *
 * Errors: RangeError where Ax − b has a zero (a pole) or A(x) is not of full column rank up to rounding.
 */
export function leveragePoint(oracles: InversionOracles, x: Float64Array, work: WorkCount): LeveragePoint {
  const point = leveragePointAt(oracles, x, work);
  if ("scores" in point) return point;
  throw new RangeError(
    "pole" in point
      ? `invertLeverage: expected Ax − b without a zero, got one in row ${point.pole} (counted from 0); the scores have a pole there, start elsewhere.`
      : `invertLeverage: expected A of full column rank ${oracles.rows.columns}, got rank ${point.rank}; leave dependent columns out, or start farther from the poles.`,
  );
}

/** {@link leveragePoint} for points that a search tries: says what is wrong with a point instead of throwing. */
export function leveragePointAt(
  { rows, offsets }: InversionOracles,
  x: Float64Array,
  work: WorkCount,
): LeveragePoint | { readonly pole: number } | { readonly rank: number } {
  const n = rows.rows;
  const d = rows.columns;
  const slack = new Float64Array(n);
  const first = scaledBySlack(rows, offsets, x, slack);
  const pole = slack.indexOf(0);
  if (pole >= 0) return { pole };
  const space = rowSpace(first);
  if (space.rank < d) return { rank: space.rank };
  const scaled = scaledBySlack(rows, offsets, x, slack);
  const basis = new DenseMatrix(n, d, new Float64Array(n * d));
  const scores = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = basis.row(i);
    space.whiten(scaled.row(i), row);
    for (let k = 0; k < d; k++) scores[i] += row[k] * row[k];
  }
  // Twice s and A(x); a QR of n × d; n products with a triangular d × d; n squared lengths.
  work.spend(2 * n * (2 * d + d) + 2 * n * d * d + n * d * (d + 1) + 2 * n * d);
  return { x, slack, scaled, basis, scores };
}

/** Writes Ax − b, and returns A with its rows divided by that; a row on a pole is left as it is. */
function scaledBySlack(
  rows: RowOracle,
  offsets: TargetOracle,
  x: Float64Array,
  slack: Float64Array,
): DenseMatrix {
  const { values, columns } = rows.readAll();
  const b = offsets.readAll();
  const scaled = new Float64Array(values.length);
  for (let i = 0; i < b.length; i++) {
    let sum = -b[i];
    for (let k = 0; k < columns; k++) sum += values[i * columns + k] * x[k];
    slack[i] = sum;
    const by = sum === 0 ? 1 : sum;
    for (let k = 0; k < columns; k++) scaled[i * columns + k] = values[i * columns + k] / by;
  }
  return new DenseMatrix(b.length, columns, scaled);
}
