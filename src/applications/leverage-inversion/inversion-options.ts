import type { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Work } from "../work-count.ts";
import type { SketchedHessian } from "./curvature-sketch.ts";
import type { InversionInput, InversionProblem } from "./inversion-problem.ts";

/** How the steps are made. `diagonal`, `sampled` and `halving` use an approximate Hessian; all others are exact. */
export type InversionMethod =
  | "levenberg-marquardt"
  | "gauss-newton"
  | "newton"
  | "gradient-descent"
  | "diagonal"
  | "sampled"
  | "halving";

const METHODS: readonly InversionMethod[] = [
  "levenberg-marquardt",
  "gauss-newton",
  "newton",
  "gradient-descent",
  "diagonal",
  "sampled",
  "halving",
];

/** What an inversion needs beside the data. */
export interface InversionOptions extends InversionInput {
  /** Where the search begins, length d. */
  readonly x0: ArrayLike<number>;
  /** Default `levenberg-marquardt`. */
  readonly method?: InversionMethod;
  /** The most steps (default 100). */
  readonly steps?: number;
  /** The step length η of gradient descent; default 1/tr(JᵀJ + Aᵀdiag(w²)A) at the start. */
  readonly rate?: number;
  /** A point that distances are measured from, such as the planted one. */
  readonly truth?: ArrayLike<number>;
  /** For the methods `sampled` and `halving`. */
  readonly sketch?: Partial<SketchedHessian>;
  /** Needed by the methods `sampled` and `halving`. */
  readonly random?: RandomStream;
}

/** What an inversion came to. */
export interface Inversion {
  readonly x: Float64Array;
  readonly scores: Float64Array;
  readonly method: InversionMethod;
  /** The loss at the start and after each step. */
  readonly losses: readonly number[];
  /** ‖x − truth‖ at the start and after each step; empty without a truth. */
  readonly distances: readonly number[];
  /** Steps made. */
  readonly steps: number;
  /** Whether the last step was shorter than 1e-12 of the length of x. */
  readonly converged: boolean;
  /** Rows kept by each sketch of the Hessian (methods `sampled` and `halving`). */
  readonly sketchRows: readonly number[];
  readonly ledger: Ledger;
  readonly work: Work;
}

/**
 * Checks the options of an inversion and fills in the defaults.
 *
 * Errors: RangeError that names the option; TypeError for a method that draws without a stream.
 */
export function checkedInversion(options: InversionOptions, { matrix }: Pick<InversionProblem, "matrix">) {
  const { method = "levenberg-marquardt", steps = 100, rate, random } = options;
  if (!METHODS.includes(method)) {
    throw new RangeError(
      `invertLeverage: expected method to be one of ${METHODS.join(", ")}, got ${String(method)}; pick one.`,
    );
  }
  if (!(Number.isSafeInteger(steps) && steps >= 0)) {
    throw new RangeError(
      `invertLeverage: expected steps to be a whole number ≥ 0, got ${steps}; 100 is the default.`,
    );
  }
  if (rate !== undefined && !(rate > 0 && Number.isFinite(rate))) {
    throw new RangeError(`invertLeverage: expected a rate > 0, got ${rate}; leave it out for the default.`);
  }
  if ((method === "halving" || method === "sampled") && random === undefined) {
    throw new TypeError(
      `invertLeverage: expected random with method ${method}, got none; pass seededRandom(7).`,
    );
  }
  const { epsilon = 0.5, delta = 0.05, fallback = "auto", oversampling = 30 } = options.sketch ?? {};
  if (!(oversampling > 0 && Number.isFinite(oversampling))) {
    throw new RangeError(`invertLeverage: expected oversampling > 0, got ${oversampling}; try 30.`);
  }
  return {
    method,
    steps,
    random,
    sketch: { epsilon, delta, fallback, oversampling },
    x0: place("x0", options.x0, matrix.columns),
    truth: options.truth === undefined ? null : place("truth", options.truth, matrix.columns),
  };
}

function place(name: string, values: ArrayLike<number>, columns: number): Float64Array {
  const result = Float64Array.from(values);
  if (result.length !== columns || result.some((value) => !Number.isFinite(value))) {
    throw new RangeError(
      `invertLeverage: expected ${columns} finite numbers in ${name}, one for each column of A, got ${JSON.stringify(Array.from(result).slice(0, 8))}; pass a point of that space.`,
    );
  }
  return result;
}
