import { sampleRows } from "../../baselines/sketches/sample-rows.ts";
import { rowSpace } from "../../matrix/algebra/row-space.ts";
import type { WeightedRows } from "../../matrix/weighted-rows.ts";
import type { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { halvingSketch } from "../halving-sketch.ts";
import { curvatureRows } from "./curvature-rows.ts";
import type { InversionProblem } from "./inversion-problem.ts";
import type { LeveragePoint } from "./leverage-point.ts";

/** How a Hessian is sketched. */
export interface SketchedHessian {
  /** By halving: the accuracy of each of the two approximations (default 0.5). */
  readonly epsilon: number;
  /** By halving: the probability that one of them may fail (default 0.05). */
  readonly delta: number;
  /** By halving: whether subsets may be read classically where that is cheaper (default `auto`). */
  readonly fallback: "auto" | "never";
  /** By sampling: the factor c of p_i = min(1, c σ_i) (default 30); about c·d rows are kept. */
  readonly oversampling: number;
}

/**
 * Sketches the rows of the diagonal Hessian (see curvatureRows) classically: row i is kept with p_i = min(1, c τ_i), τ_i its exact
 * leverage score, and scaled by 1/√p_i.
 *
 * Queries: none more than the scores took; all n rows were read for them.
 */
export function sampledCurvature(
  problem: Pick<InversionProblem, "weights">,
  point: LeveragePoint,
  { oversampling }: Pick<SketchedHessian, "oversampling">,
  random: RandomStream,
): WeightedRows {
  const rows = curvatureRows(problem, point);
  return sampleRows(rows, { form: "bernoulli", draws: oversampling * rows.columns, random }).rows;
}

/**
 * Sketches the rows of the diagonal Hessian (see curvatureRows) by the quantum algorithm of repeated halving.
 *
 * Two runs: one on A(x), which makes any score σ_i available to a factor 1 ± ε from one row, and one on the rows √D_ii a_i made of
 * these scores. Each row query to either costs one row of A and one entry of b, which is what is billed.
 *
 * Queries: Õ(√(nd)/ε) of each, quantum (coherent access to the stored rows assumed), or n reads where those are fewer.
 *
 * Source: derived, on top of arXiv:2311.03215. No quantum algorithm for the inversion itself is known to us.
 */
export function* halvedCurvature(
  problem: Pick<InversionProblem, "weights">,
  point: Pick<LeveragePoint, "scaled" | "slack">,
  { epsilon, delta, fallback }: Pick<SketchedHessian, "epsilon" | "delta" | "fallback">,
  random: RandomStream,
  ledger: Ledger,
): Task<WeightedRows> {
  const how = {
    name: "A",
    beside: { oracle: "b", entries: 1 },
    epsilon,
    delta: delta / 2,
    fallback,
    ledger,
  } as const;
  const first = yield* halvingSketch(point.scaled, { ...how, stage: "A(x)", random: random.split("scores") });
  const space = rowSpace(first);
  const scores = Float64Array.from({ length: point.scaled.rows }, (_, i) =>
    Math.min(1, space.score(point.scaled.row(i))),
  );
  const rows = curvatureRows(problem, { ...point, scores });
  return yield* halvingSketch(rows, { ...how, stage: "Hessian", random: random.split("curvature") });
}
