import { describe, expect, it } from "vitest";
import { exactLeverage } from "../../../src/baselines/leverage/exact-leverage.ts";
import type { ClassicalRegression } from "../../../src/baselines/regression/classical-regression.ts";
import {
  normalEquations,
  qrRegression,
  ridgeRegression,
} from "../../../src/baselines/regression/direct-regression.ts";
import {
  kroneckerRegression,
  kroneckerRidgeRegression,
  sampledKroneckerRegression,
} from "../../../src/baselines/regression/kronecker-regression.ts";
import { l1Regression, sampledL1Regression } from "../../../src/baselines/regression/l1-regression.ts";
import { lewisWeights } from "../../../src/baselines/regression/lewis-weights.ts";
import { blendenpik, lsrn } from "../../../src/baselines/regression/preconditioned-regression.ts";
import { sampledRegression } from "../../../src/baselines/regression/sampled-regression.ts";
import { sketchAndSolve } from "../../../src/baselines/regression/sketch-and-solve.ts";
import { embeddingRows } from "../../../src/baselines/sketches/embedding-rows.ts";
import { gaussianSketch } from "../../../src/baselines/sketches/gaussian-sketch.ts";
import { sampleRows } from "../../../src/baselines/sketches/sample-rows.ts";
import { countSketch } from "../../../src/baselines/sketches/sparse-sketch.ts";
import { leastSquares } from "../../../src/matrix/algebra/least-squares.ts";
import { regressionOversampling } from "../../../src/matrix/algebra/regression-oversampling.ts";
import { residual, residualNorm } from "../../../src/matrix/algebra/residual-norm.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../../src/matrix/generators/ill-conditioned-matrix.ts";
import { rankDeficientMatrix } from "../../../src/matrix/generators/rank-deficient-matrix.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import { splitPairIndex } from "../../../src/matrix/kronecker/pair-index.ts";
import { rowOracle } from "../../../src/oracles/row-oracle.ts";
import { targetOracle } from "../../../src/oracles/target-oracle.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { expectFailures } from "../../support/expect-failures.ts";
import { factorFamilies } from "../../support/factor-families.ts";
import { largestDifference } from "../../support/real-dense.ts";
import { elevationProduct, realProblems } from "../../support/real-matrices.ts";

const random = seededRandom(53);
const options = { random: seededRandom(8) };

/** Adversarial matrices with heavy-tailed right-hand sides. */
const adversarial = [
  ...factorFamilies.flatMap(({ name, small }) => {
    const [matrix] = small(seededRandom(2));
    if (matrix.kind !== "dense") return [];
    const draws = seededRandom(3);
    return [{ name, matrix, b: Float64Array.from({ length: matrix.rows }, () => draws.normal() ** 3) }];
  }),
];
/** These and real data. */
const problems = [...adversarial, ...(await realProblems())];

type Solve = (matrix: DenseMatrix, b: Float64Array) => ClassicalRegression;
const accurate: readonly (readonly [string, Solve])[] = [
  ["QR", qrRegression],
  ["Blendenpik", (a, b) => blendenpik(a, b, options)],
  ["LSRN", (a, b) => lsrn(a, b, options)],
];

describe.each(accurate)("least squares by %s", (_, solve) => {
  it.each(problems)("reaches the least residual on $name, with a right bill", ({ matrix, b }) => {
    const { coefficients, residualNorm: norm, rank, residualOf, ledger } = solve(matrix, b);
    const best = leastSquares(matrix, b);
    expect(norm).toBeLessThanOrEqual(best.residualNorm * (1 + 1e-10) + 1e-10);
    expect(Math.abs(residualNorm(matrix, coefficients, b) - norm)).toBeLessThan(1e-9 * (1 + norm));
    expect([rank, residualOf]).toEqual([best.rank, "problem"]);
    expect(ledger.total()).toBe(matrix.rows);
    expect(ledger.total({ oracle: "b", unit: "entry" })).toBe(matrix.rows);
  });

  it("gives the shortest solution when columns depend on each other", () => {
    const matrix = rankDeficientMatrix({ rows: 150, columns: 5, rank: 2 }, random.split("deficient"));
    const b = Float64Array.from({ length: 150 }, () => random.normal());
    const { coefficients, rank } = solve(matrix, b);
    expect(rank).toBe(2);
    expect(largestDifference(coefficients, leastSquares(matrix, b).coefficients)).toBeLessThan(1e-12);
  });

  it("finds planted coefficients exactly at condition 1e10, without a residual", () => {
    const matrix = illConditionedMatrix({ rows: 300, columns: 4, condition: 1e10 }, random.split("planted"));
    const b = residual(matrix, Float64Array.of(-1, 2, -3, 0.5), new Float64Array(300)).map((x) => -x);
    expect(solve(matrix, b).residualNorm).toBeLessThan(1e-13 * residualNorm(matrix, new Float64Array(4), b));
  });

  it("refuses a right-hand side of another length and values that are not finite", () => {
    const matrix = gaussianMatrix({ rows: 60, columns: 2 }, random);
    expect(() => solve(matrix, new Float64Array(59))).toThrow(/expected 60 values in b.*got 59/);
    expect(() => solve(matrix, new Float64Array(60).fill(Number.NaN))).toThrow(
      /expected finite numbers, got NaN/,
    );
  });
});

