import { leastSquares } from "../matrix/algebra/least-squares.ts";
import { DenseMatrix } from "../matrix/dense-matrix.ts";
import { kroneckerRow } from "../matrix/kronecker/kronecker-row.ts";
import type { Ledger } from "../oracles/ledger.ts";
import type { KroneckerSketch } from "./kronecker-sketch.ts";

/** A least-squares solution through a sketch. */
export interface SketchedRegression {
  /** x, one coefficient per column of A₁ ⊗ … ⊗ A_q. */
  readonly coefficients: Float64Array;
  /** ‖D(Ax − b)‖, the residual as the sketch sees it. */
  readonly residualNorm: number;
  /** How many entries of b were read. */
  readonly entriesRead: number;
}

/**
 * Solves min_x ‖D(Ax − b)‖ for the rows that a sketch kept, reading only their entries of b.
 *
 * Limits: a spectral approximation of A alone does not bound the excess of the residual over the best one, since b
 * lies outside the range of A; draws by leverage do with constant probability once m = O(d log d + d/ε).
 *
 * Queries: one entry of b per kept row, stage `right-hand side`; the rows themselves were paid for by the sketch.
 *
 * Source: sketch and solve; tensor regression is named as a use in arXiv:2402.07027.
 */
export function sketchedRegression(
  sketch: KroneckerSketch,
  target: (index: readonly number[]) => number,
  ledger: Ledger = sketch.ledger,
): SketchedRegression {
  const lookUp = sketch.factors.map(({ rows }) => rowLookUp(rows));
  const columns = sketch.factors.reduce((product, { rows }) => product * rows.columns, 1);
  const kept = sketch.rows;
  const matrix = new Float64Array(kept.length * columns);
  const b = new Float64Array(kept.length);
  kept.forEach(({ index, weight }, e) => {
    const row = kroneckerRow(index.map((i, k) => lookUp[k](i)));
    for (let k = 0; k < columns; k++) matrix[e * columns + k] = weight * row[k];
    b[e] = weight * target(index);
  });
  ledger.within("right-hand side", () =>
    ledger.charge({ oracle: "b", access: "classical", unit: "entry", use: "read", count: kept.length }),
  );
  const { coefficients, residualNorm } = leastSquares(new DenseMatrix(kept.length, columns, matrix), b);
  return { coefficients, residualNorm, entriesRead: kept.length };
}

/** Finds a kept row of a factor by its index; entries may stand for blocks of identical consecutive rows. */
function rowLookUp({ columns, values, counts, indices }: KroneckerSketch["factors"][number]["rows"]) {
  const order = Array.from(indices, (_, e) => e).sort((a, b) => indices[a] - indices[b]);
  return (index: number): Float64Array => {
    let low = 0;
    let high = order.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (indices[order[middle]] <= index) low = middle;
      else high = middle - 1;
    }
    const entry = order[low];
    if (entry === undefined || !(indices[entry] <= index && index < indices[entry] + counts[entry])) {
      throw new RangeError(
        `sketchedRegression: expected row ${index} among the kept rows of its factor, got none; use a two-stage sketch.`,
      );
    }
    return values.subarray(entry * columns, (entry + 1) * columns);
  };
}
