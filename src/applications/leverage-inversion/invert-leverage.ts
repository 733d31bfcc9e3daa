import { pseudoInverse } from "../../matrix/algebra/pseudo-inverse.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { rowOracle } from "../../oracles/row-oracle.ts";
import { targetOracle } from "../../oracles/target-oracle.ts";
import { complete } from "../../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../../task/complete-async.ts";
import type { Task } from "../../task/task.ts";
import { dot } from "../dot.ts";
import { newtonDirection } from "../newton-direction.ts";
import { WorkCount } from "../work-count.ts";
import { curvatureRows } from "./curvature-rows.ts";
import { halvedCurvature, sampledCurvature } from "./curvature-sketch.ts";
import { dampedStep } from "./damped-step.ts";
import { inversionGradient } from "./inversion-gradient.ts";
import { inversionHessian } from "./inversion-hessian.ts";
import { inversionLoss } from "./inversion-loss.ts";
import { checkedInversion, type Inversion, type InversionOptions } from "./inversion-options.ts";
import { type InversionProblem, inversionProblem } from "./inversion-problem.ts";
import { initialDamping, marquardtStep, type Search, stepAlong, type Visited } from "./inversion-search.ts";
import { leverageJacobian } from "./leverage-jacobian.ts";
import { type LeveragePoint, leveragePoint, leveragePointAt } from "./leverage-point.ts";

/** A step below this part of the length of x ends the search. */
const TOLERANCE = 1e-12;

/**
 * Searches an x whose leverage scores are given: minimises ½‖σ(x) − σ‖² + ½‖diag(w) A x‖², σ(x) the scores of diag(Ax − b)⁻¹A.
 *
 * Levenberg-Marquardt damps by μ, which falls by 5 where the loss falls and grows by 5 where not; Gauss-Newton makes its full
 * steps; Newton uses all second derivatives; gradient descent takes a fixed rate, halved where the loss would rise; `diagonal` makes
 * exact gradient steps in the metric of the diagonal Hessian, `sampled` and `halving` in that of its classical and quantum sketch. No step crosses a
 * sign change of Ax − b, where the scores have poles.
 *
 * Queries: 2n rows of A and 2n entries of b for each x looked at; n entries of σ once; for `halving` those of the sketches too.
 *
 * Limits: x is recovered from starts near by only. From a start with other signs of Ax − b the planted x lies behind a pole, and with
 * w > 0 the minimum is not the planted x.
 *
 * Errors: see inversionProblem; RangeError for a start of another length or on a pole, and for options out of range.
 *
 * @example invertLeverage({ A, b, sigma, x0 }).x
 *
 * Source: problem of arXiv:2404.13785; formulas and methods derived.
 */
export function invertLeverage(options: InversionOptions): Inversion {
  return complete(invertLeverageTask(options));
}

/** {@link invertLeverage} in slices, with progress and an AbortSignal. */
export function invertLeverageAsync(options: InversionOptions & CompleteAsyncOptions): Promise<Inversion> {
  return completeAsync(invertLeverageTask(options), options);
}

/** {@link invertLeverage} as a task. */
export function* invertLeverageTask(options: InversionOptions): Task<Inversion> {
  const problem = inversionProblem(options);
  const { method, steps, truth, x0, random, sketch } = checkedInversion(options, problem);
  const ledger = new Ledger();
  const work = new WorkCount();
  ledger.enter("scores");
  const oracles = {
    rows: rowOracle(problem.matrix, { name: "A", ledger }),
    offsets: targetOracle(problem.offsets, { name: "b", ledger }),
  };
  targetOracle(problem.target, { name: "sigma", ledger }).readAll();
  const { rows: n, columns: d } = problem.matrix;
  // Two points (the present one and the one tried) with s, A(x), Q and σ each; σ itself.
  work.hold(2 * (2 * n * d + 2 * n) + n);

  const visited = (point: LeveragePoint): Visited => ({ point, ...inversionLoss(problem, point, work) });
  const search: Search = {
    problem,
    work,
    at: (x) => {
      const point = leveragePointAt(oracles, x, work);
      return "scores" in point ? visited(point) : null;
    },
  };
  let here = visited(leveragePoint(oracles, x0, work));
  const losses = [here.loss];
  const distances = truth === null ? [] : [distance(x0, truth)];
  const sketchRows: number[] = [];
  let mu = initialDamping;
  let rate = options.rate;
  let converged = false;
  let made = 0;
  while (made < steps && !converged) {
    yield { stage: `${method}, step ${made + 1}`, done: made, total: steps };
    let next: Visited | null;
    if (method === "levenberg-marquardt") {
      [next, mu] = marquardtStep(search, here, mu);
    } else {
      const direction = yield* directionOf();
      next = stepAlong(search, here, direction, method === "gradient-descent");
    }
    if (next === null) {
      // No step in this direction lowers the loss any more: as near as rounding lets it come.
      converged = true;
      break;
    }
    made++;
    converged = distance(next.point.x, here.point.x) <= TOLERANCE * Math.max(1, Math.hypot(...next.point.x));
    here = next;
    losses.push(here.loss);
    if (truth !== null) distances.push(distance(here.point.x, truth));
  }
  const { x, scores } = here.point;
  return {
    x,
    scores,
    method,
    losses,
    distances,
    steps: made,
    converged,
    sketchRows,
    ledger,
    work: work.counted(),
  };

  function* directionOf(): Task<Float64Array> {
    const { point, residual } = here;
    if (method === "gauss-newton") {
      return dampedStep(problem, point, leverageJacobian(point, work), residual, 0, work);
    }
    const gradient = inversionGradient(problem, point, residual, work);
    switch (method) {
      case "newton": {
        const inverse = pseudoInverse(inversionHessian(problem, point, residual, work));
        work.spend(4 * d ** 3 + 2 * d * d);
        return Float64Array.from({ length: d }, (_, k) => -dot(inverse.row(k), gradient));
      }
      case "diagonal":
        return newtonDirection(curvatureRows(problem, point, work), gradient, work);
      case "sampled":
      case "halving": {
        const stream = random!.split("step", made);
        const rows =
          method === "sampled"
            ? sampledCurvature(problem, point, sketch, stream)
            : yield* halvedCurvature(problem, point, sketch, stream, ledger);
        sketchRows.push(rows.weights.length);
        return newtonDirection(rows, gradient, work);
      }
      default: {
        rate ??= 1 / largestCurvature(problem, point, work);
        const eta = rate;
        return gradient.map((g) => -eta * g);
      }
    }
  }
}

/** λ_max of JᵀJ + Aᵀdiag(w²)A at a point, from above: its trace. */
function largestCurvature(problem: InversionProblem, point: LeveragePoint, work: WorkCount): number {
  const jacobian = leverageJacobian(point, work);
  const { matrix, weights } = problem;
  let trace = 0;
  for (const entry of jacobian.data) trace += entry * entry;
  if (weights !== null) {
    weights.forEach((weight, i) => {
      trace += weight ** 2 * dot(matrix.row(i), matrix.row(i));
    });
  }
  work.spend(4 * jacobian.data.length);
  return trace;
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((value, k) => value - b[k]));
}