describe("preconditioned iterations", () => {
  it("need a number of iterations that does not depend on the condition", () => {
    const b = Float64Array.from({ length: 2000 }, () => random.normal());
    for (const method of [blendenpik, lsrn]) {
      const counts = [1, 1e6, 1e12].map((condition) => {
        const matrix = illConditionedMatrix(
          { rows: 2000, columns: 6, condition },
          random.split("condition", condition),
        );
        const { iterations, warnings } = method(matrix, b, options);
        expect(warnings).toEqual([]);
        return iterations;
      });
      expect(Math.max(...counts)).toBeLessThan(80);
      expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(4);
    }
  });

  it("solve short matrices by QR, say when they do not converge, and refuse options out of range", () => {
    const matrix = gaussianMatrix({ rows: 500, columns: 4 }, random.split("small"));
    const b = Float64Array.from({ length: 500 }, () => random.normal());
    expect(blendenpik([[1], [1]], [1, 3], options).warnings[0]).toMatch(/solved by QR/);
    expect(blendenpik(matrix, b, { ...options, maxIterations: 2 }).warnings[0]).toMatch(
      /did not reach the tolerance/,
    );
    expect(() => lsrn(matrix, b, { ...options, oversampling: 1 })).toThrow(/oversampling above 1/);
    expect(() => lsrn(matrix, b, { ...options, tolerance: -1 })).toThrow(/tolerance/);
    expect(() => lsrn(matrix, b, { ...options, maxIterations: 0 })).toThrow(/iteration/);
  });
});

describe("normalEquations", () => {
  it("agree with QR on a well-conditioned matrix, warn as it gets worse, and break down where QR does not", () => {
    const solveAt = (condition: number) => {
      const matrix = illConditionedMatrix({ rows: 200, columns: 4, condition }, random.split("normal"));
      const b = Float64Array.from({ length: 200 }, (_, i) => Math.sin(i));
      return { plain: normalEquations(matrix, b), qr: qrRegression(matrix, b) };
    };
    const easy = solveAt(10);
    expect(largestDifference(easy.plain.coefficients, easy.qr.coefficients)).toBeLessThan(1e-11);
    expect(easy.plain.warnings).toEqual([]);
    const harder = solveAt(1e7);
    expect(harder.plain.warnings[0]).toMatch(/enters squared/);
    expect(() => solveAt(1e12)).toThrow(/the condition of A is too large, use qrRegression/);
    expect(() => normalEquations([[1e200], [1e200]], [1, 2])).toThrow(/positive definite/);
  });
});

describe("ridgeRegression", () => {
  it.each(problems)(
    "has a gradient of zero and falls between zero and least squares on $name",
    ({ matrix, b }) => {
      const lambda = 3;
      const { coefficients, residualNorm: norm } = ridgeRegression(matrix, b, { lambda });
      const r = residual(matrix, coefficients, b);
      for (let k = 0; k < matrix.columns; k++) {
        let gradient = -lambda * coefficients[k];
        let size = 0;
        for (let i = 0; i < matrix.rows; i++) {
          gradient += matrix.at(i, k) * r[i];
          size += Math.abs(matrix.at(i, k) * b[i]);
        }
        expect(Math.abs(gradient)).toBeLessThan(1e-10 * size + 1e-10);
      }
      expect(norm).toBeGreaterThanOrEqual(leastSquares(matrix, b).residualNorm * (1 - 1e-12));
      expect(() => ridgeRegression(matrix, b, { lambda: -1 })).toThrow(/lambda/);
    },
  );
});

