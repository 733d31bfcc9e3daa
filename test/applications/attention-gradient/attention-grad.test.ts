import { describe, expect, it } from "vitest";
import {
  type AttentionGradientOptions,
  attentionGrad,
} from "../../../src/applications/attention-gradient/attention-grad.ts";
import {
  type AttentionInstance,
  attentionInstance,
} from "../../../src/applications/attention-gradient/attention-instance.ts";
import { attentionLoss } from "../../../src/applications/attention-gradient/attention-loss.ts";
import {
  attentionReduction,
  reductionSum,
} from "../../../src/applications/attention-gradient/attention-reduction.ts";
import { rowMeanIllustration } from "../../../src/applications/attention-gradient/row-mean-illustration.ts";
import { differenceJacobian } from "../../../src/applications/difference-jacobian.ts";
import { polynomialFeatures } from "../../../src/applications/polynomial-features.ts";
import { relativeError } from "../../../src/applications/relative-error.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { product } from "../../../src/matrix/algebra/product.ts";
import { transposed } from "../../../src/matrix/algebra/transposed.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { RowClassMatrix } from "../../../src/matrix/row-class-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const random = seededRandom(4497);
const draw = (n: number, d: number, entry = 1) =>
  attentionInstance({ n, d, entry }, random.split("instance", 100 * n + d));
const exactOf = (instance: AttentionInstance) => attentionGrad({ ...instance, method: "exact" });
const lowOf = (instance: AttentionInstance, degree: number) =>
  attentionGrad({ ...instance, method: "lowrank", degree });
const largestDifference = (a: DenseMatrix, b: DenseMatrix) =>
  Math.max(...a.data.map((value, k) => Math.abs(value - b.data[k])));

/** The loss and the pieces of the gradient by whole matrices, from their definitions. */
function plain({ A1, A2, A3, E, X, Y }: AttentionInstance) {
  const { rows: n, columns: d } = A1;
  const kernel = product(product(A1, X), transposed(A2));
  const f = new DenseMatrix(
    n,
    n,
    kernel.data.map((value) => Math.exp(value / d)),
  );
  for (let j = 0; j < n; j++) {
    const total = f.row(j).reduce((sum, value) => sum + value, 0);
    f.row(j).set(f.row(j).map((value) => value / total));
  }
  const h = product(A3, Y);
  const c = new DenseMatrix(
    n,
    d,
    product(f, h).data.map((value, at) => value - E.data[at]),
  );
  return { n, d, f, h, c, q: product(c, transposed(h)) };
}

/** A1ᵀ(f∘q − diag(r)f)A2/by. */
function gradientOf(
  { A1, A2 }: AttentionInstance,
  { n, f }: { n: number; f: DenseMatrix },
  q: DenseMatrix,
  by: number,
): DenseMatrix {
  const p = new DenseMatrix(n, n, new Float64Array(n * n));
  for (let j = 0; j < n; j++) {
    const r = f.row(j).reduce((sum, value, i) => sum + value * q.at(j, i), 0);
    p.row(j).set(f.row(j).map((value, i) => value * (q.at(j, i) - r)));
  }
  const gradient = product(product(transposed(A1), p), A2);
  return new DenseMatrix(
    gradient.rows,
    gradient.columns,
    gradient.data.map((value) => value / by),
  );
}

