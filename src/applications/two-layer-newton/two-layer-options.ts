import type { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Work } from "../work-count.ts";
import type { TwoLayerInput, TwoLayerProblem } from "./two-layer-problem.ts";

/** Which Hessian the steps use: the whole one, its diagonal approximation, or that one sketched classically or by halving. */
export type TwoLayerMode = "exact" | "diagonal" | "sketched" | "halving";

const MODES: readonly TwoLayerMode[] = ["exact", "diagonal", "sketched", "halving"];

/** What the regression needs beside the data. */
export interface SoftmaxReluOptions extends TwoLayerInput {
  /** Where the search begins, length d (default 0). */
  readonly x0?: ArrayLike<number>;
  /** Default `exact`. */
  readonly mode?: TwoLayerMode;
  /** Mode `sketched`: about this many rows are kept, row i with p_i = min(1, (sketchRows/d) σ_i) (default 60d). */
  readonly sketchRows?: number;
  /** Mode `halving`: the accuracy of the approximation (default 0.5). */
  readonly epsilon?: number;
  /** Needed by the modes `sketched` and `halving`. */
  readonly random?: RandomStream;
  /** The most steps (default 50). */
  readonly steps?: number;
  /** A point that distances are measured from, such as the minimum. */
  readonly truth?: ArrayLike<number>;
  /** Halves each step until the loss falls, for starts far from the minimum; default false, full steps. */
  readonly damped?: boolean;
}

/** What a regression came to. */
export interface SoftmaxReluFit {
  readonly x: Float64Array;
  readonly mode: TwoLayerMode;
  /** The loss at the start and after each step. */
  readonly losses: readonly number[];
  /** ‖x − truth‖ at the start and after each step; empty without a truth. */
  readonly distances: readonly number[];
  readonly steps: number;
  /** Whether the last step was shorter than 1e-14 of the length of x. */
  readonly converged: boolean;
  /** Whether an approximate mode stopped because the diagonal D was not positive: w is too small for it. */
  readonly stopped: boolean;
  /** Rows kept in each step by the modes `sketched` and `halving`. */
  readonly rowsKept: readonly number[];
  readonly ledger: Ledger;
  readonly work: Work;
}

/**
 * Checks the options of a two-layer regression and fills in the defaults.
 *
 * Errors: RangeError that names the option; TypeError for a mode that draws without a stream.
 */
export function checkedTwoLayer(options: SoftmaxReluOptions, { inner }: TwoLayerProblem) {
  const d = inner.columns;
  const { mode = "exact", steps = 50, damped = false, sketchRows = 60 * d, epsilon = 0.5, random } = options;
  if (!MODES.includes(mode)) {
    throw new RangeError(
      `softmaxReluNewton: expected mode to be one of ${MODES.join(", ")}, got ${String(mode)}; pick one.`,
    );
  }
  if (!(Number.isSafeInteger(steps) && steps >= 0)) {
    throw new RangeError(`softmaxReluNewton: expected steps to be a whole number ≥ 0, got ${steps}; try 50.`);
  }
  if (!(sketchRows >= d && Number.isFinite(sketchRows))) {
    throw new RangeError(
      `softmaxReluNewton: expected sketchRows ≥ ${d}, the number of columns, got ${sketchRows}; fewer rows cannot span the Hessian.`,
    );
  }
  if ((mode === "sketched" || mode === "halving") && random === undefined) {
    throw new TypeError(
      `softmaxReluNewton: expected random with mode ${mode}, got none; pass seededRandom(7).`,
    );
  }
  const place = (name: string, values: ArrayLike<number>) => {
    const result = Float64Array.from(values);
    if (result.length === d && result.every((value) => Number.isFinite(value))) return result;
    throw new RangeError(
      `softmaxReluNewton: expected ${d} finite numbers in ${name}, one for each column of C, got ${result.length} numbers; pass a point of that space.`,
    );
  };
  return {
    mode,
    steps,
    damped,
    sketchRows,
    epsilon,
    x0: options.x0 === undefined ? new Float64Array(d) : place("x0", options.x0),
    truth: options.truth === undefined ? null : place("truth", options.truth),
  };
}
