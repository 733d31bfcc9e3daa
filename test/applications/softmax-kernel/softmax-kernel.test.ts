import { describe, expect, it } from "vitest";
import { defaultParameters } from "../../../src/applications/default-parameters.ts";
import { kernelSampling } from "../../../src/applications/softmax-kernel/kernel-sampling.ts";
import { mixtureScore, posteriorMean } from "../../../src/applications/softmax-kernel/mixture-score.ts";
import {
  networkOutputs,
  pairedNetwork,
  tangentKernel,
} from "../../../src/applications/softmax-kernel/softmax-network.ts";
import { softmaxNTK } from "../../../src/applications/softmax-kernel/softmax-ntk.ts";
import {
  type SoftmaxKernelParameters,
  softmaxTangentKernel,
  sphereData,
} from "../../../src/applications/softmax-kernel/softmax-tangent-kernel.ts";
import { symmetricEigenvalues } from "../../../src/matrix/algebra/symmetric-eigenvalues.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";

const random = seededRandom(3251);
const data = sphereData({ n: 8, d: 4 }, random.split("data"));
const norm = (a: Float64Array, b?: Float64Array) =>
  Math.hypot(...a.map((value, k) => value - (b === undefined ? 0 : b[k])));

describe("softmaxNTK", () => {
  it("starts at F = 0 for paired neurons, and its kernel has no negative eigenvalue", () => {
    for (const m of [2, 64, 500]) {
      const { largestStart, leastEigenvalue, largestEigenvalue } = softmaxNTK({
        ...data,
        m,
        steps: 0,
        random: random.split("start", m),
      });
      expect(largestStart).toBeLessThanOrEqual(1e-12);
      expect(leastEigenvalue).toBeGreaterThanOrEqual(-1e-10 * largestEigenvalue);
    }
  });

  it("agrees with the frozen kernel to 3 digits at t = 100 for wide networks, loss falling at least at its rate", () => {
    for (const m of [1024, 4096]) {
      const fit = softmaxNTK({ ...data, m, random: random.split("train", m) });
      const { losses, predicted, stepSize, leastEigenvalue } = fit;
      expect(Math.abs(losses[100] / predicted[100] - 1)).toBeLessThan(5e-3);
      for (const t of [1, 10, 50, 100]) {
        const rate = (1 - stepSize * m * leastEigenvalue) ** (2 * t);
        expect(losses[t]).toBeLessThanOrEqual(1.03 * losses[0] * rate);
      }
    }
  });

  it("moves its weights less the wider it is, about like 1/m", () => {
    const moves = [64, 512, 4096].map(
      (m) => softmaxNTK({ ...data, m, random: random.split("move", m) }).largestMove,
    );
    expect(moves[0] / moves[1]).toBeGreaterThan(2.5);
    expect(moves[1] / moves[2]).toBeGreaterThan(2.5);
  });

  it("has a kernel that grows 7 to 12 times in its change when rows are moved 10 times as far", () => {
    const network = pairedNetwork({ d: 4, m: 1024, outputs: 1 }, random.split("perturbed"));
    const base = tangentKernel(data.X, networkOutputs(network, data.X).slopes);
    const change = (R: number) => {
      let sum = 0;
      for (let trial = 0; trial < 8; trial++) {
        const stream = random.split("directions", trial);
        const weights = new DenseMatrix(1024, 4, network.weights.data.slice());
        for (let r = 0; r < 1024; r++) {
          const direction = Float64Array.from({ length: 4 }, () => stream.normal());
          const length = norm(direction);
          weights.row(r).set(weights.row(r).map((w, k) => w + (R * direction[k]) / length));
        }
        const moved = tangentKernel(data.X, networkOutputs({ ...network, weights }, data.X).slopes);
        sum += norm(moved.data, base.data);
      }
      return sum / 8;
    };
    const ratio = change(0.1) / change(0.01);
    expect(ratio).toBeGreaterThan(7);
    expect(ratio).toBeLessThan(12);
    // The bound R n d exp(10B) is far above.
    expect(change(0.01)).toBeLessThan(0.01 * 8 * 4);
  });

  it("has a kernel whose least eigenvalue rises and whose spread over seeds falls with the width", () => {
    const kernels = (m: number) =>
      Array.from({ length: 12 }, (_, seed) => {
        const network = pairedNetwork({ d: 4, m, outputs: 1 }, random.split(`width ${m}`, seed));
        return tangentKernel(data.X, networkOutputs(network, data.X).slopes);
      });
    const summary = (list: DenseMatrix[]) => {
      const mean = list[0].data.map((_, at) => list.reduce((sum, { data: h }) => sum + h[at] / 12, 0));
      return {
        least: list.reduce((sum, kernel) => sum + symmetricEigenvalues(kernel)[0] / 12, 0),
        spread: list.reduce((sum, { data: h }) => sum + norm(h, mean) / 12, 0),
      };
    };
    const [narrow, wide] = [summary(kernels(64)), summary(kernels(4096))];
    expect(wide.least).toBeGreaterThan(narrow.least);
    expect(wide.spread).toBeLessThan(narrow.spread / 2);
  });

  it("starts at |F| of the order √m where neurons are not paired", () => {
    const network = pairedNetwork({ d: 4, m: 4096, outputs: 1 }, random.split("unpaired"));
    const draw = random.split("signs");
    const signs = new DenseMatrix(
      1,
      4096,
      network.signs.data.map(() => (draw.uniform() < 0.5 ? 1 : -1)),
    );
    const { outputs } = networkOutputs({ weights: network.weights, signs }, data.X);
    expect(norm(outputs.data) / Math.sqrt(8)).toBeGreaterThan(5);
  });

  it("handles several outputs: n·d_out residuals, a symmetric kernel", () => {
    const Y = new DenseMatrix(
      8,
      2,
      Float64Array.from({ length: 16 }, (_, i) => Math.sin(i)),
    );
    const { kernel, losses, ledger } = softmaxNTK({
      X: data.X,
      Y,
      m: 512,
      steps: 50,
      random: random.split("two"),
    });
    expect(kernel.rows).toBe(16);
    expect(symmetricEigenvalues(kernel)[0]).toBeGreaterThan(0);
    expect(losses[50]).toBeLessThan(losses[0] / 2);
    expect(ledger.find(({ unit }) => unit === "kernel")?.count).toBe((16 * 17) / 2);
  });

  it("refuses shapes that do not fit, an odd width, broken steps and logits that overflow", () => {
    const run = (more: object) => () => softmaxNTK({ ...data, m: 8, random, ...more });
    expect(run({ Y: [[1]] })).toThrow(/softmaxNTK: expected a row of Y for each of the 8 rows of X, got 1/);
    expect(run({ m: 7 })).toThrow(/expected an even m, got 7/);
    expect(run({ m: 0 })).toThrow(RangeError);
    expect(run({ steps: -1 })).toThrow(/expected steps/);
    expect(run({ stepSize: 0 })).toThrow(/step size > 0/);
    expect(run({ sigma: -1 })).toThrow(/finite σ/);
    expect(run({ X: [[Number.NaN]], Y: [[1]] })).toThrow(/X: expected a finite number/);
    expect(run({ X: [[1e200, 1e200]], Y: [[1]], sigma: 1e200 })).toThrow(/finite logits/);
  });
});

