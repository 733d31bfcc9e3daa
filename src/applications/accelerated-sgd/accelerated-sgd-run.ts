import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { complete } from "../../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../../task/complete-async.ts";
import type { Task } from "../../task/task.ts";
import { dot } from "../dot.ts";
import { type Work, WorkCount } from "../work-count.ts";
import { acceleratedGradient } from "./accelerated-gradient.ts";
import type { StepAngles } from "./bound-factor.ts";
import type { StochasticObjective } from "./stochastic-objective.ts";

/** Which auxiliary vector a step is accelerated along: none is plain SGD. */
export type Accelerator = "none" | "momentum" | "random";

/** What a run needs to know. */
export interface AcceleratedSgdOptions {
  readonly f: StochasticObjective;
  /** Default `none`. `momentum`: v is the decayed sum of the gradients before; `random`: v ~ N(0, I). */
  readonly v?: Accelerator;
  /** Whether the acceleration is rejected where v and the gradient point apart (default false). */
  readonly reject?: boolean;
  /** The step length η (default 0.05). */
  readonly lr?: number;
  /** The number of steps T (default 500). */
  readonly T?: number;
  /** Decay of momentum (default 0.9). */
  readonly decay?: number;
  /** Default all ones. */
  readonly x0?: ArrayLike<number>;
  /** Two runs with one stream see the same noise in each step, whatever v is. */
  readonly random: RandomStream;
}

/** A run of SGD with its curves. */
export interface AcceleratedSgdRun {
  readonly x: Float64Array;
  /** f at the start and after each step. */
  readonly losses: readonly number[];
  /** ‖∇f‖ at the start and after each step. */
  readonly gradientNorms: readonly number[];
  /** <g_t, ∇f_t> / ‖∇f_t‖² of each step. */
  readonly progress: readonly number[];
  readonly angles: StepAngles;
  readonly rejected: number;
  /** Stochastic gradients asked for. */
  readonly ledger: Ledger;
  readonly work: Work;
}

/**
 * Minimises f by stochastic gradient steps x ← x − ηg, g the gradient accelerated along an auxiliary vector.
 *
 * Momentum with rejection is Reject Accelerating, a random vector is Random Vector Accelerating.
 *
 * Queries: T stochastic gradients, the same for every v.
 *
 * Errors: RangeError for options out of range and a start of another dimension.
 *
 * @example acceleratedSGD({ f: noisyQuadratic({ d: 50 }), v: "momentum", reject: true, random: seededRandom(7) }).losses
 *
 * Source: arXiv:2402.01515; the update is our reading.
 */
export function acceleratedSGD(options: AcceleratedSgdOptions): AcceleratedSgdRun {
  return complete(acceleratedSGDTask(options));
}

/** {@link acceleratedSGD} in slices, with progress and an AbortSignal. */
export function acceleratedSGDAsync(
  options: AcceleratedSgdOptions & CompleteAsyncOptions,
): Promise<AcceleratedSgdRun> {
  return completeAsync(acceleratedSGDTask(options), options);
}

/** {@link acceleratedSGD} as a task. */
export function* acceleratedSGDTask(options: AcceleratedSgdOptions): Task<AcceleratedSgdRun> {
  const { f, v: accelerator, reject, lr, T, decay, random, x0 } = checked(options);
  const d = f.dimension;
  const ledger = new Ledger();
  ledger.enter("steps");
  const work = new WorkCount();
  // x and the gradient; v beside them.
  work.hold(2 * d + (accelerator === "none" ? 0 : d));
  const bill = ledger.meter({ oracle: "f", access: "classical", unit: "gradient", use: "read" });

  let x = x0;
  const velocity = new Float64Array(d);
  const losses = [f.loss(x)];
  const gradientNorms = [Math.hypot(...f.gradient(x))];
  const progress: number[] = [];
  const sides = { forward: 0, forwardSum: 0, backward: 0, backwardSum: 0, rejected: 0 };
  for (let t = 0; t < T; t++) {
    if (t % 64 === 0) yield { stage: `SGD, ${accelerator}`, done: t, total: T };
    const gradient = f.sample(x, random.split("gradient", t));
    bill(1);
    const direction = random.split("direction", t);
    const v = accelerator === "random" ? gradient.map(() => direction.normal()) : velocity;
    const { vector, cosine, rejected } = acceleratedGradient(gradient, v, { reject });
    if (rejected) sides.rejected++;
    else if (cosine < 0) {
      sides.backward++;
      sides.backwardSum += cosine ** 2;
    } else {
      sides.forward++;
      sides.forwardSum += cosine ** 2;
    }
    const square = dot(gradient, gradient);
    progress.push(square === 0 ? 1 : dot(vector, gradient) / square);
    x = x.map((value, k) => value - lr * vector[k]);
    if (accelerator === "momentum") {
      for (let k = 0; k < d; k++) velocity[k] = decay * velocity[k] + gradient[k];
      work.spend(2 * d);
    }
    work.spend(accelerator === "none" ? 2 * d : 8 * d);
    losses.push(f.loss(x));
    gradientNorms.push(Math.hypot(...f.gradient(x)));
  }
  const { forward, forwardSum, backward, backwardSum, rejected } = sides;
  return {
    x,
    losses,
    gradientNorms,
    progress,
    angles: {
      steps: T,
      forward,
      forwardSquare: forward === 0 ? 0 : forwardSum / forward,
      backward,
      backwardSquare: backward === 0 ? 0 : backwardSum / backward,
    },
    rejected,
    ledger,
    work: work.counted(),
  };
}

function checked(options: AcceleratedSgdOptions) {
  const { f, v = "none", reject = false, lr = 0.05, T = 500, decay = 0.9, random } = options;
  if (!["none", "momentum", "random"].includes(v)) {
    throw new RangeError(
      `acceleratedSGD: expected v to be none, momentum or random, got ${String(v)}; pick one.`,
    );
  }
  if (!(lr > 0 && Number.isFinite(lr))) {
    throw new RangeError(`acceleratedSGD: expected lr > 0, got ${lr}; try 0.05.`);
  }
  if (!(Number.isSafeInteger(T) && T >= 1)) {
    throw new RangeError(`acceleratedSGD: expected T to be a whole number ≥ 1, got ${T}; try 500.`);
  }
  if (!(decay >= 0 && decay < 1)) {
    throw new RangeError(`acceleratedSGD: expected 0 ≤ decay < 1, got ${decay}; 0.9 is usual.`);
  }
  const x0 = options.x0 === undefined ? new Float64Array(f.dimension).fill(1) : Float64Array.from(options.x0);
  if (x0.length !== f.dimension || x0.some((value) => !Number.isFinite(value))) {
    throw new RangeError(
      `acceleratedSGD: expected ${f.dimension} finite numbers in x0, got ${x0.length} numbers; start in the space of f.`,
    );
  }
  return { f, v, reject, lr, T, decay, random, x0 };
}
