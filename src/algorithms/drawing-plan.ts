import { medianRepetitions, relativeEstimationPoints } from "../primitives/amplitude-estimation.ts";
import { expectedFindAll } from "../primitives/expected-find-all.ts";
import { cheapestIterations, groverSuccess } from "../primitives/optimal-iterations.ts";
import { copyRates } from "./copy-rates.ts";
import type { FailureBudget } from "./failure-budget.ts";
import { LITERAL_SHARE, normaliserTolerance } from "./scored-factor.ts";
import type { SketchParameters } from "./sketch-options.ts";

/** One stage of drawing rows of a factor literally, with what it is expected to cost. */
export interface DrawingPlan {
  readonly stage: "normaliser estimate" | "tuple drawing";
  /** Expected coherent row queries, by use. */
  readonly forward: number;
  readonly inverse: number;
  readonly controlled: number;
  /** Expected classical row queries, and what they are. */
  readonly classical: number;
  readonly classicalUse: "check" | "read";
  /** What is done how often, in words. */
  readonly note: string;
}

/** A factor as far as drawing from it depends on it. */
export interface DrawnFactor {
  readonly rows: number;
  readonly columns: number;
  /** Whether all of its rows are read, so that its scores are exact and drawing from it is free. */
  readonly read: boolean;
}

/**
 * Plans how rows of factor k of a product are drawn literally, after it was halved.
 *
 * Supposes full rank and over-estimates that sum to (1+ε₀)·d. Then one state at a time needs
 * m = ⌈c·Π(1+ε₀)d/(1−η)·ln(4r/δ)/(¾ε)²⌉ amplified preparations at 4 row queries a round, and amplitude estimation of their sum;
 * many copies search the n(1 − e^{−κu/n}) rows, u = (1+ε₀)d, that get a copy. Derived.
 *
 * Queries: none; this is a prediction.
 */
export function planDrawing(
  factors: readonly DrawnFactor[],
  k: number,
  parameters: Pick<SketchParameters, "epsilon" | "method" | "search" | "constant" | "certificate">,
  budget: Pick<FailureBudget, "tuples" | "perCertificate">,
  innerEpsilon: number,
): DrawingPlan[] {
  if (parameters.method === "two-stage") return [];
  const { rows, columns } = factors[k];
  const sum = (1 + innerEpsilon) * columns;
  if (parameters.method === "many-copies") {
    const { rates } = copyRates(
      factors.map(({ columns: rank, read }) => ({
        rank,
        sumBound: read ? rank : (rank * (1 + innerEpsilon)) / (1 - innerEpsilon),
        exact: read,
      })),
      { constant: parameters.constant, epsilon: parameters.epsilon, delta: budget.tuples },
    );
    const copies = (rates[k] * sum) / rows;
    const marked = -rows * Math.expm1(-copies);
    const { quantum, checks } = expectedFindAll({
      size: rows,
      marked,
      mode: parameters.search,
      certificate: parameters.certificate,
      missProbability: budget.perCertificate,
    });
    return [
      {
        stage: "tuple drawing",
        forward: quantum / 2,
        inverse: quantum / 2,
        controlled: 0,
        classical: checks,
        classicalUse: "check",
        note: `search of s ≈ ${Math.round(marked)} rows with a copy among N = ${rows}`,
      },
    ];
  }
  const dimension = factors.reduce((product, { columns }) => product * columns, 1);
  const rate =
    (parameters.constant * Math.log((4 * dimension) / budget.tuples)) /
    (LITERAL_SHARE * parameters.epsilon) ** 2;
  const tolerance = normaliserTolerance(parameters.epsilon, factors.length);
  const ratio = factors.reduce(
    (product, factor) => product * factor.columns * (factor.read ? 1 : (1 + innerEpsilon) / (1 - tolerance)),
    1,
  );
  const draws = Math.ceil(rate * ratio);
  const good = Math.min(rows, sum);
  const rounds = cheapestIterations(rows, good, 4, 2);
  const attempts = draws / groverSuccess(rows, good, rounds);
  const points = relativeEstimationPoints(tolerance, Math.min(1, columns / rows));
  const repetitions = medianRepetitions(budget.tuples / (2 * factors.length));
  return [
    {
      stage: "normaliser estimate",
      forward: 2 * repetitions,
      inverse: 0,
      controlled: 4 * repetitions * (points - 1),
      classical: 0,
      classicalUse: "read",
      note: `${repetitions} phase estimations with M = ${points} points`,
    },
    {
      stage: "tuple drawing",
      forward: 2 * attempts * (1 + rounds),
      inverse: 2 * attempts * rounds,
      controlled: 0,
      classical: draws,
      classicalUse: "read",
      note: `${draws} draws of ${rounds} rounds of amplification among N = ${rows}`,
    },
  ];
}

/** All row queries that the stages are expected to ask. */
export function drawingCost(stages: readonly DrawingPlan[]): number {
  return stages.reduce(
    (sum, { forward, inverse, controlled, classical }) => sum + forward + inverse + controlled + classical,
    0,
  );
}
