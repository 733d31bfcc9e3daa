import { describe, expect, it } from "vitest";
import { convergence } from "../../../src/applications/convergence.ts";
import { differenceJacobian } from "../../../src/applications/difference-jacobian.ts";
import { pointAround } from "../../../src/applications/point-around.ts";
import { relativeError } from "../../../src/applications/relative-error.ts";
import {
  contractionRates,
  indefiniteShareOf,
} from "../../../src/applications/two-layer-newton/contraction-rates.ts";
import { diagonalRows } from "../../../src/applications/two-layer-newton/diagonal-rows.ts";
import {
  softmaxReluNewton,
  softmaxReluNewtonAsync,
} from "../../../src/applications/two-layer-newton/softmax-relu-newton.ts";
import { twoLayerHessian } from "../../../src/applications/two-layer-newton/two-layer-hessian.ts";
import { twoLayerInstance } from "../../../src/applications/two-layer-newton/two-layer-instance.ts";
import { twoLayerPoint } from "../../../src/applications/two-layer-newton/two-layer-point.ts";
import { twoLayerProblem } from "../../../src/applications/two-layer-newton/two-layer-problem.ts";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";

const size = { n: 600, d: 5, m: 20 };

function pointNear(size: { n: number; d: number; m: number }, seed: number) {
  const random = seededRandom(seed);
  return {
    ...twoLayerInstance({ ...size, targets: "random" }, random),
    x: Float64Array.from({ length: size.d }, () => random.normal()),
  };
}

/** B(x) written out as n × n, term by term: the definition that the Hessian must agree with. */
function innerMatrix(A: DenseMatrix, f: Float64Array, u: Float64Array, v: Float64Array): number[][] {
  const n = f.length;
  const mean = f.reduce((sum, value, i) => sum + value * v[i], 0);
  const jacobian = Array.from(f, (_, i) => Array.from(f, (_, j) => (i === j ? f[i] : 0) - f[i] * f[j]));
  const open = Array.from({ length: A.rows }, (_, k) => (u[k] > 0 ? 1 : 0));
  const outer = Array.from({ length: A.rows }, (_, k) =>
    Array.from(f, (_, j) => jacobian.reduce((sum, row, i) => sum + A.at(k, i) * row[j], 0)),
  );
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => {
      const data = outer.reduce((sum, row, k) => sum + open[k] * row[i] * row[j], 0);
      const diagonal = i === j ? f[i] * v[i] - mean * f[i] : 0;
      return data + diagonal - f[i] * v[i] * f[j] - f[i] * f[j] * v[j] + 2 * mean * f[i] * f[j];
    }),
  );
}

