import { median } from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
  networkOutputs,
  pairedNetwork,
  type SoftmaxNetwork,
  tangentKernel,
} from "../../../src/applications/softmax-kernel/softmax-network.ts";
import { type SoftmaxNTK, softmaxNTK } from "../../../src/applications/softmax-kernel/softmax-ntk.ts";
import { sphereData } from "../../../src/applications/softmax-kernel/softmax-tangent-kernel.ts";
import { symmetricEigenvalues } from "../../../src/matrix/algebra/symmetric-eigenvalues.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const random = seededRandom(405);
const [n, d] = [8, 4];
const norm = (values: Float64Array) => Math.hypot(...values);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const apart = (a: DenseMatrix, b: DenseMatrix) => norm(a.data.map((value, at) => value - b.data[at]));

/** The kernel of infinitely many neurons with weights N(0, v): ⟨x_i, x_j⟩ e^{v⟨x_i, x_j⟩}, as E e^{w·(x_i + x_j)} = e^{v(1 + ⟨x_i, x_j⟩)}. */
function limitKernel(X: DenseMatrix, variance = 1): DenseMatrix {
  const kernel = new DenseMatrix(X.rows, X.rows, new Float64Array(X.rows ** 2));
  for (let i = 0; i < X.rows; i++) {
    for (let j = 0; j < X.rows; j++) {
      const inner = X.row(i).reduce((sum, x, k) => sum + x * X.at(j, k), 0);
      kernel.row(i)[j] = inner * Math.exp(variance * inner);
    }
  }
  return kernel;
}

/** Eight points on the sphere of R^4 whose limiting kernel has a least eigenvalue of about 0.7; the median of such points is 0.37. */
function drawData(trial: number, within: number): ReturnType<typeof sphereData> {
  for (let attempt = 0; ; attempt++) {
    const drawn = sphereData({ n, d }, random.split(`data ${trial}`, attempt));
    if (Math.abs(symmetricEigenvalues(limitKernel(drawn.X))[0] - 0.7) < within) return drawn;
  }
}
const data = drawData(0, 0.02);

const networkOf = (m: number, seed: number) =>
  pairedNetwork({ d, m, outputs: 1 }, random.split(`network ${m}`, seed));
const kernelOf = (network: SoftmaxNetwork) => tangentKernel(data.X, networkOutputs(network, data.X).slopes);
const kernelsOf = (m: number, seeds: number) =>
  Array.from({ length: seeds }, (_, seed) => kernelOf(networkOf(m, seed)));

const deviation = ({ losses, predicted }: SoftmaxNTK, t: number) => Math.abs(losses[t] / predicted[t] - 1);

describe("the tangent kernel at the start", () => {
  it("tends to ⟨x_i, x_j⟩ e^{⟨x_i, x_j⟩} as the width grows: an output scale of m, not of 1/√m", () => {
    const limit = limitKernel(data.X);
    const off = [64, 1024, 16384].map((m) => {
      const kernels = kernelsOf(m, 20);
      const average = new DenseMatrix(
        n,
        n,
        limit.data.map((_, at) => mean(kernels.map(({ data: h }) => h[at]))),
      );
      return apart(average, limit) / norm(limit.data);
    });
    expect(off[2]).toBeLessThan(0.03);
    expect(off[2]).toBeLessThan(off[1]);
    expect(off[1]).toBeLessThan(off[0]);
    expect(norm(limit.data)).toBeCloseTo(9, 0);
  });

  it("has a least eigenvalue that rises from about 0.40 to 0.69 between 64 and 16384 neurons", () => {
    const least = [64, 256, 1024, 16384].map((m) =>
      mean(kernelsOf(m, 40).map((kernel) => symmetricEigenvalues(kernel)[0])),
    );
    for (let k = 1; k < least.length; k++) expect(least[k]).toBeGreaterThan(least[k - 1]);
    // The least eigenvalue of one network varies by 0.13 at 64 neurons: a mean of 40 by 0.02.
    expect(Math.abs(least[0] - 0.4)).toBeLessThan(0.1);
    expect(Math.abs(least[3] - 0.69)).toBeLessThan(0.04);
  });

  it("varies less over seeds the wider the network: by about 1.9 at 64 neurons and 0.44 at 16384", () => {
    const spread = [64, 256, 1024, 4096, 16384].map((m) => {
      const kernels = kernelsOf(m, 40);
      const average = kernels[0].data.map((_, at) => mean(kernels.map(({ data: h }) => h[at])));
      return median(kernels.map((kernel) => apart(kernel, new DenseMatrix(n, n, average))));
    });
    for (let k = 1; k < spread.length; k++) expect(spread[k]).toBeLessThan(spread[k - 1]);
    // Squares of lognormal numbers have heavy tails: medians are taken, and they fall by less than √256 = 16.
    expect(Math.abs(spread[0] / 1.9 - 1)).toBeLessThan(0.35);
    expect(Math.abs(spread[4] / 0.44 - 1)).toBeLessThan(0.35);
  });
});

