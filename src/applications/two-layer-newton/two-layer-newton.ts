import { symmetricEigenvalues } from "../../matrix/algebra/symmetric-eigenvalues.ts";
import type { Task } from "../../task/task.ts";
import { convergence } from "../convergence.ts";
import { defaultParameters } from "../default-parameters.ts";
import { differenceJacobian } from "../difference-jacobian.ts";
import { partOf } from "../part-of.ts";
import { pointAround } from "../point-around.ts";
import { relativeError } from "../relative-error.ts";
import type { MethodBill, System, SystemOptions, SystemOutcome } from "../system.ts";
import { type ContractionRate, contractionRates, indefiniteShareOf } from "./contraction-rates.ts";
import { softmaxReluNewtonTask } from "./softmax-relu-newton.ts";
import { twoLayerHessian } from "./two-layer-hessian.ts";
import { twoLayerInstance } from "./two-layer-instance.ts";
import type { SoftmaxReluFit, TwoLayerMode } from "./two-layer-options.ts";
import { twoLayerPoint } from "./two-layer-point.ts";
import { twoLayerProblem } from "./two-layer-problem.ts";

/** The parameters of `two-layer-newton`. */
export interface TwoLayerParameters {
  readonly n: number;
  readonly d: number;
  readonly m: number;
  readonly w: number;
  readonly sketchRows: number | null;
  readonly radius: number;
  readonly targets: "planted" | "random";
  readonly steps: number;
  readonly epsilon: number;
}

/** The results of `two-layer-newton`. */
export interface TwoLayerValues {
  /** ‖g − g_differences‖ / ‖g_differences‖ at the start, and the same of the Hessian. */
  readonly gradientError: number;
  readonly hessianError: number;
  /** Distances to the minimum, at the start and after each step, for each Hessian. */
  readonly exactDistances: readonly number[];
  readonly diagonalDistances: readonly number[];
  readonly sketchedDistances: readonly number[];
  readonly halvingDistances: readonly number[];
  /** log e_{t+1} / log e_t of exact Newton (see convergence): near 2 or above where it is quadratic. */
  readonly exactOrders: readonly number[];
  /** Geometric mean of the contraction per step. */
  readonly diagonalContraction: number | null;
  readonly sketchedContraction: number | null;
  readonly halvingContraction: number | null;
  /** Mean number of rows kept in a step, by the classical and by the quantum sketch. */
  readonly sketchedRows: number;
  readonly halvingRows: number;
  /** The x of the smallest loss, by exact Newton steps from 0. */
  readonly minimum: readonly number[];
  /** The smallest entry of |Af| at the minimum: the distance to the kink of ReLU. */
  readonly kinkDistance: number;
  /** The smallest eigenvalue of the Hessian without its regulariser at the start, over the largest in size. */
  readonly plainLeastEigenvalue: number;
  /** Contraction by weight and number of rows; only in the default study. */
  readonly rates?: readonly ContractionRate[];
  /** Share of random points where the Hessian without regulariser is indefinite; only in the default study. */
  readonly indefiniteShare?: number;
}

const parameters: System<TwoLayerParameters, TwoLayerValues>["parameters"] = {
  n: { kind: "integer", least: 2, most: 2 ** 20, default: 600, description: "rows of C" },
  d: { kind: "integer", least: 1, most: 32, default: 5, description: "columns of C" },
  m: { kind: "integer", least: 1, most: 1_000, default: 20, description: "rows of A, the outer layer" },
  w: {
    kind: "number",
    least: 0,
    most: 1e3,
    default: 0.1,
    description: "weight of the regulariser in each row",
  },
  sketchRows: {
    kind: "integer",
    least: 1,
    most: 1e9,
    default: null,
    description: "expected rows of the classical sketch, p_i = min(1, (sketchRows/d) σ_i); auto is 60d",
  },
  radius: {
    kind: "number",
    least: 0,
    most: 10,
    default: 0.05,
    description: "distance of the start from the minimum",
  },
  targets: {
    kind: "choice",
    choices: ["planted", "random"],
    default: "planted",
    description: "whether b comes from a planted x, or is random and cannot be fitted",
  },
  steps: { kind: "integer", least: 0, most: 10_000, default: 50, description: "the most steps of a method" },
  epsilon: {
    kind: "number",
    least: 0.01,
    most: 0.99,
    default: 0.5,
    description: "accuracy of the halving sketch",
  },
};

/** Two-layer regression, softmax inside and ReLU outside, by Newton steps with exact and sketched Hessians. */
export const twoLayerNewton: System<TwoLayerParameters, TwoLayerValues> = {
  name: "two-layer-newton",
  title: "Two-layer softmax–ReLU regression by approximate Newton",
  source: "arXiv:2311.15390",
  summary:
    "Newton steps with the exact Hessian, with its diagonal approximation, and with that one sketched by leverage scores, classically and by repeated halving.",
  parameters,
  run: runTwoLayer,
  study: studyTwoLayer,
};

