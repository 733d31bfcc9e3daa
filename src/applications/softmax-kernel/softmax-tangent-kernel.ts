import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { defaultParameters } from "../default-parameters.ts";
import { differenceJacobian } from "../difference-jacobian.ts";
import { relativeError } from "../relative-error.ts";
import type { System, SystemOptions, SystemOutcome } from "../system.ts";
import { type KernelSampling, kernelSampling } from "./kernel-sampling.ts";
import { type MixtureScore, mixtureScore } from "./mixture-score.ts";
import { networkGradient, networkOutputs, type SoftmaxNetwork } from "./softmax-network.ts";
import { type SoftmaxNTK, softmaxNTKTask } from "./softmax-ntk.ts";

/** What one network takes. */
export interface SoftmaxKernelParameters {
  readonly n: number;
  readonly d: number;
  readonly m: number;
  readonly steps: number;
}

/** A network of one width. */
export interface WidthPoint {
  readonly m: number;
  readonly leastEigenvalue: number;
  readonly lossAgainstFrozenKernel: number;
  readonly largestMove: number;
}

/** What one network came to. */
export interface SoftmaxKernelValues {
  /** ‖g − g_differences‖/‖g_differences‖ over up to 16 weights. */
  readonly gradientError: number;
  readonly kernelMinEigenvalue: number;
  readonly kernelMaxEigenvalue: number;
  /** |loss/prediction − 1| after the last step with a prediction above 1e-20. */
  readonly lossAgainstFrozenKernel: number;
  readonly firstLoss: number;
  readonly lastLoss: number;
  /** The largest |F| before training; 0 but for rounding. */
  readonly largestStart: number;
  readonly largestMove: number;
  readonly sampling: Omit<KernelSampling, "ledger">;
  /** In the default study. */
  readonly widths?: readonly WidthPoint[];
  /** Its diffusion case: the score of a mixture on the line, from ever more points. */
  readonly mixture?: readonly MixtureScore[];
}

/** A two-layer softmax network beside its tangent kernel. */
export const softmaxTangentKernel: System<SoftmaxKernelParameters, SoftmaxKernelValues> = {
  name: "softmax-kernel",
  title: "A softmax network and its tangent kernel",
  source: "arXiv:2405.03251",
  summary:
    "A two-layer softmax network is trained by gradient descent; its tangent kernel at the start predicts the losses. Columns of the kernel are sampled by ridge leverage scores in superposition.",
  parameters: {
    n: { kind: "integer", default: 8, least: 1, most: 400, description: "data points, on the unit sphere" },
    d: { kind: "integer", default: 4, least: 1, most: 256, description: "entries of a data point" },
    m: { kind: "integer", default: 1024, least: 2, most: 2 ** 16, description: "neurons, an even number" },
    steps: { kind: "integer", default: 100, least: 0, most: 1e5, description: "steps of gradient descent" },
  },
  run: (parameters, options) => runInstance(parameters, options),
  study: (options) => runStudy(options),
};

/** n unit vectors, and targets uniform in [−1, 1]. */
export function sphereData(
  { n, d }: { readonly n: number; readonly d: number },
  random: RandomStream,
): { readonly X: DenseMatrix; readonly Y: DenseMatrix } {
  const X = new DenseMatrix(
    n,
    d,
    Float64Array.from({ length: n * d }, () => random.normal()),
  );
  for (let i = 0; i < n; i++) {
    const length = Math.hypot(...X.row(i));
    X.row(i).set(X.row(i).map((value) => value / length));
  }
  return {
    X,
    Y: new DenseMatrix(
      n,
      1,
      Float64Array.from({ length: n }, () => 2 * random.uniform() - 1),
    ),
  };
}

