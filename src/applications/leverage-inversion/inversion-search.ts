import type { WorkCount } from "../work-count.ts";
import { dampedStep } from "./damped-step.ts";
import type { InversionProblem } from "./inversion-problem.ts";
import { leverageJacobian } from "./leverage-jacobian.ts";
import type { LeveragePoint } from "./leverage-point.ts";

/** The damping that Levenberg and Marquardt begin with. */
export const initialDamping = 1e-3;
/** By what the damping changes, and how often it is raised before the search ends. */
const DAMPING = { factor: 5, tries: 40 };
/** How often a step is halved that would cross a pole, or that does not lower the loss where it has to. */
const HALVINGS = 60;
/** A point that was looked at, with its loss. */
export interface Visited {
  readonly point: LeveragePoint;
  readonly residual: Float64Array;
  readonly loss: number;
}

/** Where a search looks, and what it costs. */
export interface Search {
  readonly problem: InversionProblem;
  readonly work: WorkCount;
  /** What is there; null on a pole, or so near to one that rounding hides a direction. */
  readonly at: (x: Float64Array) => Visited | null;
}

/** One step of Levenberg and Marquardt that lowers the loss, with the damping for the next; null when none does. */
export function marquardtStep(
  { problem, work, at }: Search,
  here: Visited,
  damping: number,
): [Visited | null, number] {
  const { point, residual, loss } = here;
  const jacobian = leverageJacobian(point, work);
  return work.holding(jacobian.data.length, () => {
    let mu = damping;
    for (let attempt = 0; attempt < DAMPING.tries; attempt++) {
      const step = dampedStep(problem, point, jacobian, residual, mu, work);
      const next = at(sum(point.x, step, 1));
      if (next !== null && sameSigns(next.point.slack, point.slack) && next.loss < loss)
        return [next, mu / DAMPING.factor];
      mu *= DAMPING.factor;
    }
    return [null, mu];
  });
}

/** The first of the full step, half of it, a quarter … that stays on this side of the poles, and lowers the loss where it must. */
export function stepAlong(
  { at }: Search,
  { point, loss }: Visited,
  direction: Float64Array,
  mustFall: boolean,
): Visited | null {
  if (direction.every((part) => part === 0)) return null;
  let length = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const next = at(sum(point.x, direction, length));
    const isHere = next !== null && sameSigns(next.point.slack, point.slack);
    if (isHere && (!mustFall || next.loss < loss)) return next;
    length /= 2;
  }
  return null;
}

function sameSigns(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => value > 0 === b[i] > 0);
}

function sum(x: Float64Array, step: Float64Array, length: number): Float64Array {
  return x.map((value, k) => value + length * step[k]);
}
