import { spectralBoundsOf } from "../../matrix/algebra/spectral-bounds.ts";
import { symmetricEigenvalues } from "../../matrix/algebra/symmetric-eigenvalues.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { rowOracle } from "../../oracles/row-oracle.ts";
import { targetOracle } from "../../oracles/target-oracle.ts";
import type { Task } from "../../task/task.ts";
import { convergence } from "../convergence.ts";
import { defaultParameters } from "../default-parameters.ts";
import { differenceJacobian } from "../difference-jacobian.ts";
import { partOf } from "../part-of.ts";
import { pointAround } from "../point-around.ts";
import { relativeError } from "../relative-error.ts";
import type { MethodBill, System, SystemOptions, SystemOutcome } from "../system.ts";
import { WorkCount } from "../work-count.ts";
import { curvatureRows } from "./curvature-rows.ts";
import { halvedCurvature, sampledCurvature } from "./curvature-sketch.ts";
import { indefiniteShare } from "./indefinite-share.ts";
import { inversionGradient } from "./inversion-gradient.ts";
import { inversionHessian } from "./inversion-hessian.ts";
import { inversionLoss } from "./inversion-loss.ts";
import type { InversionMethod } from "./inversion-options.ts";
import { inversionProblem } from "./inversion-problem.ts";
import { invertLeverageTask } from "./invert-leverage.ts";
import { leverageJacobian } from "./leverage-jacobian.ts";
import { leveragePoint } from "./leverage-point.ts";
import { plantedInversion } from "./planted-inversion.ts";
import { type RecoveryRate, recoveryRates } from "./recovery-rates.ts";

/** The parameters of `leverage-inversion`. */
export interface LeverageInversionParameters {
  readonly n: number;
  readonly d: number;
  readonly radius: number;
  readonly interior: boolean;
  readonly method: InversionMethod;
  readonly w: number;
  readonly steps: number;
  readonly epsilon: number;
  readonly oversampling: number;
}

/** One method on the instance. */
interface MethodRun {
  readonly method: InversionMethod;
  readonly steps: number;
  readonly finalDistance: number;
  /** log e_{t+1} / log e_t (see convergence). */
  readonly orders: readonly number[];
  readonly contraction: number | null;
}

/** The results of `leverage-inversion`. */
export interface LeverageInversionValues {
  /** ‖J − J_differences‖_F / ‖J_differences‖_F at the start; the same of the gradient and of the Hessian. */
  readonly jacobianError: number;
  readonly gradientError: number;
  readonly hessianError: number;
  /** |Σσ_i(x) − d| and the range of the scores, at the start. */
  readonly scoreSumError: number;
  readonly leastScore: number;
  readonly greatestScore: number;
  /** The smallest eigenvalue of the Hessian of the loss at the start, over the largest in size. */
  readonly hessianLeastEigenvalue: number;
  /** Whether the planted x was found to 1e-6, and the distances to it, by the chosen method. */
  readonly recovered: boolean;
  readonly finalDistance: number;
  readonly distances: readonly number[];
  readonly losses: readonly number[];
  readonly converged: boolean;
  readonly methods: readonly MethodRun[];
  /** Rows kept by the quantum sketch of the Hessian at the start, and by its classical twin. */
  readonly sketchRows: number;
  readonly sampledRows: number;
  /** lower · H ⪯ H̃ ⪯ upper · H for both sketches H̃ of the diagonal Hessian H. */
  readonly sketchBounds: { readonly lower: number; readonly upper: number };
  readonly sampledBounds: { readonly lower: number; readonly upper: number };
  /** How often the planted x was found, by start; only in the default study. */
  readonly recovery?: readonly RecoveryRate[];
  /** Share of random points around the planted x with an indefinite Hessian, without regulariser; only in the default study. */
  readonly indefiniteShare?: number;
}

