import type { KroneckerSketch } from "../../src/algorithms/kronecker-sketch.ts";

/** All that a sketch must share with an equal run, as plain data: tuples, weights, short lists and the bill. */
export function runRecord(sketch: KroneckerSketch) {
  return {
    indices: [...sketch.indices],
    weights: [...sketch.weights],
    draws: sketch.draws,
    factors: sketch.factors.map(({ rows, reports, epsilon }) => ({
      indices: [...rows.indices],
      weights: [...rows.weights],
      epsilon,
      reports,
    })),
    ledger: sketch.ledger.entries(),
  };
}
