import { symmetricEigenvalues } from "../../matrix/algebra/symmetric-eigenvalues.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { convergence } from "../convergence.ts";
import { partOf } from "../part-of.ts";
import { pointAround } from "../point-around.ts";
import { softmaxReluNewtonTask } from "./softmax-relu-newton.ts";
import { twoLayerHessian } from "./two-layer-hessian.ts";
import { twoLayerInstance } from "./two-layer-instance.ts";
import { twoLayerPoint } from "./two-layer-point.ts";
import { twoLayerProblem } from "./two-layer-problem.ts";

/** How fast Newton steps with sketched Hessians converge, at one weight and one number of rows. */
export interface ContractionRate {
  readonly w: number;
  /** c of p_i = min(1, c σ_i). */
  readonly oversampling: number;
  readonly trials: number;
  /** Median and largest of the geometric mean contractions per step. */
  readonly median: number;
  readonly largest: number;
}

/** What is tried. */
export interface RateOptions {
  readonly trials: number;
  readonly random: RandomStream;
  /** Default 0.02, 0.1 and 1. */
  readonly weights?: readonly number[];
  /** Default 15 and 60. */
  readonly oversampling?: readonly number[];
}

/** Measures the contraction of Newton steps with classically sketched Hessians on planted instances, start at distance 0.05. */
export function* contractionRates(
  { n, d, m }: { readonly n: number; readonly d: number; readonly m: number },
  { trials, random, weights = [0.02, 0.1, 1], oversampling = [15, 60] }: RateOptions,
): Task<readonly ContractionRate[]> {
  const found: { readonly w: number; readonly oversampling: number; readonly rates: number[] }[] =
    weights.flatMap((w) => oversampling.map((factor) => ({ w, oversampling: factor, rates: [] })));
  for (const [k, w] of weights.entries()) {
    for (let trial = 0; trial < trials; trial++) {
      const part = (k * trials + trial) * (1 + oversampling.length);
      const parts = weights.length * trials * (1 + oversampling.length);
      const stream = random.split("trial", trial);
      const data = { ...twoLayerInstance({ n, d, m }, stream.split("instance")), w };
      const search = softmaxReluNewtonTask({ ...data, damped: true });
      const { x: truth } = yield* partOf(search, part, parts);
      const x0 = pointAround(truth, 0.05, stream.split("start"));
      const here = found.filter((kind) => kind.w === w);
      for (const [j, kind] of here.entries()) {
        const sketchRows = kind.oversampling * d;
        const options = { ...data, mode: "sketched", sketchRows, x0, truth, steps: 25 } as const;
        const task = softmaxReluNewtonTask({ ...options, random: stream.split("sketch") });
        const fit = yield* partOf(task, part + 1 + j, parts);
        kind.rates.push(convergence(fit.distances).contraction ?? 0);
      }
    }
  }
  return found.map(({ rates, ...kind }) => {
    rates.sort((a, b) => a - b);
    return { ...kind, trials, median: rates[Math.floor(trials / 2)], largest: rates[trials - 1] };
  });
}

/** The share of random points at which the Hessian without regulariser has a negative eigenvalue: n = 40, d = 4, random targets. */
export function indefiniteShareOf({
  points,
  random,
}: {
  readonly points: number;
  readonly random: RandomStream;
}): number {
  let indefinite = 0;
  for (let trial = 0; trial < points; trial++) {
    const stream = random.split("point", trial);
    const data = twoLayerInstance({ n: 40, d: 4, m: 20, targets: "random" }, stream);
    const problem = twoLayerProblem({ ...data, w: 0 });
    const x = Float64Array.from({ length: 4 }, () => stream.normal());
    if (symmetricEigenvalues(twoLayerHessian(problem, twoLayerPoint(problem, x)))[0] < 0) indefinite++;
  }
  return indefinite / points;
}