describe("the kernel after every row of W moved by R in a random direction", () => {
  const widths = [64, 256, 1024, 4096, 16384];
  const radii = [0.01, 0.1, 0.5];
  /** Mean ‖ΔH‖_F by width and R; the same networks and directions for every R, so that ratios vary little. */
  const changes = widths.map((m) => {
    const trials = m > 1024 ? 24 : 60;
    const sums = radii.map(() => 0);
    for (let trial = 0; trial < trials; trial++) {
      const network = networkOf(m, trial);
      const start = kernelOf(network);
      const stream = random.split(`directions ${m}`, trial);
      const directions = Float64Array.from({ length: m * d }, () => stream.normal());
      for (let r = 0; r < m; r++) {
        const row = directions.subarray(r * d, (r + 1) * d);
        row.set(row.map((value) => value / norm(row)));
      }
      radii.forEach((R, at) => {
        const moved = network.weights.data.map((weight, k) => weight + R * directions[k]);
        sums[at] += apart(kernelOf({ ...network, weights: new DenseMatrix(m, d, moved) }), start) / trials;
      });
    }
    return sums;
  });

  it("changes 7 to 12 times as much at R = 0.1 as at R = 0.01, at every width from 64 to 16384", () => {
    for (const [small, large] of changes) {
      expect(large / small).toBeGreaterThan(7);
      expect(large / small).toBeLessThan(12);
    }
  });

  it("changes less the wider the network at the same small R: about 0.02 at 64 neurons, 0.004 at 16384, R = 0.01", () => {
    for (const at of [0, 1]) {
      for (let k = 1; k < widths.length; k++) expect(changes[k][at]).toBeLessThan(changes[k - 1][at]);
    }
    const [narrow, wide] = [changes[0], changes[4]];
    expect(Math.abs(narrow[0] / 0.022 - 1)).toBeLessThan(0.4);
    expect(Math.abs(wide[0] / 0.004 - 1)).toBeLessThan(0.4);
    expect(Math.abs(narrow[1] / 0.178 - 1)).toBeLessThan(0.4);
    expect(Math.abs(wide[1] / 0.035 - 1)).toBeLessThan(0.4);
  });

  it("is no longer linear in R at R = 0.5 for wide networks, where the limit itself has moved", () => {
    // Five times R: five times the change at 64 neurons, far more at 16384 (measured .035 → .557 elsewhere).
    expect(changes[0][2] / changes[0][1]).toBeLessThan(6.5);
    expect(changes[4][2] / changes[4][1]).toBeGreaterThan(10);
    // Directions on a sphere of radius R add R²/d to the variance 1 of the weights: ⟨x_i, x_j⟩ e^{(1 + R²/d)⟨x_i, x_j⟩}.
    const limitChange = apart(limitKernel(data.X, 1 + 0.25 / d), limitKernel(data.X));
    expect(Math.abs(changes[4][2] / limitChange - 1)).toBeLessThan(0.2);
  });

  it("lies far below the bound R n d e^{10B}, already without the exponential", () => {
    for (const row of changes) row.forEach((value, at) => void expect(value).toBeLessThan(radii[at] * n * d));
  });
});