describe("kernelSampling", () => {
  it("converts score calls to kernel evaluations and says cheaper only by counting", () => {
    const { X } = sphereData({ n: 60, d: 4 }, random.split("sample data"));
    const network = pairedNetwork({ d: 4, m: 256, outputs: 1 }, random.split("sample network"));
    const kernel = tangentKernel(X, networkOutputs(network, X).slopes);
    for (const lambda of [0.1, 1, 10]) {
      const sampled = kernelSampling(kernel, { lambda, random: random.split("sample", 10 * lambda) });
      const spectrum = symmetricEigenvalues(kernel);
      const dimension = spectrum.reduce((sum, e) => sum + e / (e + lambda), 0);
      expect(sampled.dimension).toBeCloseTo(dimension, 6);
      const cost = Math.ceil(sampled.dimension);
      expect(sampled.quantumKernels).toBe(2 * cost * sampled.scoreCalls);
      expect(sampled.classicalKernels).toBe(60 * cost);
      expect(sampled.quantumCheaper).toBe(sampled.quantumKernels < sampled.classicalKernels);
      expect(sampled.traceError).toBeGreaterThanOrEqual(0);
      expect(sampled.traceError).toBeLessThan(0.7);
    }
  });

  it("refuses kernels that are not square and a λ of 0", () => {
    const kernel = new DenseMatrix(1, 2, Float64Array.of(1, 2));
    expect(() => kernelSampling(kernel, { lambda: 1, random })).toThrow(/square kernel/);
    const square = new DenseMatrix(1, 1, Float64Array.of(1));
    expect(() => kernelSampling(square, { lambda: 0, random })).toThrow(/λ > 0/);
  });
});