describe("the two-layer loss", () => {
  it.each([0.02, 0.1, 1])("has gradient and Hessian that agree with differences below 1e-7 (w = %s)", (w) => {
    for (const seed of [1, 2, 3]) {
      const { x, ...data } = pointNear(size, seed);
      const problem = twoLayerProblem({ ...data, w });
      const point = twoLayerPoint(problem, x);
      const slope = differenceJacobian((y) => [twoLayerPoint(problem, y).loss], x, 1e-2);
      expect(relativeError(point.gradient, slope.data)).toBeLessThan(1e-7);
      const curvature = differenceJacobian((y) => twoLayerPoint(problem, y).gradient, x, 1e-2);
      expect(relativeError(twoLayerHessian(problem, point).data, curvature.data)).toBeLessThan(1e-7);
    }
  });

  it("has the Hessian Cᵀ(B + diag w²)C with B written out, and rows √D C from its diagonal", () => {
    const { x, C, A, b } = pointNear({ n: 12, d: 3, m: 4 }, 4);
    const w = Array.from({ length: 12 }, (_, i) => 1 + i / 10);
    const problem = twoLayerProblem({ C, A, b, w });
    const point = twoLayerPoint(problem, x);
    const inner = innerMatrix(A, point.softmax, point.outputs, point.pulled);
    for (let i = 0; i < 12; i++) inner[i][i] += w[i] ** 2;
    const sandwich = (entry: (i: number, j: number) => number) =>
      Array.from({ length: 9 }, (_, at) => {
        const [k, l] = [Math.floor(at / 3), at % 3];
        let sum = 0;
        for (let i = 0; i < 12; i++)
          for (let j = 0; j < 12; j++) sum += C.at(i, k) * entry(i, j) * C.at(j, l);
        return sum;
      });
    const hessian = twoLayerHessian(problem, point);
    expect(
      relativeError(
        hessian.data,
        sandwich((i, j) => inner[i][j]),
      ),
    ).toBeLessThan(1e-13);
    const diagonal = gramMatrix(diagonalRows(problem, point)!);
    const expected = sandwich((i, j) => (i === j ? inner[i][i] : 0));
    expect(relativeError(diagonal.data, expected)).toBeLessThan(1e-13);
  });

  it("closes ReLU where Af is negative", () => {
    const { x, C, A, b } = pointNear({ n: 12, d: 3, m: 4 }, 5);
    const negative = new DenseMatrix(
      4,
      12,
      A.data.map((entry, at) => (at < 24 ? -entry : entry)),
    );
    const problem = twoLayerProblem({ C, A: negative, b, w: 0.1 });
    expect([...twoLayerPoint(problem, x).outputs].map(Math.sign)).toEqual([-1, -1, 1, 1]);
    const curvature = differenceJacobian((y) => twoLayerPoint(problem, y).gradient, x, 1e-2);
    const hessian = twoLayerHessian(problem, twoLayerPoint(problem, x));
    expect(relativeError(hessian.data, curvature.data)).toBeLessThan(1e-7);
  });

  it("does not see a multiple of the all-ones vector added to Cx, but for the regulariser", () => {
    const { C, A, b } = pointNear({ n: 30, d: 2, m: 4 }, 6);
    const ones = new DenseMatrix(
      30,
      2,
      C.data.map((entry, at) => (at % 2 === 1 ? 1 : entry)),
    );
    const problem = twoLayerProblem({ C: ones, A, b, w: 0 });
    const [here, there] = [0, 7].map((shift) => twoLayerPoint(problem, Float64Array.of(0.4, shift)).loss);
    expect(Math.abs(here - there)).toBeLessThan(1e-14);
  });

  it("takes logits that overflow an exponential", () => {
    const { C, A, b } = pointNear({ n: 30, d: 2, m: 4 }, 7);
    const { loss, gradient } = twoLayerPoint(twoLayerProblem({ C, A, b, w: 0 }), Float64Array.of(5e4, -5e4));
    expect(Number.isFinite(loss)).toBe(true);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });
});