const parameters: System<LeverageInversionParameters, LeverageInversionValues>["parameters"] = {
  n: { kind: "integer", least: 2, most: 2 ** 20, default: 60, description: "rows of A" },
  d: { kind: "integer", least: 1, most: 32, default: 5, description: "columns of A, fewer than n" },
  radius: {
    kind: "number",
    least: 0,
    most: 100,
    default: 0.1,
    description: "distance of the start from the planted x",
  },
  interior: {
    kind: "flag",
    default: true,
    description: "whether b makes all s_i of the planted x positive; mixed signs otherwise",
  },
  method: {
    kind: "choice",
    choices: [
      "levenberg-marquardt",
      "gauss-newton",
      "newton",
      "gradient-descent",
      "diagonal",
      "sampled",
      "halving",
    ],
    default: "levenberg-marquardt",
    description: "how distances and finalDistance are reached",
  },
  w: {
    kind: "number",
    least: 0,
    most: 1e3,
    default: 0,
    description: "weight of the regulariser in each row",
  },
  steps: { kind: "integer", least: 0, most: 10_000, default: 100, description: "the most steps of a method" },
  epsilon: {
    kind: "number",
    least: 0.01,
    most: 0.99,
    default: 0.5,
    description: "accuracy of the halving sketch",
  },
  oversampling: {
    kind: "number",
    least: 0.1,
    most: 1e6,
    default: 30,
    description: "c in p_i = min(1, c σ_i) of the classical sketch",
  },
};

/** Inverting a distribution of leverage scores: x from σ(x), the scores of diag(Ax − b)⁻¹A. */
export const leverageInversion: System<LeverageInversionParameters, LeverageInversionValues> = {
  name: "leverage-inversion",
  title: "Inverting the leverage-score distribution",
  source: "arXiv:2404.13785",
  summary:
    "Finds the x whose leverage scores are given, from a start near by, with exact steps and with a Hessian that is sketched by the quantum algorithm of repeated halving.",
  parameters,
  run: runInversion,
  study: studyInversion,
};

function* runInversion(
  chosen: LeverageInversionParameters,
  { random }: SystemOptions,
): Task<SystemOutcome<LeverageInversionValues>> {
  const { n, d, radius, interior, w, method, steps, epsilon, oversampling } = chosen;
  const planted = plantedInversion({ n, d, interior }, random.split("instance"));
  const x0 = pointAround(planted.truth, radius, random.split("start"));
  const problem = inversionProblem({ ...planted, w });
  const oracles = { rows: rowOracle(planted.A), offsets: targetOracle(planted.b) };
  const at = (x: Float64Array) => leveragePoint(oracles, x, new WorkCount());
  const start = at(x0);
  const { residual } = inversionLoss(problem, start);
  // A step well inside the distance to the nearest pole: rows have length 1.
  const step = 1e-2 * start.slack.reduce((least, slack) => Math.min(least, Math.abs(slack)), 0.1);
  const gradientAt = (x: Float64Array) => {
    const point = at(x);
    return inversionGradient(problem, point, inversionLoss(problem, point).residual);
  };
  yield { stage: "derivatives", done: 0, total: 4 };
  const hessian = inversionHessian(problem, start, residual);
  const eigenvalues = symmetricEigenvalues(hessian);

  const bill: MethodBill[] = [];
  const runs: MethodRun[] = [];
  const methods = [...new Set<InversionMethod>([method, "gauss-newton", "diagonal"])];
  const results = [];
  for (const [k, each] of methods.entries()) {
    const task = invertLeverageTask({
      ...planted,
      w,
      x0,
      method: each,
      steps,
      random: random.split("sketches"),
      sketch: { epsilon, oversampling },
    });
    const result = yield* partOf(task, k, methods.length + 1);
    results.push(result);
    runs.push({
      method: each,
      steps: result.steps,
      finalDistance: result.distances[result.distances.length - 1],
      ...convergence(result.distances),
    });
    // What the sketches compute is not counted, only their queries.
    const counted = each !== "sampled" && each !== "halving";
    bill.push({ method: each, ledger: result.ledger.entries(), work: counted ? result.work : null });
  }
  const [main] = results;

  const ledger = new Ledger();
  const how = { epsilon, delta: 0.05, fallback: "auto" } as const;
  const halving = halvedCurvature(problem, start, how, random.split("halving"), ledger);
  const halved = yield* partOf(halving, methods.length, methods.length + 1);
  const sampled = sampledCurvature(problem, start, { oversampling }, random.split("sampling"));
  const rows = curvatureRows(problem, start);
  const bounds = (list: typeof halved) => {
    const { lower, upper } = spectralBoundsOf(list, rows);
    return { lower, upper };
  };
  bill.push({ method: "halving sketch of one Hessian", ledger: ledger.entries(), work: null });
  const values: LeverageInversionValues = {
    jacobianError: relativeError(
      leverageJacobian(start).data,
      differenceJacobian((x) => at(x).scores, x0, step).data,
    ),
    gradientError: relativeError(
      gradientAt(x0),
      differenceJacobian((x) => [inversionLoss(problem, at(x)).loss], x0, step).data,
    ),
    hessianError: relativeError(hessian.data, differenceJacobian(gradientAt, x0, step).data),
    scoreSumError: Math.abs(start.scores.reduce((sum, score) => sum + score, 0) - d),
    leastScore: start.scores.reduce((least, score) => Math.min(least, score), 1),
    greatestScore: start.scores.reduce((most, score) => Math.max(most, score), 0),
    hessianLeastEigenvalue: eigenvalues[0] / Math.max(-eigenvalues[0], eigenvalues[d - 1]),
    recovered: runs[0].finalDistance < 1e-6,
    finalDistance: runs[0].finalDistance,
    distances: main.distances,
    losses: main.losses,
    converged: main.converged,
    methods: runs,
    sketchRows: halved.weights.length,
    sampledRows: sampled.weights.length,
    sketchBounds: bounds(halved),
    sampledBounds: bounds(sampled),
  };
  return { values, bill, notes: notesOn(chosen, values, ledger) };
}