describe("regressionOversampling", () => {
  it("grows as 1/ε and ln d, and is as documented", () => {
    const need = { epsilon: 0.1, delta: 0.1, constant: 3, columns: 4 };
    expect(regressionOversampling(need)).toBeCloseTo(8 / (0.1 * 0.21), 10);
    expect(regressionOversampling({ ...need, epsilon: 0.9, delta: 0.9 })).toBeCloseTo(
      12 * Math.log(16 / 0.9),
      10,
    );
  });
});

describe("sketch and solve", () => {
  // An embedding of [A b] within ε = ½ gives at most √3 times the best residual; binomial test at false alarm 1e-6. Real data are
  // in test/baselines/guarantees.
  it.each(adversarial)(
    "is within √((1+ε)/(1−ε)) of the best on $name with probability ≥ 1 − δ",
    ({ matrix, b }) => {
      const best = leastSquares(matrix, b).residualNorm;
      const need = { columns: matrix.columns + 1, epsilon: 0.5, delta: 0.2 };
      const seeds = 20;
      for (const [kind, draw] of [
        ["count-sketch", countSketch],
        ["gaussian", gaussianSketch],
      ] as const) {
        let failures = 0;
        for (let seed = 0; seed < seeds; seed++) {
          const sketch = draw({ rows: embeddingRows(kind, need), size: matrix.rows }, seededRandom(seed));
          const { coefficients, residualOf, sketchRows } = sketchAndSolve(matrix, b, sketch);
          expect([residualOf, sketchRows]).toEqual(["sketch", sketch.rows]);
          if (residualNorm(matrix, coefficients, b) > Math.sqrt(3) * best + 1e-9) failures++;
        }
        expectFailures(failures, seeds, need.delta);
      }
    },
  );

  it("reads only the sampled rows and entries with a sampled sketch, and warns of one that is too short", () => {
    const [{ matrix, b }] = problems;
    const { sketch } = sampleRows(matrix, { random, draws: 10, law: "uniform" });
    const oracle = rowOracle(matrix);
    const { ledger } = sketchAndSolve(oracle, targetOracle(b), sketch);
    expect([ledger.total(), ledger.total({ oracle: "b", unit: "entry" })]).toEqual([
      sketch.rows,
      sketch.rows,
    ]);
    const short = sketchAndSolve(matrix, b, countSketch({ rows: 2, size: matrix.rows }, random));
    expect(short.warnings[0]).toMatch(/nothing is left to fit/);
    expect(() => sketchAndSolve(matrix, b.slice(1), sketch)).toThrow(/values in b/);
  });
});

describe("sampledRegression", () => {
  const accuracy = { epsilon: 0.3, delta: 0.2 };

  // Binomial test at false alarm 1e-6; Markov's inequality behind the rate is loose.
  it.each(adversarial)("is within 1 + ε of the best on $name with probability ≥ 1 − δ", ({ matrix, b }) => {
    const best = leastSquares(matrix, b).residualNorm;
    const seeds = 20;
    let failures = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const run = sampledRegression(matrix, b, { ...accuracy, random: seededRandom(seed) });
      if (residualNorm(matrix, run.coefficients, b) > 1.3 * best + 1e-9) failures++;
      expect(run.ledger.total()).toBe(matrix.rows);
      expect(run.ledger.total({ oracle: "b", unit: "entry" })).toBe(run.sketchRows);
    }
    expectFailures(failures, seeds, accuracy.delta);
  });

  it("reads about C·rank entries of b, a number that does not grow with n", () => {
    const matrix = gaussianMatrix({ rows: 30_000, columns: 3 }, random.split("long"));
    const run = sampledRegression(matrix, new Float64Array(30_000).fill(1), { ...accuracy, random });
    const expected = 3 * regressionOversampling({ ...accuracy, constant: 3, columns: 3 });
    expect(Math.abs(run.sketchRows! / expected - 1)).toBeLessThan(0.3);
  });

  it("refuses options out of range, another length and a matrix of zeros", () => {
    const [{ matrix, b }] = problems;
    expect(() => sampledRegression(matrix, b, { ...accuracy, epsilon: 0, random })).toThrow(/epsilon/);
    expect(() => sampledRegression(matrix, b, { ...accuracy, delta: 1, random })).toThrow(/delta/);
    expect(() => sampledRegression(matrix, [1], { ...accuracy, random })).toThrow(/values in b/);
    expect(() => sampledRegression([[0], [0]], [1, 2], { ...accuracy, random })).toThrow(/rank 0/);
  });
});