describe("softmaxReluNewton", () => {
  it.each([0.02, 0.1, 1])("by the exact Hessian converges quadratically (w = %s): order ≥ 1.7", (w) => {
    let pairs = 0;
    for (let seed = 0; seed < 5; seed++) {
      const random = seededRandom(seed);
      const data = { ...twoLayerInstance(size, random.split("instance")), w };
      const best = softmaxReluNewton({ ...data, damped: true });
      const x0 = pointAround(best.x, 0.09, random.split("start"));
      const { distances } = softmaxReluNewton({ ...data, x0, truth: best.x });
      const { orders } = convergence(distances);
      for (const order of orders) expect(order).toBeGreaterThanOrEqual(1.7);
      pairs += orders.length;
      expect(distances[distances.length - 1]).toBeLessThan(1e-12);
    }
    expect(pairs).toBeGreaterThan(0);
  });

  it("by sketched Hessians contracts by ≤ 0.3 a step with p = min(1, 60σ), ≤ 0.5 with 15σ, slower with fewer rows", () => {
    const rates = complete(contractionRates(size, { trials: 5, random: seededRandom(8) }));
    for (const { oversampling, largest, median } of rates) {
      expect(largest).toBeLessThanOrEqual(oversampling === 60 ? 0.3 : 0.5);
      // Linear and not better: a sketch has an error of its own.
      expect(median).toBeGreaterThan(0.01);
    }
    for (const w of [0.02, 0.1, 1]) {
      const [few, many] = [15, 60].map((c) => rates.find((rate) => rate.w === w && rate.oversampling === c)!);
      expect(many.median).toBeLessThan(few.median);
    }
  });

  it("by the diagonal Hessian is linear", () => {
    const data = { ...twoLayerInstance(size, seededRandom(9)), w: 0.02 };
    const best = softmaxReluNewton({ ...data, damped: true });
    const x0 = pointAround(best.x, 0.05, seededRandom(10));
    const { distances } = softmaxReluNewton({ ...data, mode: "diagonal", x0, truth: best.x });
    const { contraction, orders } = convergence(distances);
    expect(contraction).toBeLessThan(0.3);
    expect(orders[orders.length - 1]).toBeLessThan(1.7);
  });

  it("reads n rows of C and mn entries of A for each x, whatever the sketch: the classical sketch saves no read", () => {
    const data = { ...twoLayerInstance({ n: 200, d: 3, m: 7 }, seededRandom(11)), w: 0.1 };
    for (const mode of ["exact", "diagonal", "sketched"] as const) {
      const { ledger, steps } = softmaxReluNewton({ ...data, mode, steps: 4, random: seededRandom(1) });
      expect(ledger.total({ oracle: "C" })).toBe(200 * (steps + 1));
      expect(ledger.total({ oracle: "A", unit: "entry" })).toBe(7 * 200 * (steps + 1));
    }
  });

  it("by halving bills a column of A for each row of C, and reads all n rows for the gradient beside it", () => {
    const data = { ...twoLayerInstance({ n: 300, d: 3, m: 7 }, seededRandom(12)), w: 0.1 };
    const { ledger, steps, rowsKept } = softmaxReluNewton({
      ...data,
      mode: "halving",
      steps: 2,
      random: seededRandom(1),
    });
    expect(ledger.total({ oracle: "C", stage: "gradient" })).toBe(300 * (steps + 1));
    expect(rowsKept).toHaveLength(steps);
    for (const access of ["classical", "quantum"] as const) {
      const rows = ledger.total({ oracle: "C", access });
      expect(ledger.total({ oracle: "A", unit: "entry", access })).toBe(7 * rows);
    }
    // Below the crossover the honest answer is to read everything.
    expect(ledger.total({ access: "quantum" })).toBe(0);
  });

  it("stops in the approximate modes where the diagonal is not positive", () => {
    const data = twoLayerInstance({ ...size, targets: "random" }, seededRandom(1));
    const fit = softmaxReluNewton({ ...data, w: 0, mode: "diagonal" });
    expect([fit.stopped, fit.converged, fit.steps]).toEqual([true, false, 0]);
  });

  it("gives the same result in slices, and stops when it is told to", async () => {
    const data = { ...twoLayerInstance({ n: 50, d: 3, m: 5 }, seededRandom(3)), w: 0.3 };
    const whole = softmaxReluNewton(data);
    expect((await softmaxReluNewtonAsync({ ...data, slice: 0 })).x).toEqual(whole.x);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(softmaxReluNewtonAsync({ ...data, signal })).rejects.toThrow("enough");
  });
});

describe("the Hessian without regulariser", () => {
  it("is indefinite at more than 90 % of random points (n = 40, d = 4, 200 draws)", () => {
    expect(indefiniteShareOf({ points: 200, random: seededRandom(13) })).toBeGreaterThan(0.9);
  });
});

describe("softmaxReluNewton refuses", () => {
  const good = { ...twoLayerInstance({ n: 6, d: 2, m: 3 }, seededRandom(1)), w: 0.1 };
  it.each([
    ["an A of another width", { A: [[1, 2]] }, /expected A with 6 columns, one for each row of C, got 2/],
    ["a short b", { b: [1] }, /expected 3 values in b, one for each row of A, got 1/],
    ["a b that is not finite", { b: [1, Number.NaN, 2] }, /expected finite values in b, got NaN at 1/],
    ["w of another length", { w: [1] }, /expected 6 values in w/],
    ["an infinite w", { w: Infinity }, /expected finite weights w/],
    [
      "an unknown mode",
      { mode: "fast" },
      /expected mode to be one of exact, diagonal, sketched, halving, got fast/,
    ],
    ["fewer sketched rows than columns", { sketchRows: 1 }, /expected sketchRows ≥ 2/],
    ["half a step", { steps: 0.5 }, /expected steps to be a whole number ≥ 0, got 0.5/],
    ["a sketch without a stream", { mode: "sketched" }, /expected random with mode sketched, got none/],
    ["a start of another length", { x0: [1] }, /expected 2 finite numbers in x0/],
    ["a text for C", { C: "rows" }, /C: expected a matrix/],
  ])("%s", (_, wrong, message) => {
    expect(() => softmaxReluNewton({ ...good, ...wrong } as never)).toThrow(message);
  });
});