describe("attentionGrad", () => {
  it("is the gradient of the loss: exact against differences, to 1e-8 relative", () => {
    for (const [n, d, entry] of [
      [12, 2, 1],
      [20, 3, 2],
      [40, 4, 1],
      [1, 3, 1],
    ]) {
      const instance = draw(n, d, entry);
      const { gradient } = exactOf(instance);
      const loss = (x: Float64Array) => [attentionLoss({ ...instance, X: new DenseMatrix(d, d, x) })];
      const differences = differenceJacobian(loss, instance.X.data, 1e-2).data;
      // A single row has one weight 1 whatever X is: its gradient is 0, and differences show rounding only.
      if (n === 1) expect(Math.max(...gradient.data.map(Math.abs))).toBeLessThan(1e-12);
      else expect(relativeError(gradient.data, differences)).toBeLessThan(1e-8);
    }
  });

  it("agrees with the definition by whole matrices, for loss and gradient", () => {
    const instance = draw(15, 3);
    const pieces = plain(instance);
    expect(attentionLoss(instance)).toBeCloseTo(
      pieces.c.data.reduce((sum, value) => sum + value * value, 0) / 2,
      12,
    );
    expect(
      largestDifference(exactOf(instance).gradient, gradientOf(instance, pieces, pieces.q, 3)),
    ).toBeLessThan(1e-14);
  });

  it("shows the slips of the printed paper as errors of order 1: no 1/d, and q = hcᵀ", () => {
    const instance = draw(30, 4);
    const pieces = plain(instance);
    const { gradient } = exactOf(instance);
    expect(relativeError(gradientOf(instance, pieces, pieces.q, 1).data, gradient.data)).toBeCloseTo(3, 10);
    expect(
      relativeError(gradientOf(instance, pieces, transposed(pieces.q), 4).data, gradient.data),
    ).toBeGreaterThan(0.3);
  });

  it("needs diag(r) on the factor with the rows of f: on the other one, as lemma D.5 prints it, no degree is right", () => {
    const instance = draw(24, 3);
    const { A1, A2, A3, E, X, Y } = instance;
    const [n, d] = [24, 3];
    const map = polynomialFeatures(d, 8);
    const featuresOf = (M: DenseMatrix) => {
      const features = new DenseMatrix(n, map.rank, new Float64Array(n * map.rank));
      for (let i = 0; i < n; i++) map.write(M.row(i), 1 / Math.sqrt(d), features.row(i));
      return features;
    };
    const scaleRows = (M: DenseMatrix, by: (row: number) => number) =>
      new DenseMatrix(
        M.rows,
        M.columns,
        M.data.map((value, at) => value * by(Math.floor(at / M.columns))),
      );
    const minus = (M: DenseMatrix, N: DenseMatrix) =>
      new DenseMatrix(
        M.rows,
        M.columns,
        M.data.map((value, at) => value - N.data[at]),
      );
    /** Row i is the Kronecker product of the rows i. */
    const rowKronecker = (M: DenseMatrix, N: DenseMatrix) =>
      new DenseMatrix(
        n,
        M.columns * N.columns,
        Float64Array.from({ length: n * M.columns * N.columns }, (_, at) => {
          const column = at % (M.columns * N.columns);
          const row = Math.floor(at / (M.columns * N.columns));
          return M.at(row, Math.floor(column / N.columns)) * N.at(row, column % N.columns);
        }),
      );
    // The algorithm as it is published, with matrices of rank k1 and k1·d.
    const h = product(A3, Y);
    const V1 = featuresOf(A2);
    const raw = featuresOf(product(A1, X));
    const U1 = scaleRows(raw, (j) => {
      let total = 0;
      for (let i = 0; i < n; i++) total += raw.row(j).reduce((sum, value, k) => sum + value * V1.at(i, k), 0);
      return 1 / total;
    });
    const output = product(U1, product(transposed(V1), h));
    const U2 = minus(output, E);
    const r = Float64Array.from({ length: n }, (_, j) =>
      U2.row(j).reduce((sum, value, l) => sum + value * output.at(j, l), 0),
    );
    const [U3, V3] = [rowKronecker(U1, U2), rowKronecker(V1, h)];
    const through = (U: DenseMatrix, V: DenseMatrix) =>
      product(product(transposed(A1), U), product(transposed(V), A2));
    const gradientWith = (U4: DenseMatrix, V4: DenseMatrix) =>
      scaleRows(minus(through(U3, V3), through(U4, V4)), () => 1 / d);
    const low = lowOf(instance, 8).gradient;
    const { gradient } = exactOf(instance);
    const right = gradientWith(
      scaleRows(U1, (j) => r[j]),
      V1,
    );
    const printed = gradientWith(
      U1,
      scaleRows(V1, (j) => r[j]),
    );
    expect(relativeError(right.data, low.data)).toBeLessThan(1e-12);
    expect(relativeError(right.data, gradient.data)).toBeLessThan(1e-7);
    // Here r is small beside the entries of q: 8 % off, where the right place leaves less than 1e-7.
    expect(relativeError(printed.data, gradient.data)).toBeGreaterThan(0.03);
  });

  it("has a low-rank error that falls with every even degree, down to rounding", () => {
    const instance = draw(60, 4);
    const { gradient } = exactOf(instance);
    const errors = [0, 2, 4, 6, 8].map((degree) =>
      largestDifference(lowOf(instance, degree).gradient, gradient),
    );
    for (let g = 1; g < errors.length; g++) expect(errors[g]).toBeLessThan(errors[g - 1]);
    expect(errors[4]).toBeLessThan(1e-10);
  });

  it("has a low-rank error that grows with the bound B on the entries", () => {
    const errors = [0.5, 1, 1.5, 2, 3].map((entry) => {
      const instance = draw(60, 4, entry);
      return largestDifference(lowOf(instance, 4).gradient, exactOf(instance).gradient);
    });
    for (let b = 1; b < errors.length; b++) expect(errors[b]).toBeGreaterThan(errors[b - 1]);
    expect(errors[4] / errors[0]).toBeGreaterThan(1e4);
  });

  it("forms 3n² square entries exactly, and none but 2nr of factors by low rank", () => {
    for (const [n, d, degree, rank] of [
      [50, 2, 4, 15],
      [80, 3, 2, 10],
      [64, 4, 4, 70],
    ]) {
      const instance = draw(n, d);
      const [exact, low] = [exactOf(instance), lowOf(instance, degree)];
      expect([exact.squareEntries, exact.factorEntries, exact.rank]).toEqual([3 * n * n, 0, null]);
      expect([low.squareEntries, low.factorEntries, low.rank]).toEqual([0, 2 * n * rank, rank]);
      // n = 64, d = 4: from degree 4 on the rank exceeds n.
      expect(low.rankExceedsRows).toBe(rank > n);
      const kernels = (ledger: typeof exact.ledger) =>
        ledger.filter(({ unit }) => unit === "kernel").reduce((sum, { count }) => sum + count!, 0);
      expect(kernels(exact.ledger)).toBe(n * n);
      expect(kernels(low.ledger)).toBe(0);
      const rows = low.ledger.map(({ oracle, unit, count }) => [oracle, unit, count]);
      expect(rows).toEqual(["A1", "A2", "A3", "E"].map((oracle) => [oracle, "row", n]));
    }
  });

  it("holds words that grow like n by low rank, and runs where n × n could not be held", () => {
    const words = (n: number) => lowOf(draw(n, 2), 4).work.peakWords;
    expect(words(2000) / words(1000)).toBeCloseTo(2, 1);
    expect(exactOf(draw(100, 2)).work.peakWords).toBeGreaterThan(3 * 100 * 100);
    // 40,000² numbers are 12.8 GB; three of them more than the limit allows.
    const large = draw(40_000, 2);
    const before = process.memoryUsage().arrayBuffers;
    const low = lowOf(large, 4);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200e6);
    expect(low.work.peakWords).toBeLessThan(40 * 40_000);
    expect(() => exactOf(large)).toThrow(LimitError);
  });

  it("counts flops by its formulas: 10n²d exact and about 4nrd² by low rank, to leading order", () => {
    for (const [n, d, degree] of [
      [60, 2, 4],
      [90, 3, 2],
    ]) {
      const instance = draw(n, d);
      const [exact, low] = [exactOf(instance), lowOf(instance, degree)];
      const products = 4 * n * d * d;
      expect(exact.work.flops).toBe(products + n * n * (6 * d + 8) + 2 * n * n * d + 2 * n * d * d);
      const r = low.rank!;
      const features = 2 * n * (2 * (r - 1) + d);
      const outputs = 5 * n * r + 4 * n * r * d + 3 * n * d;
      const terms = (d + 1) * (4 * n * r * d + 2 * n * d + 2 * r * d * d);
      expect(low.work.flops).toBe(products + features + outputs + terms);
    }
  });

  it("takes fewer flops by low rank only while the rank is small beside n", () => {
    const cheaper = (n: number, degree: number) => {
      const instance = draw(n, 4);
      return lowOf(instance, degree).work.flops < exactOf(instance).work.flops;
    };
    expect(cheaper(400, 2)).toBe(true);
    expect(cheaper(64, 4)).toBe(false);
  });

  it("keeps large logits exactly, where the polynomial fails", () => {
    const instance = draw(20, 2, 30);
    const loss = (x: Float64Array) => [attentionLoss({ ...instance, X: new DenseMatrix(2, 2, x) })];
    const { gradient } = exactOf(instance);
    expect(relativeError(gradient.data, differenceJacobian(loss, instance.X.data, 1e-4).data)).toBeLessThan(
      1e-6,
    );
    expect(relativeError(lowOf(instance, 4).gradient.data, gradient.data)).toBeGreaterThan(0.1);
  });
});