describe("mixtureScore", () => {
  it("learns E[x0 | xt] better from more points, far better than its mean", () => {
    const [few, many] = [16, 200].map((n) => mixtureScore({ n, m: 256, random: random.split("mixture", n) }));
    expect(many.meanError).toBeLessThan(few.meanError);
    expect(many.meanError).toBeLessThan(0.25 * many.trivialError);
    expect(() => mixtureScore({ n: 1, m: 4, random })).toThrow(RangeError);
  });

  it("measures against the posterior mean that numerical integration gives", () => {
    for (const x of [-1.5, 0, 0.3, 2]) {
      let [top, bottom] = [0, 0];
      for (let clean = -4; clean <= 4; clean += 1e-3) {
        const prior = [-1, 1].reduce((sum, at) => sum + Math.exp(-((clean - at) ** 2) / 0.08), 0);
        const weight = prior * Math.exp(-((x - clean) ** 2) / 0.5);
        top += clean * weight;
        bottom += weight;
      }
      expect(posteriorMean(x, 0.2, 0.5)).toBeCloseTo(top / bottom, 6);
    }
  });
});

describe("softmax-kernel", () => {
  const standard = defaultParameters<SoftmaxKernelParameters>(softmaxTangentKernel.parameters);
  const run = (parameters: Partial<SoftmaxKernelParameters>, seed: number) =>
    complete(softmaxTangentKernel.run({ ...standard, ...parameters }, { random: seededRandom(seed) }));

  it("gives gradients to 1e-8, a kernel without negative eigenvalues, losses near the frozen kernel", () => {
    for (const seed of [1, 2, 3]) {
      const { values } = run({}, seed);
      expect(values.gradientError).toBeLessThan(1e-8);
      expect(values.kernelMinEigenvalue).toBeGreaterThan(0);
      expect(values.lossAgainstFrozenKernel).toBeLessThan(0.02);
      expect(JSON.parse(JSON.stringify(values))).toEqual(values);
      expect(run({}, seed).values).toEqual(values);
    }
  });

  it("has a default study: widths, and the mixture on the line", () => {
    const { values } = complete(softmaxTangentKernel.study!({ random: seededRandom(7) }));
    expect(values.widths!.map(({ m }) => m)).toEqual([64, 256, 1024, 4096]);
    expect(values.widths![3].lossAgainstFrozenKernel).toBeLessThan(5e-3);
    expect(values.mixture![2].meanError).toBeLessThan(values.mixture![0].meanError);
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  }, 60_000);

  it("says speed-up only where kernel evaluations show one", () => {
    for (const n of [1, 8, 100]) {
      const { values, notes } = run({ n, m: 64, steps: 5 }, 4);
      expect(notes.join(" ").includes("speed-up")).toBe(values.sampling.quantumCheaper);
    }
  });
});
