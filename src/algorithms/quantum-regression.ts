import { leastSquares } from "../matrix/algebra/least-squares.ts";
import { regressionOversampling } from "../matrix/algebra/regression-oversampling.ts";
import type { LedgerEntry } from "../oracles/ledger-entry.ts";
import type { Regression } from "../oracles/regression.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import type { TargetOracle } from "../oracles/target-oracle.ts";
import { complete } from "../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../task/complete-async.ts";
import type { Task } from "../task/task.ts";
import type { FactorPlan } from "./factor-plan.ts";
import type { SpectralOptions } from "./sketch-options.ts";
import { sketchParameters } from "./sketch-options.ts";
import { type SpectralSketch, spectralApproximationTask } from "./spectral-approximation.ts";

/** A least-squares solution from rows that a quantum search found, with its bill. */
export interface QuantumRegression extends Regression {
  /** The kept rows, and what finding them took. */
  readonly sketch: SpectralSketch;
  /** How many entries of b were read. */
  readonly entriesRead: number;
  /** What searching and what reading everything is expected to cost, and the lesser of the two: min(n, …). */
  readonly cost: RegressionCost;
}

/** The expected number of row queries in its honest form. */
export interface RegressionCost {
  /** Searching on every level, with the constants of this run. */
  readonly search: number;
  /** Reading every row. */
  readonly read: number;
  /** What the plan of the run is expected to pay: at most both, unless the fallback was turned off. */
  readonly least: number;
  /** The same prediction as a line of a bill, with its formula. */
  readonly entry: LedgerEntry;
}

/**
 * Solves least squares with rows sampled by leverage and found by quantum search: ‖Ax̃ − b‖ ≤ (1+ε)·min ‖Ax − b‖ with probability ≥ 1 − δ.
 *
 * Repeated halving gives over-estimates u_i of the leverage scores; a last search keeps row i with min(1, C u_i), C from
 * `regressionOversampling`; the entries of b for the kept rows are read and the short problem is solved classically. The accuracy
 * ε enters C as 1/ε, since a spectral approximation with ε₀ = ½ suffices for the embedding.
 *
 * Queries: min(n, Õ(√(nd/ε) + √(nd))) row queries and Õ(d + d/ε) entries of b. Where searching is expected to cost more
 * than n, every row is read instead and the warnings say so; all row accesses of the classical twin are n.
 *
 * Errors: RangeError for options out of range, a b of another length, and a matrix of rank 0.
 *
 * Source: quantum least squares by leverage sampling, arXiv:2311.14823 (Õ(√n d^1.5/ε) there); the 1/√ε form is derived, see
 * `regressionOversampling`.
 *
 * @example quantumRegression(rowOracle(matrix), targetOracle(b), { epsilon: 0.5, delta: 0.1, random: seededRandom(7) }).cost
 */
export function quantumRegression(
  oracle: RowOracle,
  target: TargetOracle,
  options: SpectralOptions,
): QuantumRegression {
  return complete(quantumRegressionTask(oracle, target, options));
}

/** {@link quantumRegression} in slices, with progress and an AbortSignal. */
export function quantumRegressionAsync(
  oracle: RowOracle,
  target: TargetOracle,
  options: SpectralOptions & CompleteAsyncOptions,
): Promise<QuantumRegression> {
  return completeAsync(quantumRegressionTask(oracle, target, options), options);
}

/** {@link quantumRegression} as a task. */
export function* quantumRegressionTask(
  oracle: RowOracle,
  target: TargetOracle,
  options: SpectralOptions,
): Task<QuantumRegression> {
  const { epsilon, delta, constant } = sketchParameters("quantumRegression", options);
  if (target.size !== oracle.rows) {
    throw new RangeError(
      `quantumRegression: expected ${oracle.rows} values in ${target.name}, one for each row, got ${target.size}; pair every row with its value.`,
    );
  }
  const { columns } = oracle;
  const rate = regressionOversampling({ epsilon, delta, constant, columns });
  // Half of δ is left for the sketch; its own rate c·ln(2d/δ_l)/ε'² with δ_l ≤ δ/2 is then at least the wanted one.
  const log = Math.log((4 * columns) / delta);
  const inner = Math.min(0.5, Math.sqrt((constant * log) / rate));
  const sketch = yield* spectralApproximationTask(oracle, { ...options, epsilon: inner, delta: delta / 2 });
  const { rows, ledger } = sketch;
  const entries = target.billedTo(ledger);
  const b = ledger.within("right-hand side", () => {
    // Identical rows that were read as one block still have values of their own in b.
    return Array.from(rows.indices, (index, e) =>
      Float64Array.from({ length: rows.counts[e] }, (_, place) => entries.read(index + place)),
    );
  });
  const solved = leastSquares(...writtenOut(rows, b));
  return {
    ...solved,
    residualOf: "sketch",
    sketch,
    entriesRead: b.reduce((sum, part) => sum + part.length, 0),
    cost: costOf(oracle.name, sketch.plan),
    ledger,
    warnings: sketch.warnings,
  };
}

/** One entry per single row, each with its own value of b. */
function writtenOut(
  { columns, values, weights, counts, indices }: SpectralSketch["rows"],
  b: readonly Float64Array[],
): [SpectralSketch["rows"], Float64Array] {
  if (counts.every((count) => count === 1)) {
    return [{ columns, values, weights, counts, indices }, Float64Array.from(b, ([value]) => value)];
  }
  const total = b.reduce((sum, part) => sum + part.length, 0);
  const out = new Float64Array(total * columns);
  const scale = new Float64Array(total);
  const flat = new Float64Array(total);
  let at = 0;
  b.forEach((part, e) => {
    for (const value of part) {
      out.set(values.subarray(e * columns, (e + 1) * columns), at * columns);
      scale[at] = weights[e];
      flat[at++] = value;
    }
  });
  const ones = new Float64Array(total).fill(1);
  return [{ columns, values: out, weights: scale, counts: ones, indices: new Float64Array(total) }, flat];
}

function costOf(name: string, { rows, stages, base, fullSearch }: FactorPlan): RegressionCost {
  const least = stages.reduce((sum, { quantum, classical }) => sum + quantum + classical, 0);
  return {
    search: fullSearch,
    read: rows,
    least,
    entry: {
      oracle: name,
      access: base === 0 ? "classical" : "quantum",
      unit: "row",
      use: base === 0 ? "read" : "forward",
      stage: "all",
      count: least,
      label: "expected",
      note: "min(n, search): expectedFindAll over the stages of the plan, arXiv:2311.03215 and arXiv:2311.14823",
    },
  };
}
