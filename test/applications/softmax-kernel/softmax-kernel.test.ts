import { describe, expect, it } from "vitest";
import { defaultParameters } from "../../../src/applications/default-parameters.ts";
import { differenceJacobian } from "../../../src/applications/difference-jacobian.ts";
import { relativeError } from "../../../src/applications/relative-error.ts";
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

  it("has gradients of F_l(x) that agree with differences to 1e-7, in all weights and for two outputs", () => {
    const [m, d] = [6, 4];
    const { weights, signs } = pairedNetwork({ d, m, outputs: 2 }, random.split("jacobian"));
    // Away from the start, where neurons are no longer pairs.
    const noise = random.split("moved");
    const point = weights.data.map((value) => value + 0.1 * noise.normal());
    const at = (entries: Float64Array) =>
      networkOutputs({ weights: new DenseMatrix(m, d, entries), signs }, data.X);
    const { slopes } = at(point);
    // ∂F_l(x_i)/∂w_r = slope_{li,r} x_i.
    const jacobian = Float64Array.from({ length: 16 * m * d }, (_, place) => {
      const [row, r, k] = [Math.floor(place / (m * d)), Math.floor(place / d) % m, place % d];
      return slopes.at(row, r) * data.X.at(row % 8, k);
    });
    const differences = differenceJacobian((x) => Array.from(at(x).outputs.data), point, 2e-3).data;
    expect(relativeError(jacobian, differences)).toBeLessThan(1e-7);
  });

  it("takes the largest logit off: weights in the thousands give finite outputs", () => {
    const { weights, signs } = pairedNetwork({ d: 4, m: 64, outputs: 1, sigma: 1e4 }, random.split("large"));
    const { outputs, slopes } = networkOutputs({ weights, signs }, data.X);
    expect([...outputs.data, ...slopes.data].every(Number.isFinite)).toBe(true);
  });

  it("starts at |F| of the order √m where neurons are not paired", () => {
    const rootMeanSquare = (m: number) => {
      const squares = Array.from({ length: 40 }, (_, seed) => {
        const { weights } = pairedNetwork({ d: 4, m, outputs: 1 }, random.split(`unpaired ${m}`, seed));
        const draw = random.split(`signs ${m}`, seed);
        const signs = new DenseMatrix(
          1,
          m,
          Float64Array.from({ length: m }, () => (draw.uniform() < 0.5 ? 1 : -1)),
        );
        return networkOutputs({ weights, signs }, data.X).outputs.data.reduce((sum, F) => sum + F * F, 0) / 8;
      });
      return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 40);
    };
    const [narrow, wide] = [rootMeanSquare(256), rootMeanSquare(4096)];
    expect(wide / narrow).toBeGreaterThan(3);
    expect(wide / narrow).toBeLessThan(5.4);
    expect(wide).toBeGreaterThan(0.5 * Math.sqrt(4096));
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

  it("at n = 400 has s = 152, 78 and 31 for λ = 0.1, 1 and 10: √(ns) score calls look cheap, s√(ns) kernel evaluations do not", () => {
    const [n, d, m] = [400, 6, 2048];
    const { X } = sphereData({ n, d }, random.split("table data"));
    const network = pairedNetwork({ d, m, outputs: 1 }, random.split("table network"));
    const kernel = tangentKernel(X, networkOutputs(network, X).slopes);
    const spectrum = symmetricEigenvalues(kernel);
    // Leading terms, constants and logarithms dropped: s, ns, √(ns), s√(ns).
    for (const [lambda, ...expected] of [
      [0.1, 152, 60_868, 247, 37_600],
      [1, 78, 31_367, 177, 13_900],
      [10, 31, 12_316, 111, 3_400],
    ]) {
      const s = spectrum.reduce((sum, e) => sum + e / (e + lambda), 0);
      const terms = [s, n * s, Math.sqrt(n * s), s * Math.sqrt(n * s)];
      terms.forEach(
        (term, k) => void expect(Math.abs(term / expected[k] - 1), `λ = ${lambda}`).toBeLessThan(0.06),
      );
      const sampled = kernelSampling(kernel, { lambda, random: random.split("table", 10 * lambda) });
      expect(sampled.dimension).toBeCloseTo(s, 6);
      // Counted: fewer calls than there are points or scores to read. With a call worth 2⌈s⌉ kernel evaluations the order turns
      // where the leading terms, without their factor π, would still promise a gain.
      expect(sampled.scoreCalls).toBeLessThan(0.02 * n * s);
      expect(sampled.scoreCalls / Math.sqrt(n * s)).toBeGreaterThan(1);
      expect(sampled.scoreCalls / Math.sqrt(n * s)).toBeLessThan(4);
      expect(sampled.quantumCheaper).toBe(lambda === 10);
      // At λ = 0.1 sampling costs more than all n² evaluations of the kernel.
      expect(sampled.quantumKernels > n * n).toBe(lambda === 0.1);
    }
  });

  it("refuses kernels that are not square, not finite or not positive, and a λ of 0", () => {
    const kernel = new DenseMatrix(1, 2, Float64Array.of(1, 2));
    expect(() => kernelSampling(kernel, { lambda: 1, random })).toThrow(/square kernel/);
    const square = new DenseMatrix(1, 1, Float64Array.of(1));
    expect(() => kernelSampling(square, { lambda: 0, random })).toThrow(/λ > 0/);
    for (const value of [-2, Number.NaN]) {
      const bad = new DenseMatrix(1, 1, Float64Array.of(value));
      expect(() => kernelSampling(bad, { lambda: 1, random })).toThrow(
        /kernelSampling: expected a finite kernel without eigenvalues below −λ/,
      );
    }
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
