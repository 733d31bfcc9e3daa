import type { Task } from "../../task/task.ts";
import { partOf } from "../part-of.ts";
import type { MethodBill, System, SystemOptions, SystemOutcome } from "../system.ts";
import { type AcceleratedSgdRun, type Accelerator, acceleratedSGDTask } from "./accelerated-sgd-run.ts";
import { boundFactor } from "./bound-factor.ts";
import { gradientIdentities } from "./gradient-identities.ts";
import { noisyQuadratic } from "./stochastic-objective.ts";

/** The parameters of `accelerated-sgd`. */
export interface AcceleratedSgdParameters {
  readonly d: number;
  readonly T: number;
  readonly lr: number;
  readonly v: Accelerator;
  readonly reject: boolean;
  readonly decay: number;
  readonly condition: number;
  readonly noise: number;
  readonly pairs: number;
}

/** One method on the instance. */
interface SgdSummary {
  readonly method: string;
  readonly gradientCalls: number;
  readonly finalLoss: number;
  /** min_t ‖∇f(x_t)‖², what the bound is about. */
  readonly leastSquaredGradient: number;
  /** The least <g, ∇f_t>/‖∇f_t‖² of a step. */
  readonly leastProgress: number;
  /** The bound of the method over that of plain SGD; null where it bounds nothing. */
  readonly boundFactor: number | null;
  readonly rejected: number;
}

/** The results of `accelerated-sgd`. */
export interface AcceleratedSgdValues {
  /** Largest relative error of the four identities over random pairs. */
  readonly identityError: number;
  /** The bound of the chosen method over that of plain SGD with the same steps: never below 1; null where it bounds nothing. */
  readonly boundFactor: number | null;
  /** The smallest factor that any mix of steps can have, over z from 0 to 1 without rejected reflections: 1. */
  readonly leastBoundFactor: number;
  /** Mean progress <g, ∇>/‖∇‖² of a random vector with its standard error: 1, and 1 + 1/d with rejection. */
  readonly randomMean: number;
  readonly randomError: number;
  readonly randomRejectMean: number;
  readonly randomRejectError: number;
  /** The curves of the chosen method and of plain SGD with the same noise. */
  readonly losses: readonly number[];
  readonly plainLosses: readonly number[];
  readonly gradientNorms: readonly number[];
  readonly gradientCalls: number;
  readonly methods: readonly SgdSummary[];
}

const parameters: System<AcceleratedSgdParameters, AcceleratedSgdValues>["parameters"] = {
  d: { kind: "integer", least: 1, most: 10_000, default: 50, description: "dimension" },
  T: { kind: "integer", least: 1, most: 100_000, default: 500, description: "steps" },
  lr: { kind: "number", least: 1e-9, most: 1e3, default: 0.05, description: "step length η" },
  v: {
    kind: "choice",
    choices: ["none", "momentum", "random"],
    default: "momentum",
    description: "the vector that steps are accelerated along",
  },
  reject: {
    kind: "flag",
    default: true,
    description: "whether a vector that points away from the gradient is rejected",
  },
  decay: { kind: "number", least: 0, most: 0.999, default: 0.9, description: "decay of momentum" },
  condition: { kind: "number", least: 1, most: 1e6, default: 10, description: "condition of the quadratic" },
  noise: { kind: "number", least: 0, most: 1e6, default: 1, description: "size of the noise of a gradient" },
  pairs: {
    kind: "integer",
    least: 2,
    most: 1_000_000,
    default: 4000,
    description: "random pairs for the identities",
  },
};

const METHODS: readonly { readonly method: string; readonly v: Accelerator; readonly reject: boolean }[] = [
  { method: "plain SGD", v: "none", reject: false },
  { method: "momentum", v: "momentum", reject: false },
  { method: "momentum, rejecting", v: "momentum", reject: true },
  { method: "random vector", v: "random", reject: false },
  { method: "random vector, rejecting", v: "random", reject: true },
];

/** SGD accelerated along an auxiliary vector: the identities, and a bound that never beats that of plain SGD. */
export const acceleratedSgd: System<AcceleratedSgdParameters, AcceleratedSgdValues> = {
  name: "accelerated-sgd",
  title: "SGD with Reject Accelerating and Random Vector Accelerating",
  source: "arXiv:2402.01515",
  summary:
    "Stochastic gradients accelerated along a momentum or a random vector, beside plain SGD with the same noise: the identities that the method rests on, and what its bound is worth.",
  parameters,
  run: runAcceleratedSgd,
};