describe("regression on Kronecker products", () => {
  const factors = [
    gaussianMatrix({ rows: 12, columns: 2 }, random.split("one")),
    gaussianMatrix({ rows: 9, columns: 3 }, random.split("two")),
    gaussianMatrix({ rows: 4, columns: 2 }, random.split("three")),
  ];
  const product = kroneckerProduct(factors);
  const b = Float64Array.from({ length: product.rows }, () => random.normal());

  it("is regression on the expanded product, plain and ridge, for three factors", () => {
    const plain = kroneckerRegression(factors, b);
    const expanded = qrRegression(product, b);
    expect(largestDifference(plain.coefficients, expanded.coefficients)).toBeLessThan(1e-11);
    expect(plain.residualNorm).toBeCloseTo(expanded.residualNorm, 10);
    expect([plain.rank, plain.ledger.total(), plain.ledger.total({ oracle: "b", unit: "entry" })]).toEqual([
      12, 25, 432,
    ]);
    const ridge = kroneckerRidgeRegression(factors, b, { lambda: 2 });
    expect(
      largestDifference(ridge.coefficients, ridgeRegression(product, b, { lambda: 2 }).coefficients),
    ).toBeLessThan(1e-11);
    const none = kroneckerRidgeRegression(factors, b, { lambda: 0 });
    expect(largestDifference(none.coefficients, expanded.coefficients)).toBeLessThan(1e-11);
  });

  it("gives the shortest solution for factors of deficient rank", () => {
    const deficient = [rankDeficientMatrix({ rows: 12, columns: 3, rank: 1 }, random), factors[1]];
    const right = b.slice(0, 108);
    const { coefficients, rank } = kroneckerRegression(deficient, right);
    expect(rank).toBe(3);
    const expanded = leastSquares(kroneckerProduct(deficient), right).coefficients;
    expect(largestDifference(coefficients, expanded)).toBeLessThan(1e-11);
  });

  // Binomial test at false alarm 1e-6, on heights of a volcano.
  it("by sampled tuples is within 1 + ε of the best with probability ≥ 1 − δ, and reads few heights", () => {
    const { factors: surface, b: heights } = elevationProduct();
    const best = kroneckerRegression(surface, heights).residualNorm;
    const expanded = kroneckerProduct(surface);
    const rows = surface.map((factor) => factor.rows);
    let failures = 0;
    for (let seed = 0; seed < 8; seed++) {
      const run = sampledKroneckerRegression(surface, ([i, j]) => heights[i * rows[1] + j], {
        epsilon: 0.3,
        delta: 0.3,
        random: seededRandom(seed),
      });
      if (residualNorm(expanded, run.coefficients, heights) > 1.3 * best) failures++;
      expect(run.ledger.total({ oracle: "b", unit: "entry" })).toBe(run.sketchRows);
      expect(run.sketchRows).toBeLessThan(1200);
    }
    expectFailures(failures, 8, 0.3);
    expect(splitPairIndex(88, rows)).toEqual([1, 1]);
  });

  it("refuses no factor, another length, values that are not finite and options out of range", () => {
    expect(() => kroneckerRegression([], b)).toThrow(/at least one factor/);
    expect(() => kroneckerRegression(factors, b.slice(1))).toThrow(/expected 432 values in b/);
    expect(() => kroneckerRidgeRegression(factors, b, { lambda: Number.NaN })).toThrow(/lambda/);
    const sample = { epsilon: 0.5, delta: 0.1, random };
    expect(() => sampledKroneckerRegression([], () => 1, sample)).toThrow(/at least one factor/);
    expect(() => sampledKroneckerRegression(factors, () => Number.NaN, sample)).toThrow(/finite/);
    expect(() => sampledKroneckerRegression(factors, () => 1, { ...sample, epsilon: 2 })).toThrow(/epsilon/);
    expect(() => sampledKroneckerRegression(factors, () => 1, { ...sample, draws: 0 })).toThrow(/draws/);
  });
});

