import { largestEntry } from "../../matrix/algebra/largest-entry.ts";
import { symmetricEigenvalues } from "../../matrix/algebra/symmetric-eigenvalues.ts";
import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { requireSize } from "../../matrix/generators/require-size.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { complete } from "../../task/complete.ts";
import type { Task } from "../../task/task.ts";
import { type Work, WorkCount } from "../work-count.ts";
import {
  networkGradient,
  networkOutputs,
  pairedNetwork,
  type SoftmaxNetwork,
  tangentKernel,
} from "./softmax-network.ts";

/** Data and width of a network that is trained. */
export interface SoftmaxNTKOptions {
  /** n × d. */
  readonly X: MatrixInput;
  /** n × d_out. */
  readonly Y: MatrixInput;
  /** Neurons, an even number. */
  readonly m: number;
  /** Standard deviation of the weights at the start (default 1). */
  readonly sigma?: number;
  /** Steps of gradient descent (default 100). */
  readonly steps?: number;
  /** η (default 1/(m λ_max(H))). */
  readonly stepSize?: number;
  readonly random: RandomStream;
}

/** The kernel at the start, and training beside what it predicts. */
export interface SoftmaxNTK {
  /** H(0), n d_out × n d_out, in the order l·n + i. */
  readonly kernel: DenseMatrix;
  readonly leastEigenvalue: number;
  readonly largestEigenvalue: number;
  readonly stepSize: number;
  /** L before the first and after every step. */
  readonly losses: readonly number[];
  /** The same where residuals follow r ← (I − ηmH(0)) r. */
  readonly predicted: readonly number[];
  /** The largest |F| at the start. */
  readonly largestStart: number;
  /** max_r ‖w_r(T) − w_r(0)‖. */
  readonly largestMove: number;
  readonly start: SoftmaxNetwork;
  readonly ledger: readonly LedgerEntry[];
  readonly work: Work;
}

/**
 * Trains a two-layer softmax network by gradient descent and compares it with its tangent kernel at the start.
 *
 * F_l(x) = m⟨a_l, softmax(Wᵀx)⟩, L = ½ Σ (F_l(x_i) − y_{l,i})². The output scale is m, so η scales as 1/(mλ_max(H)).
 *
 * Queries: n rows of X and Y, (n d_out)(n d_out + 1)/2 kernel evaluations. Flops of a step: about nm(4d + 5d_out).
 * Errors: RangeError for shapes that do not fit, an odd m, steps or a step size out of range, or logits that overflow.
 *
 * @example softmaxNTK({ X, Y, m: 1024, random: seededRandom(7) }).leastEigenvalue
 *
 * Source: arXiv:2405.03251.
 */
export function softmaxNTK(options: SoftmaxNTKOptions): SoftmaxNTK {
  return complete(softmaxNTKTask(options));
}

/** softmaxNTK as a task that reports after each step. */
export function* softmaxNTKTask(options: SoftmaxNTKOptions): Task<SoftmaxNTK> {
  const { m, sigma = 1, steps = 100, random } = options;
  const [X, Y] = [rows("X", options.X), rows("Y", options.Y)];
  const [n, d, count] = [X.rows, X.columns, Y.columns];
  if (Y.rows !== n) {
    throw new RangeError(
      `softmaxNTK: expected a row of Y for each of the ${n} rows of X, got ${Y.rows}; row i belongs to row i.`,
    );
  }
  requireSize("softmaxNTK", "steps", steps, 0, 1e7);
  const start = pairedNetwork({ d, m, outputs: count, sigma }, random.split("network"));
  const ledger = new Ledger();
  ledger.enter("kernel");
  for (const oracle of ["X", "Y"])
    ledger.charge({ oracle, access: "classical", unit: "row", use: "read", count: n });
  const size = n * count;
  const work = new WorkCount();
  work.hold(m * (2 * d + count) + size * m + size * size + 3 * size);
  let now = networkOutputs(start, X);
  const kernel = tangentKernel(X, now.slopes);
  ledger.charge({
    oracle: "kernel",
    access: "classical",
    unit: "kernel",
    use: "read",
    count: (size * (size + 1)) / 2,
  });
  work.spend(size * (size + 1) * (m + d));
  const spectrum = symmetricEigenvalues(kernel);
  const largestEigenvalue = spectrum[size - 1];
  const stepSize = options.stepSize ?? (largestEigenvalue > 0 ? 1 / (m * largestEigenvalue) : 1 / m);
  if (!(stepSize > 0 && Number.isFinite(stepSize))) {
    throw new RangeError(
      `softmaxNTK: expected a finite step size > 0, got ${stepSize}; leave it out for 1/(m λ_max).`,
    );
  }
  const targets = Float64Array.from({ length: size }, (_, e) => Y.at(e % n, Math.floor(e / n)));
  const residualsOf = () => now.outputs.data.map((value, e) => value - targets[e]);
  const lossOf = (residuals: Float64Array) => residuals.reduce((sum, r) => sum + r * r, 0) / 2;
  const largestStart = largestEntry(now.outputs.data);
  let residuals = residualsOf();
  let frozen = residuals.slice();
  const [losses, predicted] = [[lossOf(residuals)], [lossOf(frozen)]];
  const weights = new DenseMatrix(m, d, start.weights.data.slice());
  for (let step = 0; step < steps; step++) {
    yield { stage: "training", done: step, total: steps };
    const gradient = networkGradient(X, now.slopes, residuals);
    for (let k = 0; k < weights.data.length; k++) weights.data[k] -= stepSize * gradient.data[k];
    now = networkOutputs({ weights, signs: start.signs }, X);
    residuals = residualsOf();
    frozen = frozen.map(
      (r, e) => r - stepSize * m * kernel.row(e).reduce((sum, h, f) => sum + h * frozen[f], 0),
    );
    losses.push(lossOf(residuals));
    predicted.push(lossOf(frozen));
    work.spend(n * m * (4 * d + 4 + 5 * count) + 2 * size * size + 2 * m * d);
  }
  let largestMove = 0;
  for (let r = 0; r < m; r++) {
    const [a, b] = [weights.row(r), start.weights.row(r)];
    largestMove = Math.max(largestMove, Math.hypot(...a.map((value, k) => value - b[k])));
  }
  return {
    kernel,
    leastEigenvalue: spectrum[0],
    largestEigenvalue,
    stepSize,
    losses,
    predicted,
    largestStart,
    largestMove,
    start,
    ledger: ledger.entries(),
    work: work.counted(),
  };
}

function rows(name: string, input: MatrixInput): DenseMatrix {
  const matrix = asMatrix(input, name);
  if (matrix.kind === "dense") return matrix;
  throw new TypeError(
    `softmaxNTK: expected ${name} row by row, got classes of equal rows; pass nested arrays.`,
  );
}