function* runInstance(
  { n, d, m, steps }: SoftmaxKernelParameters,
  { random }: SystemOptions,
): Task<SystemOutcome<SoftmaxKernelValues>> {
  const data = sphereData({ n, d }, random.split("data"));
  const fit = yield* softmaxNTKTask({ ...data, m, steps, random: random.split("training") });
  const sampled = kernelSampling(fit.kernel, {
    lambda: fit.largestEigenvalue / 10 || 1,
    random: random.split("sampling"),
  });
  const { ledger, ...sampling } = sampled;
  const values: SoftmaxKernelValues = {
    gradientError: gradientError(fit.start, data),
    kernelMinEigenvalue: fit.leastEigenvalue,
    kernelMaxEigenvalue: fit.largestEigenvalue,
    lossAgainstFrozenKernel: againstFrozen(fit),
    firstLoss: fit.losses[0],
    lastLoss: fit.losses[steps],
    largestStart: fit.largestStart,
    largestMove: fit.largestMove,
    sampling,
  };
  return {
    values,
    bill: [
      { method: "training, and the whole kernel", ledger: fit.ledger, work: fit.work },
      { method: "columns by ridge leverage scores", ledger, work: null },
    ],
    notes: [
      `${steps} steps: the loss is off the prediction of the frozen kernel by ${(100 * values.lossAgainstFrozenKernel).toPrecision(2)} %.`,
      sampling.quantumCheaper
        ? `Sampling ${Math.ceil(sampling.dimension)} columns took ${sampling.scoreCalls} score calls, ${sampling.quantumKernels} kernel evaluations, against ${sampling.classicalKernels}: a speed-up of ${(sampling.classicalKernels / sampling.quantumKernels).toPrecision(2)} in kernel evaluations on this kernel.`
        : `Sampling ${Math.ceil(sampling.dimension)} columns took ${sampling.scoreCalls} score calls. Each is several kernel evaluations, ${sampling.quantumKernels} in all, against ${sampling.classicalKernels} by reading all scores: reading is cheaper.`,
      "Coherent access to the data (QRAM) and the statistical dimension are assumed. The bounds do not show that softmax is better than ReLU.",
    ],
  };
}

function* runStudy(options: SystemOptions): Task<SystemOutcome<SoftmaxKernelValues>> {
  const { random } = options;
  const standard = defaultParameters<SoftmaxKernelParameters>(softmaxTangentKernel.parameters);
  const outcome = yield* runInstance(standard, options);
  const data = sphereData(standard, random.split("data"));
  const widths: WidthPoint[] = [];
  for (const m of [64, 256, 1024, 4096]) {
    const fit = yield* softmaxNTKTask({ ...data, m, random: random.split("width", m) });
    const { leastEigenvalue, largestMove } = fit;
    widths.push({ m, leastEigenvalue, lossAgainstFrozenKernel: againstFrozen(fit), largestMove });
  }
  const mixture = [16, 64, 256].map((n) => mixtureScore({ n, m: 512, random: random.split("mixture", n) }));
  return {
    ...outcome,
    values: { ...outcome.values, widths, mixture },
    notes: [
      ...outcome.notes,
      "The mixture on the line is a toy: one dimension, one noise level. It shows score matching as kernel regression, not the claims of the paper on diffusion.",
    ],
  };
}

/** |loss/prediction − 1| at the last step whose prediction is above 1e-20, where losses are not rounding noise. */
function againstFrozen({ losses, predicted }: SoftmaxNTK): number {
  const last = predicted.findLastIndex((value) => value > 1e-20);
  return last < 0 ? 0 : Math.abs(losses[last] / predicted[last] - 1);
}

/** Compares the gradient of the loss with differences in up to 16 weights of the first neurons. */
function gradientError(
  { weights, signs }: SoftmaxNetwork,
  { X, Y }: { readonly X: DenseMatrix; readonly Y: DenseMatrix },
): number {
  const checked = Math.min(16, weights.data.length);
  const at = (entries: Float64Array) => {
    const data = weights.data.slice();
    data.set(entries);
    const { outputs, slopes } = networkOutputs(
      { weights: new DenseMatrix(weights.rows, weights.columns, data), signs },
      X,
    );
    return { residuals: outputs.data.map((value, i) => value - Y.data[i]), slopes };
  };
  const point = weights.data.slice(0, checked);
  const { residuals, slopes } = at(point);
  const loss = (x: Float64Array) => [at(x).residuals.reduce((sum, r) => sum + r * r, 0) / 2];
  return relativeError(
    networkGradient(X, slopes, residuals).data.subarray(0, checked),
    differenceJacobian(loss, point, 2e-3).data,
  );
}