describe("lewisWeights", () => {
  it.each(problems.slice(0, 6))("are a fixed point that sums to the rank on $name", ({ matrix }) => {
    for (const p of [1, 1.5, 3]) {
      const { weights, rank } = lewisWeights(matrix, { p });
      expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - rank)).toBeLessThan(1e-6);
      // The definition again, by leverage scores of the reweighted matrix: τ_i(W^(1/2−1/p) A) = w_i.
      const scaled = new DenseMatrix(
        matrix.rows,
        matrix.columns,
        matrix.data.map((x, at) => {
          const w = weights[Math.floor(at / matrix.columns)];
          return w === 0 ? 0 : x * w ** (0.5 - 1 / p);
        }),
      );
      expect(largestDifference(exactLeverage(scaled).scores, weights)).toBeLessThan(1e-7);
    }
  });

  it("are the leverage scores at p = 2, and count classes of rows as rows", () => {
    const [{ matrix }] = problems;
    expect(
      largestDifference(lewisWeights(matrix, { p: 2 }).weights, exactLeverage(matrix).scores),
    ).toBeLessThan(1e-12);
    const { weights, score } = lewisWeights([[1], [2], [0]], { p: 1 });
    expect([...weights]).toEqual([1 / 3, 2 / 3, 0].map((x) => expect.closeTo(x, 10)));
    expect(score(2)).toBe(0);
  });

  it.each([0, 4, -1, Number.NaN])("refuse p = %s", (p) => {
    expect(() => lewisWeights([[1]], { p })).toThrow(/0 < p < 4/);
  });

  it("refuse a tolerance out of range", () => {
    expect(() => lewisWeights([[1]], { p: 1, tolerance: 0 })).toThrow(/tolerance/);
  });
});

describe("ℓ₁ regression", () => {
  const absolute = (matrix: DenseMatrix, x: Float64Array, b: Float64Array) =>
    residual(matrix, x, b).reduce((sum, value) => sum + Math.abs(value), 0);

  it("proves its optimum, is the median for a column of ones, and withstands outliers", () => {
    const median = l1Regression([[1], [1], [1], [1], [1]], [5, 1, 2, 100, 3]);
    expect(median.coefficients[0]).toBeCloseTo(3, 8);
    const matrix = gaussianMatrix({ rows: 400, columns: 3 }, random.split("l1"));
    const b = residual(matrix, Float64Array.of(-1, 2, -3), new Float64Array(400)).map((x, i) =>
      i % 10 === 0 ? 1e4 : -x,
    );
    const { coefficients, residualNorm: norm, lowerBound } = l1Regression(matrix, b);
    expect(largestDifference(coefficients, [-1, 2, -3])).toBeLessThan(1e-4);
    expect(lowerBound).toBeLessThanOrEqual(norm);
    expect(lowerBound).toBeGreaterThan(norm * (1 - 1e-9));
    expect(absolute(matrix, coefficients, b)).toBeCloseTo(norm, 4);
  });

  // Binomial test at false alarm 1e-6; the constant of the rate is practical.
  it.each(problems.slice(0, 7))(
    "by Lewis weights is within 1 + ε of the best on $name at its rate",
    ({ matrix, b }) => {
      const best = l1Regression(matrix, b).residualNorm;
      let failures = 0;
      for (let seed = 0; seed < 12; seed++) {
        const run = sampledL1Regression(matrix, b, { epsilon: 0.5, delta: 0.2, random: seededRandom(seed) });
        if (absolute(matrix, run.coefficients, b) > 1.5 * best + 1e-9) failures++;
        expect(run.ledger.total({ oracle: "b", unit: "entry" })).toBe(run.sketchRows);
      }
      expectFailures(failures, 12, 0.2);
    },
  );

  it("fits exactly where that is possible, and refuses options out of range", () => {
    expect(l1Regression([[1], [2]], [3, 6]).residualNorm).toBeLessThan(1e-12);
    expect(l1Regression([[1], [2]], [0, 0]).residualNorm).toBe(0);
    expect(() => l1Regression([[1]], [1], { tolerance: 0 })).toThrow(/tolerance/);
    const accuracy = { epsilon: 0.5, delta: 0.1, random };
    expect(() => sampledL1Regression([[1]], [1], { ...accuracy, epsilon: 1 })).toThrow(/epsilon/);
    expect(() => sampledL1Regression([[1]], [1], { ...accuracy, constant: 0 })).toThrow(/constant/);
    expect(() => sampledL1Regression([[0]], [1], accuracy)).toThrow(/rank 0/);
    expect(() => sampledL1Regression([[1]], [1, 2], accuracy)).toThrow(/values in b/);
  });
});
