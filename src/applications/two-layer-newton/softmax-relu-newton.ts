import { sampleRows } from "../../baselines/sketches/sample-rows.ts";
import { pseudoInverse } from "../../matrix/algebra/pseudo-inverse.ts";
import type { WeightedRows } from "../../matrix/weighted-rows.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { rowOracle } from "../../oracles/row-oracle.ts";
import { targetOracle } from "../../oracles/target-oracle.ts";
import { complete } from "../../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../../task/complete-async.ts";
import type { Task } from "../../task/task.ts";
import { dot } from "../dot.ts";
import { halvingSketch } from "../halving-sketch.ts";
import { newtonDirection } from "../newton-direction.ts";
import { WorkCount } from "../work-count.ts";
import { diagonalRows } from "./diagonal-rows.ts";
import { twoLayerHessian } from "./two-layer-hessian.ts";
import { checkedTwoLayer, type SoftmaxReluFit, type SoftmaxReluOptions } from "./two-layer-options.ts";
import { type TwoLayerPoint, twoLayerPoint } from "./two-layer-point.ts";
import { twoLayerProblem } from "./two-layer-problem.ts";

/** A step below this part of the length of x ends the search. */
const TOLERANCE = 1e-14;
const HALVINGS = 40;

/**
 * Fits x of L(x) = ½‖ReLU(A softmax(Cx)) − b‖² + ½‖diag(w) C x‖² by Newton steps, exact or with an approximate Hessian.
 *
 * `exact` converges quadratically near the minimum. `diagonal` keeps the diagonal D of the inner matrix, and `sketched` a sample of
 * the rows of √D C by their leverage scores: both converge linearly, faster with more rows. `halving` sketches √D C by the quantum
 * algorithm of repeated halving.
 *
 * Queries: for each step n rows of C and mn entries of A, by the gradient alone; the classical sketch needs all exact leverage scores and
 * saves no read. `halving` adds Õ(√(nd)/ε) quantum row queries of √D C, each one row of C and the m entries of its column of A.
 *
 * Limits: the quantum sketch speeds the Hessian up at most. The gradient holds Σ exp(z_i), a sum over all rows.
 *
 * An approximate mode stops where D is not positive: then w is too small for it.
 *
 * Errors: see twoLayerProblem; RangeError for options out of range.
 *
 * @example softmaxReluNewton({ C, A, b, w: 0.1, mode: "sketched", sketchRows: 300, random: seededRandom(7) }).x
 *
 * Source: arXiv:2311.15390, loss and template in our reading; Hessian sketch by halving derived, on arXiv:2311.03215.
 */
export function softmaxReluNewton(options: SoftmaxReluOptions): SoftmaxReluFit {
  return complete(softmaxReluNewtonTask(options));
}

/** {@link softmaxReluNewton} in slices, with progress and an AbortSignal. */
export function softmaxReluNewtonAsync(
  options: SoftmaxReluOptions & CompleteAsyncOptions,
): Promise<SoftmaxReluFit> {
  return completeAsync(softmaxReluNewtonTask(options), options);
}

/** {@link softmaxReluNewton} as a task. */
export function* softmaxReluNewtonTask(options: SoftmaxReluOptions): Task<SoftmaxReluFit> {
  const problem = twoLayerProblem(options);
  const { inner, outer } = problem;
  const { mode, steps, damped, x0, truth, sketchRows, epsilon } = checkedTwoLayer(options, problem);
  const { rows: n, columns: d } = inner;
  const ledger = new Ledger();
  const work = new WorkCount();
  ledger.enter("gradient");
  const rows = rowOracle(inner, { name: "C", ledger });
  const entries = targetOracle(outer.data, { name: "A", ledger });
  targetOracle(problem.target, { name: "b", ledger }).readAll();
  // C, f, v and z of a point, u and b.
  work.hold(n * d + 3 * n + 2 * outer.rows + d);
  const at = (x: Float64Array): TwoLayerPoint => {
    rows.readAll();
    entries.readAll();
    return twoLayerPoint(problem, x, work);
  };

  let here = at(x0);
  const losses = [here.loss];
  const distances = truth === null ? [] : [distance(x0, truth)];
  const rowsKept: number[] = [];
  let converged = false;
  let stopped = false;
  let made = 0;
  while (made < steps && !converged) {
    yield { stage: `${mode} Newton, step ${made + 1}`, done: made, total: steps };
    const direction = yield* directionOf(here);
    if (direction === null) {
      stopped = true;
      break;
    }
    const next = damped ? lower(here, direction) : at(moved(here.x, direction, 1));
    if (next === null) {
      converged = true;
      break;
    }
    made++;
    converged = distance(next.x, here.x) <= TOLERANCE * Math.max(1, Math.hypot(...next.x));
    here = next;
    losses.push(here.loss);
    if (truth !== null) distances.push(distance(here.x, truth));
  }
  return {
    x: here.x,
    mode,
    losses,
    distances,
    steps: made,
    converged,
    stopped,
    rowsKept,
    ledger,
    work: work.counted(),
  };

  function* directionOf(point: TwoLayerPoint): Task<Float64Array | null> {
    if (mode === "exact") {
      const inverse = pseudoInverse(twoLayerHessian(problem, point, work));
      work.spend(4 * d ** 3 + 2 * d * d);
      return Float64Array.from({ length: d }, (_, k) => -dot(inverse.row(k), point.gradient));
    }
    const all = diagonalRows(problem, point, work);
    if (all === null) return null;
    if (mode === "diagonal") return newtonDirection(all, point.gradient, work);
    const random = options.random!.split("step", made);
    let kept: WeightedRows;
    if (mode === "sketched") {
      // The rows are at hand from the gradient: scoring them asks nothing more.
      kept = sampleRows(all, { form: "bernoulli", draws: sketchRows, random }).rows;
      work.spend(4 * n * d * d);
    } else {
      kept = yield* halvingSketch(all, {
        name: "C",
        beside: { oracle: "A", entries: outer.rows },
        stage: "Hessian",
        epsilon,
        random,
        ledger,
      });
    }
    rowsKept.push(kept.weights.length);
    return newtonDirection(kept, point.gradient, work);
  }

  /** The first of the full step, half of it … that does not raise the loss; down the gradient where the step leads up. */
  function lower(point: TwoLayerPoint, direction: Float64Array): TwoLayerPoint | null {
    const downhill = dot(direction, point.gradient) < 0;
    const along = downhill ? direction : point.gradient.map((g) => -g);
    for (let halving = 0, length = 1; halving < HALVINGS; halving++, length /= 2) {
      const next = at(moved(point.x, along, length));
      // Near the minimum the loss no longer tells: what is left of it is rounding.
      if (next.loss <= point.loss * (1 + 1e-12)) return next;
    }
    return null;
  }
}

function moved(x: Float64Array, direction: Float64Array, length: number): Float64Array {
  return x.map((value, k) => value + length * direction[k]);
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((value, k) => value - b[k]));
}