describe("attentionReduction", () => {
  const { A1, A2, A3 } = draw(24, 3);
  const input = { A1, A2, V: A3 };

  it("has F′(λ) = 2d·tr(dL/dX) at X = dλI: against differences, to 1e-8", () => {
    for (const lambda of [0, 0.3, 1]) {
      const { derivative } = attentionReduction(input, lambda);
      const value = (x: Float64Array) => [attentionReduction(input, x[0]).value];
      const [difference] = differenceJacobian(value, Float64Array.of(lambda), 1e-2).data;
      expect(Math.abs(derivative - difference)).toBeLessThan(1e-8 * Math.abs(difference));
    }
  });

  it("recovers F(1) − F(0) from gradients, with an error that falls like 1/m", () => {
    const change = attentionReduction(input, 1).value - attentionReduction(input, 0).value;
    const errors = [4, 8, 16, 32].map((m) => Math.abs(reductionSum(input, m) - change));
    for (let k = 1; k < errors.length; k++) expect(errors[k - 1] / errors[k]).toBeCloseTo(2, 1);
  });

  it("keeps |F′| ≤ 8Bnd, which is safe, and 8Bn, which the paper prints and which lacks a factor d", () => {
    let largest = 0;
    for (const [n, d, entry] of [
      [240, 2, 1],
      [60, 8, 1],
      [30, 16, 2],
    ]) {
      // B bounds A1, A2 and V; the instances hold ‖A2‖ and ‖V‖ below it.
      const { A1: Q, A2: K, A3: V } = draw(n, d, entry);
      for (const lambda of [0, 0.25, 0.5, 1]) {
        const derivative = Math.abs(attentionReduction({ A1: Q, A2: K, V }, lambda).derivative);
        expect(derivative).toBeLessThan(8 * entry * n);
        largest = Math.max(largest, derivative / (8 * entry * n * d));
      }
    }
    // Measured elsewhere: at most 4.5 where 8Bn is 1920.
    expect(largest).toBeLessThan(0.02);
  });

  it("refuses a λ that is not finite and an m that is no whole number", () => {
    expect(() => attentionReduction(input, Number.NaN)).toThrow(/expected a finite λ/);
    expect(() => reductionSum(input, 0)).toThrow(/reductionSum: expected m/);
  });
});