function* runAcceleratedSgd(
  chosen: AcceleratedSgdParameters,
  { random }: SystemOptions,
): Task<SystemOutcome<AcceleratedSgdValues>> {
  const { d, T, lr, decay, condition, noise, pairs } = chosen;
  yield { stage: "identities", done: 0, total: 1 };
  const check = gradientIdentities({ d, pairs }, random.split("identities"));
  const f = noisyQuadratic({ d, condition, noise });
  const bill: MethodBill[] = [];
  const methods: SgdSummary[] = [];
  const runs = new Map<string, AcceleratedSgdRun>();
  for (const [k, { method, v, reject }] of METHODS.entries()) {
    const task = acceleratedSGDTask({ f, v, reject, lr, T, decay, random: random.split("run") });
    const run = yield* partOf(task, k, METHODS.length);
    runs.set(`${v} ${v === "none" ? false : reject}`, run);
    bill.push({ method, ledger: run.ledger.entries(), work: run.work });
    methods.push({
      method,
      gradientCalls: run.ledger.total({ unit: "gradient" }),
      finalLoss: finite(run.losses[T]),
      leastSquaredGradient: run.gradientNorms.reduce(
        (least, norm) => Math.min(least, norm * norm),
        Number.MAX_VALUE,
      ),
      leastProgress: run.progress.reduce((least, value) => Math.min(least, value), Number.MAX_VALUE),
      boundFactor: orNull(factorOf(v, run)),
      rejected: run.rejected,
    });
  }
  const main = runs.get(`${chosen.v} ${chosen.v === "none" ? false : chosen.reject}`)!;
  const plain = runs.get("none false")!;
  const values: AcceleratedSgdValues = {
    identityError: check.identityError,
    boundFactor: orNull(factorOf(chosen.v, main)),
    leastBoundFactor: leastFactor(),
    randomMean: check.plainMean,
    randomError: check.plainError,
    randomRejectMean: check.rejectMean,
    randomRejectError: check.rejectError,
    losses: main.losses.map(finite),
    plainLosses: plain.losses.map(finite),
    gradientNorms: main.gradientNorms.map(finite),
    gradientCalls: main.ledger.total({ unit: "gradient" }),
    methods,
  };
  return { values, bill, notes: notesOn(values) };
}

/** Plain SGD accelerates no step: its factor is 1. */
function factorOf(v: Accelerator, { angles }: AcceleratedSgdRun): number {
  return v === "none" ? 1 : boundFactor(angles);
}

function leastFactor(): number {
  const factors = Array.from({ length: 1001 }, (_, k) =>
    boundFactor({ steps: 1000, forward: 1000, forwardSquare: k / 1000, backward: 0, backwardSquare: 0 }),
  );
  return Math.min(...factors);
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** A number that JSON can hold: a diverged run is cut off at the largest one. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.MAX_VALUE;
}

function notesOn({ boundFactor, methods }: AcceleratedSgdValues): string[] {
  const [plain] = methods;
  const better = methods.filter(({ finalLoss }) => finalLoss < plain.finalLoss).map(({ method }) => method);
  return [
    boundFactor === null
      ? "For these steps the bound of the paper bounds nothing: reflected steps outweigh the progress."
      : `The bound is ${boundFactor.toPrecision(4)} times that of plain SGD. √(1 + 8z)/(1 + 2z) is at least 1 for every z from 0 to 1: the bound never beats that of plain SGD.`,
    "Rejecting removes the loss by reflected steps from the bound of the method that it is plugged into; it does not beat plain SGD.",
    better.length === 0
      ? "On this instance no method ended at a smaller loss than plain SGD."
      : `On this instance ${better.join(", ")} ended at a smaller loss than plain SGD: accelerated steps are longer steps. Nothing general follows; compare other step lengths.`,
    "No quantum counterpart: for an ε-stationary point from stochastic gradients the quantum lower bounds equal the classical ones, Ω(ε⁻⁴), or Ω(ε⁻³) if mean-squared smooth (arXiv:2212.03906). Faster rates need factors of the dimension (arXiv:2308.01582).",
  ];
}
