import { tupleLeastSquares } from "../matrix/kronecker/tuple-least-squares.ts";
import type { Ledger } from "../oracles/ledger.ts";
import type { Regression } from "../oracles/regression.ts";
import type { KroneckerSketch } from "./kronecker-sketch.ts";

/** A least-squares solution through a sketch. */
export interface SketchedRegression extends Regression {
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
  const entriesRead = sketch.weights.length;
  ledger.within("right-hand side", () =>
    ledger.charge({ oracle: "b", access: "classical", unit: "entry", use: "read", count: entriesRead }),
  );
  const lists = sketch.factors.map(({ rows }) => rows);
  const { coefficients, residualNorm, rank } = tupleLeastSquares(lists, sketch, target);
  return {
    coefficients,
    residualNorm,
    residualOf: "sketch",
    rank,
    entriesRead,
    ledger,
    warnings: sketch.warnings,
  };
}