function* studyInversion({ random }: SystemOptions): Task<SystemOutcome<LeverageInversionValues>> {
  const standard = defaultParameters(parameters);
  const outcome = yield* partOf(runInversion(standard, { random }), 0, 2);
  const trials = recoveryRates(standard, { trials: 12, random: random.split("recovery") });
  const recovery = yield* partOf(trials, 1, 2);
  const { n, d } = standard;
  const share = indefiniteShare({ n, d, points: 50, random: random.split("hessians") });
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return {
    ...outcome,
    values: { ...outcome.values, recovery, indefiniteShare: share },
    notes: [
      ...outcome.notes,
      `${percent(share)} of random points around the planted x (radius 0.2 to 1) have an indefinite Hessian: without a strong regulariser the loss is not convex, and convergence is local.`,
    ],
  };
}

function notesOn(
  { n, w, radius }: LeverageInversionParameters,
  { recovered, sketchRows }: LeverageInversionValues,
  ledger: Ledger,
): string[] {
  const quantum = ledger.total({ oracle: "A", access: "quantum" });
  const classical = ledger.total({ oracle: "A", access: "classical" });
  return [
    recovered
      ? `The planted x was found from a start at distance ${radius}.`
      : w > 0
        ? "The minimum is not the planted x: a regulariser with w > 0 moves it."
        : `The planted x was not found from a start at distance ${radius}: the search is local, and no step may cross a pole.`,
    sketchNote(quantum, classical, 2 * n, sketchRows),
    "Only the Hessian is sketched. The gradient is a sum over all n rows and the target has n entries, so each step still reads all rows; no quantum algorithm for the inversion itself is known to us.",
    "Multiplying b and x by any t ≠ 0 leaves the scores unchanged: x is determined only because b is known.",
  ];
}

/** The word speed-up appears only where the counts show one. */
function sketchNote(quantum: number, classical: number, all: number, kept: number): string {
  if (quantum === 0) {
    return `The quantum sketch of a Hessian read all rows for each of its two runs and kept ${kept}: at this size searching would cost more, so there is no gain to claim.`;
  }
  const total = quantum + classical;
  const counts = `The quantum sketch of one Hessian kept ${kept} rows and asked ${quantum} coherent row queries and ${classical} classical reads for its two runs, against ${all} reads of everything`;
  const verdict =
    total < all
      ? `a speed-up of ${(all / total).toPrecision(3)} in row queries for this Hessian, with coherent access to the stored rows (QRAM) and the constant 1 of the sampling rates, which has no proof`
      : "on this input the honest answer is to read everything";
  return `${counts}: ${verdict}.`;
}