describe("rowMeanIllustration", () => {
  it("estimates an entry within its bound in 8/π² of the runs, and converts calls to kernel evaluations", () => {
    const instance = draw(40, 3);
    const { gradient } = exactOf(instance);
    let kept = 0;
    for (let run = 0; run < 200; run++) {
      const entry = [run % 3, (run >> 2) % 3] as const;
      const options = { points: 64, entry, random: random.split("estimate", run) };
      const one = rowMeanIllustration(instance, options);
      expect(one.exact).toBeCloseTo(gradient.at(...entry), 12);
      if (Math.abs(one.quantum - one.exact) <= one.quantumErrorBound) kept++;
      expect(one.quantumRows).toBe(1 + 2 * 63);
      expect(one.quantumKernels).toBe(2 * 40 * one.quantumRows);
      expect(one.sampledKernels).toBe(40 * one.sampledRows);
      expect(one.exactKernels).toBe(1600);
    }
    // At least 8/π² = 0.81 of 200 is 162; 134 is five deviations of 5.5 below (false alarm 3e-7).
    expect(kept).toBeGreaterThanOrEqual(134);
  });

  it("errs like 1/M by estimation and like 1/√N by sampling", () => {
    const instance = draw(40, 3);
    const errors = (points: number) => {
      const runs = Array.from({ length: 60 }, (_, run) =>
        rowMeanIllustration(instance, { points, random: random.split(`M ${points}`, run) }),
      );
      const middle = (values: number[]) => values.sort((a, b) => a - b)[30];
      return {
        quantum: middle(runs.map(({ quantum, exact }) => Math.abs(quantum - exact))),
        sampled: middle(runs.map(({ sampled, exact }) => Math.abs(sampled - exact))),
      };
    };
    const [few, many] = [errors(32), errors(1024)];
    // 32 times the points: 32 and √32 = 5.7 times the accuracy.
    expect(few.quantum / many.quantum).toBeGreaterThan(10);
    expect(few.sampled / many.sampled).toBeGreaterThan(2.5);
    expect(few.sampled / many.sampled).toBeLessThan(13);
  });

  it("refuses entries out of range and broken points", () => {
    const instance = draw(4, 2);
    expect(() => rowMeanIllustration(instance, { points: 8, random, entry: [0, 2] })).toThrow(
      /entry of a 2 × 2 gradient, got \(0, 2\)/,
    );
    expect(() => rowMeanIllustration(instance, { points: 0, random })).toThrow(RangeError);
  });
});