function* runTwoLayer(
  chosen: TwoLayerParameters,
  { random }: SystemOptions,
): Task<SystemOutcome<TwoLayerValues>> {
  const { n, d, m, w, radius, targets, steps, epsilon } = chosen;
  const data = { ...twoLayerInstance({ n, d, m, targets }, random.split("instance")), w };
  const problem = twoLayerProblem(data);
  const sketchRows = chosen.sketchRows ?? 60 * d;
  const modes = ["exact", "diagonal", "sketched", "halving"] as const;
  const search = softmaxReluNewtonTask({ ...data, damped: true, steps: 200 });
  const best = yield* partOf(search, 0, modes.length + 1);
  const x0 = pointAround(best.x, radius, random.split("start"));
  const fits = {} as Record<TwoLayerMode, SoftmaxReluFit>;
  const bill: MethodBill[] = [];
  for (const [k, mode] of modes.entries()) {
    const task = softmaxReluNewtonTask({
      ...data,
      mode,
      x0,
      sketchRows,
      epsilon,
      steps,
      truth: best.x,
      random: random.split(mode),
    });
    const fit = yield* partOf(task, k + 1, modes.length + 1);
    fits[mode] = fit;
    bill.push({ method: mode, ledger: fit.ledger.entries(), work: mode === "halving" ? null : fit.work });
  }
  const { exact, diagonal, sketched, halving } = fits;
  const start = twoLayerPoint(problem, x0);
  const plain = symmetricEigenvalues(
    twoLayerHessian({ ...problem, squaredWeights: new Float64Array(n) }, start),
  );
  const gradientAt = (x: Float64Array) => twoLayerPoint(problem, x).gradient;
  const values: TwoLayerValues = {
    gradientError: relativeError(
      start.gradient,
      differenceJacobian((x) => [twoLayerPoint(problem, x).loss], x0, 1e-2).data,
    ),
    hessianError: relativeError(
      twoLayerHessian(problem, start).data,
      differenceJacobian(gradientAt, x0, 1e-2).data,
    ),
    exactDistances: exact.distances,
    diagonalDistances: diagonal.distances,
    sketchedDistances: sketched.distances,
    halvingDistances: halving.distances,
    exactOrders: convergence(exact.distances).orders,
    diagonalContraction: convergence(diagonal.distances).contraction,
    sketchedContraction: convergence(sketched.distances).contraction,
    halvingContraction: convergence(halving.distances).contraction,
    sketchedRows: mean(sketched.rowsKept),
    halvingRows: mean(halving.rowsKept),
    minimum: [...best.x],
    kinkDistance: twoLayerPoint(problem, best.x).outputs.reduce(
      (least, u) => Math.min(least, Math.abs(u)),
      Number.MAX_VALUE,
    ),
    plainLeastEigenvalue: plain[0] / Math.max(Math.abs(plain[0]), Math.abs(plain[d - 1])),
  };
  return { values, bill, notes: notesOn(chosen, fits) };
}

function* studyTwoLayer({ random }: SystemOptions): Task<SystemOutcome<TwoLayerValues>> {
  const standard = defaultParameters(parameters);
  const outcome = yield* partOf(runTwoLayer(standard, { random }), 0, 2);
  const trials = contractionRates(standard, { trials: 5, random: random.split("rates") });
  const rates = yield* partOf(trials, 1, 2);
  const indefiniteShare = indefiniteShareOf({ points: 100, random: random.split("hessians") });
  return {
    ...outcome,
    values: { ...outcome.values, rates, indefiniteShare },
    notes: [
      ...outcome.notes,
      `${Math.round(100 * indefiniteShare)} % of random points have an indefinite Hessian without regulariser (n = 40, d = 4, random targets): the method needs w.`,
    ],
  };
}

function notesOn({ n }: TwoLayerParameters, fits: Readonly<Record<TwoLayerMode, SoftmaxReluFit>>): string[] {
  const { halving } = fits;
  const stopped = Object.values(fits).filter((fit) => fit.stopped);
  return [
    ...stopped.map(
      ({ mode, steps }) =>
        `Mode ${mode} stopped after ${steps} steps: the diagonal of the Hessian is not positive there; it needs a larger w.`,
    ),
    "The measurable claim is the rate: exact Newton is quadratic, the diagonal approximation and its sketches are linear, faster with more rows.",
    "The classical sketch saves no reads: exact leverage scores read all n rows, and so does the gradient, in every step.",
    halvingNote(halving, n),
    "A quantum algorithm can help with the Hessian only: the gradient holds Σ exp(z_i), and estimating it costs about √n/ε, which turns log(1/ε) steps into poly(1/ε).",
  ];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The word speed-up appears only where the counts show one. */
function halvingNote({ ledger, steps }: SoftmaxReluFit, n: number): string {
  const ofHessian = ledger.entries().filter(({ stage, unit }) => unit === "row" && stage !== "gradient");
  const asked = (access: "quantum" | "classical") =>
    ofHessian.reduce((sum, entry) => (entry.access === access ? sum + (entry.count ?? 0) : sum), 0);
  const quantum = asked("quantum");
  const classical = asked("classical");
  const all = n * steps;
  if (steps === 0) return "The quantum sketch made no step.";
  if (quantum === 0) {
    return `The quantum sketch read all ${n} rows in each of its ${steps} steps: at this size searching would cost more, so there is no gain to claim.`;
  }
  const total = quantum + classical;
  const verdict =
    total < all
      ? `a speed-up of ${(all / total).toPrecision(3)} in row queries for the Hessians, with coherent access to the stored rows (QRAM) and the constant 1 of the sampling rates, which has no proof`
      : "on this input the honest answer is to read everything";
  return `The quantum sketch asked ${quantum} coherent row queries and ${classical} classical reads in ${steps} steps, against ${all} reads of everything: ${verdict}.`;
}