describe("training beside the kernel of the start", () => {
  const widths = [64, 256, 1024, 4096];
  /** Networks on data and targets of their own: at the default step 1/(mλ_max), and at a tenth of it. */
  const table = widths.map((m) =>
    Array.from({ length: m > 1024 ? 7 : 11 }, (_, trial) => {
      const options = { ...drawData(trial, 0.1), m, random: random.split(`train ${m}`, trial) };
      const full = softmaxNTK(options);
      return { full, slow: softmaxNTK({ ...options, stepSize: full.stepSize / 10 }) };
    }),
  );

  it("loses at least at the rate of λ: loss_t ≤ 1.03·loss_0 (1 − ηmλ)^{2t} at every width and both steps", () => {
    table.forEach((runs, at) => {
      for (const { losses, stepSize, leastEigenvalue } of runs.flatMap(({ full, slow }) => [full, slow])) {
        for (const t of [1, 3, 10, 30, 100]) {
          const rate = (1 - stepSize * widths[at] * leastEigenvalue) ** (2 * t);
          expect(losses[t]).toBeLessThanOrEqual(1.03 * losses[0] * rate);
        }
      }
    });
  });

  it("has the predicted loss to 3 digits at t = 100 for 64 … 4096 neurons, at a tenth of the default step", () => {
    for (const runs of table) {
      const off = runs.map(({ slow }) => deviation(slow, 100));
      expect(median(off)).toBeLessThan(1e-3);
      expect(Math.max(...off)).toBeLessThan(3e-3);
    }
  });

  it("at the default step is off by 1.5 % at 64 neurons and 6e-5 at 4096, when the loss has fallen by ten orders", () => {
    // The first digits are right at first; the error adds up over the steps and is relative to what little is left.
    const early = table.map((runs) => median(runs.map(({ full }) => deviation(full, 20))));
    const late = table.map((runs) => median(runs.map(({ full }) => deviation(full, 100))));
    const bounds = [4e-2, 1e-2, 1.5e-3, 2e-4];
    for (let k = 0; k < widths.length; k++) {
      expect(late[k]).toBeLessThan(bounds[k]);
      expect(early[k]).toBeLessThan(late[k]);
      if (k > 0) expect(late[k - 1] / late[k]).toBeGreaterThan(2.5);
    }
    expect(late[0]).toBeGreaterThan(2e-3);
    expect(median(table[0].map(({ full }) => full.losses[100] / full.losses[0]))).toBeLessThan(1e-6);
  });

  it("is off by a quarter when the targets are halved: pairs cancel the first order in the moves", () => {
    const ratios = Array.from({ length: 7 }, (_, trial) => {
      const { X, Y } = drawData(trial, 0.1);
      const [one, half] = [1, 0.5].map((scale) =>
        softmaxNTK({
          X,
          Y: new DenseMatrix(
            n,
            1,
            Y.data.map((y) => scale * y),
          ),
          m: 256,
          random: random.split("halved", trial),
        }),
      );
      return deviation(one, 50) / deviation(half, 50);
    });
    expect(Math.abs(median(ratios) - 4)).toBeLessThan(0.4);
  });

  it("moves its rows roughly like 1/m: .055/.017/.005/.002 at 64/256/1024/4096 neurons", () => {
    const moves = table.map((runs) => median(runs.map(({ full }) => full.largestMove)));
    [0.055, 0.017, 0.005, 0.002].forEach((value, k) => {
      expect(moves[k] / value).toBeGreaterThan(0.6);
      expect(moves[k] / value).toBeLessThan(1.6);
    });
    // The neuron that moves most has the largest softmax weight, which grows like e^{√(2 ln m)}: a little slower than 1/m.
    const exponent = Math.log(moves[0] / moves[3]) / Math.log(64);
    expect(exponent).toBeGreaterThan(0.6);
    expect(exponent).toBeLessThan(1);
  });

  it("needs a step that scales as 1/m: the step of 64 neurons is far too long for 4096", () => {
    const { stepSize } = table[0][0].full;
    const options = { ...drawData(0, 0.1), m: 4096, steps: 30, random: random.split("long step") };
    const { losses, predicted } = softmaxNTK({ ...options, stepSize });
    expect(losses[30]).toBeGreaterThan(losses[0]);
    expect(predicted[30]).toBeGreaterThan(1e10 * predicted[0]);
  });

  it("ends in rounding noise near 1e-27, where losses and predictions have nothing in common", () => {
    const run = softmaxNTK({ ...drawData(0, 0.1), m: 1024, steps: 1000, random: random.split("long") });
    const last = run.predicted.findLastIndex((loss) => loss > 1e-20);
    expect(last).toBeLessThan(1000);
    expect(deviation(run, last)).toBeLessThan(0.02);
    expect(run.losses[1000]).toBeLessThan(1e-24);
    expect(run.losses[1000] / run.predicted[1000]).toBeGreaterThan(10);
  });
});