describe("attentionGrad, bad input", () => {
  const instance = draw(6, 2);
  const run = (more: object) => () =>
    attentionGrad({ ...instance, method: "exact", ...more } as AttentionGradientOptions);

  it("refuses shapes that do not fit, and names the matrix", () => {
    expect(run({ A2: [[1, 2]] })).toThrow(
      /attentionGrad: expected A2 to be 6 × 2 beside A1 of 6 × 2, got 1 × 2/,
    );
    expect(run({ A3: [[1]] })).toThrow(/expected A3/);
    expect(run({ E: [[1, 2]] })).toThrow(/expected E/);
    expect(run({ X: [[1, 2]] })).toThrow(/expected X to be 2 × 2/);
    expect(run({ Y: [[1]] })).toThrow(/expected Y/);
    expect(run({ E: Array.from({ length: 6 }, () => [Number.NaN, 0]) })).toThrow(
      /E: expected a finite number/,
    );
    const classes = new RowClassMatrix([{ count: 6, row: Float64Array.of(1, 0) }]);
    expect(run({ A2: classes })).toThrow(TypeError);
    expect(() => attentionLoss({ ...instance, X: [[1]] })).toThrow(/attentionLoss: expected X/);
  });

  it("refuses odd and broken degrees, and factors beyond the limit", () => {
    for (const degree of [1, 3, -2, 0.5])
      expect(run({ method: "lowrank", degree }), `${degree}`).toThrow(RangeError);
    expect(run({ method: "lowrank", degree: 3 })).toThrow(/even degree, got 3/);
    const wide = draw(100, 8);
    expect(() => lowOf(wide, 16)).toThrow(LimitError);
  });

  it("says so where products or logits overflow", () => {
    const big = Array.from({ length: 6 }, () => [1e200, 1e200]);
    const scaled = [
      [1e200, 0],
      [0, 1e200],
    ];
    expect(run({ A1: big, X: scaled })).toThrow(/finite A1 X, got entries that overflow/);
    expect(run({ A1: big, A2: big })).toThrow(/finite logits/);
    expect(run({ A1: big, method: "lowrank", degree: 4 })).toThrow(/too large for a polynomial of degree 4/);
  });

  it("refuses instances of no size and a B below 0", () => {
    expect(() => attentionInstance({ n: 0, d: 1 }, random)).toThrow(RangeError);
    expect(() => attentionInstance({ n: 1, d: 1, entry: -1 }, random)).toThrow(/finite B ≥ 0/);
  });
});
