import { describe, expect, it } from "vitest";
import {
  countSketchLeverage,
  projectedLeverage,
} from "../../../src/baselines/leverage/approximate-leverage.ts";
import { rowNormScores, uniformScores } from "../../../src/baselines/leverage/contrast-scores.ts";
import { exactLeverage } from "../../../src/baselines/leverage/exact-leverage.ts";
import { generalisedLeverage } from "../../../src/baselines/leverage/generalised-leverage.ts";
import { OnlineLeverage, onlineLeverage } from "../../../src/baselines/leverage/online-leverage.ts";
import { ridgeLeverage } from "../../../src/baselines/leverage/ridge-leverage.ts";
import { leastSquares } from "../../../src/matrix/algebra/least-squares.ts";
import { product } from "../../../src/matrix/algebra/product.ts";
import { rowSpace } from "../../../src/matrix/algebra/row-space.ts";
import { thinSvd } from "../../../src/matrix/algebra/thin-svd.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { needleMatrix } from "../../../src/matrix/generators/needle-matrix.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import type { RealMatrix } from "../../../src/matrix/real-matrix.ts";
import { RowClassMatrix } from "../../../src/matrix/row-class-matrix.ts";
import { rowOracle } from "../../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { expectFailures } from "../../support/expect-failures.ts";
import { factorFamilies } from "../../support/factor-families.ts";
import { matrixTypes } from "../../support/matrix-types.ts";
import { largestDifference } from "../../support/real-dense.ts";
import { realProblems } from "../../support/real-matrices.ts";

const random = seededRandom(77);
const tall = gaussianMatrix({ rows: 120, columns: 4 }, random.split("tall"));

const real = await realProblems();
const inputs: readonly { readonly name: string; readonly matrix: RealMatrix }[] = [
  ...factorFamilies.flatMap(({ name, small }) => small(random).map((matrix) => ({ name, matrix }))),
  ...real,
];

describe("exactLeverage", () => {
  it.each([...inputs, ...matrixTypes])("has 0 ≤ τ ≤ 1 and Σ τ = rank on $name", ({ matrix }) => {
    const { scores, sum, rank } = exactLeverage(matrix);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    // Scores are as exact as the columns are independent.
    expect(Math.abs(sum - rank!)).toBeLessThan(1e-12 + 1e-15 * rowSpace(matrix).condition);
  });

  it.each(inputs)("does not change from A to A R on $name", ({ matrix }) => {
    if (matrix.kind !== "dense") return;
    const mix = gaussianMatrix({ rows: matrix.columns, columns: matrix.columns }, seededRandom(3));
    const mixed = product(matrix, mix);
    const allowed = 1e-12 + 1e-14 * (rowSpace(matrix).condition + rowSpace(mixed).condition);
    const { scores } = exactLeverage(mixed);
    expect(largestDifference(scores, exactLeverage(matrix).scores)).toBeLessThan(allowed);
  });

  it("multiplies over Kronecker products: τ_(i,j)(A ⊗ B) = τ_i(A) τ_j(B)", () => {
    const other = gaussianMatrix({ rows: 30, columns: 3 }, random.split("other"));
    const [a, b] = [exactLeverage(tall).scores, exactLeverage(other).scores];
    const { scores } = exactLeverage(kroneckerProduct([tall, other]));
    const products = Array.from(a).flatMap((x) => Array.from(b, (y) => x * y));
    expect(largestDifference(scores, products)).toBeLessThan(1e-12);
  });

  it("obeys the leave-one-out formula: the residual of row i in a fit without it is r_i/(1 − τ_i)", () => {
    const b = Float64Array.from({ length: tall.rows }, () => random.normal());
    const { scores } = exactLeverage(tall);
    const { coefficients } = leastSquares(tall, b);
    const at = (x: Float64Array, i: number) =>
      b[i] - tall.row(i).reduce((sum, value, k) => sum + value * x[k], 0);
    for (let i = 0; i < tall.rows; i += 7) {
      const rest = new DenseMatrix(
        tall.rows - 1,
        4,
        tall.data.filter((_, e) => Math.floor(e / 4) !== i),
      );
      const without = leastSquares(
        rest,
        b.filter((_, e) => e !== i),
      ).coefficients;
      expect(Math.abs(at(without, i) - at(coefficients, i) / (1 - scores[i]))).toBeLessThan(1e-12);
    }
  });

  it("bills every row once, and takes oracles, classes of 2^40 rows and plain arrays", () => {
    const oracle = rowOracle(tall, { name: "A1" });
    const report = exactLeverage(oracle);
    expect(report.ledger.entries()).toEqual([
      {
        oracle: "A1",
        access: "classical",
        unit: "row",
        use: "read",
        stage: "read once",
        count: 120,
        label: "measured",
      },
    ]);
    expect(report.score(5)).toBe(report.scores[5]);
    const needle = exactLeverage(needleMatrix({ rows: 2 ** 40, position: 77, form: "row-class" }));
    expect(needle.score(77)).toBeCloseTo(1, 12);
    expect(needle.score(2 ** 39) * (2 ** 40 - 1)).toBeCloseTo(1, 9);
    expect(needle.sum).toBeCloseTo(2, 12);
    expect(() => needle.score(2 ** 40)).toThrow(/expected a row from 0 to/);
    expect([
      ...exactLeverage([
        [1, 0],
        [1, 0],
        [0, 2],
      ]).scores,
    ]).toEqual([0.5, 0.5, 1].map((x) => expect.closeTo(x, 14)));
    expect(() => exactLeverage([[1, Number.NaN]])).toThrow(/expected a finite number at row 1, column 2/);
    expect(() => exactLeverage("A" as never)).toThrow(TypeError);
  });
});

describe("ridgeLeverage", () => {
  it.each(inputs)("sums to the effective dimension Σ σ²/(σ² + λ) on $name", ({ matrix }) => {
    if (matrix.kind !== "dense") return;
    for (const lambda of [1e-3, 1, 1e4]) {
      const { sum, scores } = ridgeLeverage(matrix, { lambda });
      const dimension = thinSvd(matrix).singularValues.reduce(
        (total, s) => total + (s * s) / (s * s + lambda),
        0,
      );
      expect(Math.abs(sum - dimension)).toBeLessThan(1e-9);
      const exact = exactLeverage(matrix).scores;
      expect(scores.every((score, i) => score <= exact[i] + 1e-9)).toBe(true);
    }
  });

  it("is the leverage at λ = 0", () => {
    expect(
      largestDifference(ridgeLeverage(tall, { lambda: 0 }).scores, exactLeverage(tall).scores),
    ).toBeLessThan(1e-13);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses λ = %s", (lambda) => {
    expect(() => ridgeLeverage(tall, { lambda })).toThrow(/ridgeLeverage: expected a finite lambda ≥ 0/);
  });
});

describe("generalisedLeverage", () => {
  it("is the leverage against itself, an over-estimate against some of the rows, and infinite outside", () => {
    const exact = exactLeverage(tall).scores;
    expect(largestDifference(generalisedLeverage(tall, tall).scores, exact)).toBeLessThan(1e-13);
    const half = new DenseMatrix(60, 4, tall.data.slice(0, 240));
    const { scores, ledger } = generalisedLeverage(tall, half);
    expect(scores.every((score, i) => score >= exact[i] - 1e-13)).toBe(true);
    expect([ledger.total({ oracle: "A" }), ledger.total({ oracle: "B" })]).toEqual([120, 60]);
    const { scores: outside } = generalisedLeverage(
      [
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      [[2, 0]],
    );
    expect([...outside]).toEqual([0.25, Number.POSITIVE_INFINITY, 0]);
  });

  it("refuses matrices of unequal width", () => {
    expect(() => generalisedLeverage(tall, [[1, 2]])).toThrow(/expected a reference of 4 columns/);
  });
});

describe("approximate leverage", () => {
  const options = { epsilon: 0.5, delta: 0.1 };

  // Binomial test at false alarm 1e-6: all rows of a matrix must hold at once. Real data are in test/baselines/guarantees.
  it.each(inputs.slice(0, -real.length))(
    "holds its factor for all rows with probability ≥ 1 − δ on $name",
    ({ matrix }) => {
      const exact = exactLeverage(matrix).scores;
      const seeds = 20;
      for (const method of [projectedLeverage, countSketchLeverage]) {
        let failures = 0;
        for (let seed = 0; seed < seeds; seed++) {
          const { scores, factor, rank } = method(matrix, { ...options, random: seededRandom(seed) });
          const { lower, upper } = factor!;
          const slack = 1e-9;
          const holds = scores.every(
            (score, i) => score >= lower * exact[i] - slack && score <= upper * exact[i] + slack,
          );
          if (!holds || rank !== exactLeverage(matrix).rank) failures++;
        }
        expectFailures(failures, seeds, options.delta);
      }
    },
  );

  it("bills as many rows as exact scores, and says where it saves nothing", () => {
    const { ledger, warnings } = projectedLeverage(tall, { ...options, random });
    expect(ledger.total()).toBe(120);
    expect(warnings[0]).toMatch(/no fewer than the 4 columns/);
    expect(countSketchLeverage(tall, { ...options, random }).warnings[0]).toMatch(/the scores are exact/);
    const loose = projectedLeverage(tall, { ...options, random, projections: 3 });
    expect([loose.factor, loose.warnings]).toEqual([null, []]);
    expect(countSketchLeverage(tall, { ...options, random, projections: 8 }).factor).toBeNull();
  });

  it("refuses options out of range", () => {
    for (const method of [projectedLeverage, countSketchLeverage]) {
      expect(() => method(tall, { epsilon: 0, delta: 0.1, random })).toThrow(/expected 0 < epsilon < 1/);
      expect(() => method(tall, { epsilon: 0.5, delta: 1, random })).toThrow(/expected 0 < delta < 1/);
      expect(() => method(tall, { ...options, random, projections: 0 })).toThrow(/projections/);
    }
  });
});

describe("onlineLeverage", () => {
  it.each(inputs)(
    "over-estimates the ridge scores and sums to at most d lg(1 + ‖A‖²/λ) on $name",
    ({ matrix }) => {
      if (matrix.kind !== "dense") return;
      const lambda = 0.5;
      const { scores, sum } = onlineLeverage(matrix, { lambda });
      const ridge = ridgeLeverage(matrix, { lambda }).scores;
      expect(scores.every((score, i) => score >= ridge[i] - 1e-9 && score <= 1)).toBe(true);
      const [largest] = thinSvd(matrix).singularValues;
      expect(sum).toBeLessThanOrEqual(matrix.columns * Math.log2(1 + (largest * largest) / lambda));
    },
  );

  it("scores each row against those before it alone", () => {
    const { scores } = onlineLeverage(tall, { lambda: 2 });
    for (const i of [0, 3, 50, 119]) {
      const before = new DenseMatrix(i + 4, 4, new Float64Array((i + 4) * 4));
      before.data.set(tall.data.subarray(0, i * 4));
      for (let k = 0; k < 4; k++) before.data[(i + k) * 4 + k] = Math.SQRT2;
      const expected = Math.min(1, rowSpace(before).score(tall.row(i)));
      expect(Math.abs(scores[i] - expected)).toBeLessThan(1e-12);
    }
  });

  it("scores identical rows one by one as if they were written out, at any number of them", () => {
    for (const counts of [
      [3, 1, 5000, 70],
      [1, 64, 65, 200],
    ]) {
      const classes = new RowClassMatrix(counts.map((count, k) => ({ count, row: tall.row(k) })));
      const rows = counts.flatMap((count, k) => Array.from({ length: count }, () => [...tall.row(k)]));
      const listed = onlineLeverage(rows, { lambda: 0.3 });
      const report = onlineLeverage(classes, { lambda: 0.3 });
      for (let i = 0; i < rows.length; i += 7) {
        expect(Math.abs(report.score(i) - listed.scores[i])).toBeLessThan(1e-11);
      }
      expect(Math.abs(report.sum - listed.sum)).toBeLessThan(1e-10);
      expect(report.ledger.total()).toBe(rows.length);
    }
    // One direction: the sum is ln(1 + n/λ) but for the first rows.
    const long = onlineLeverage(replicatedBasisMatrix({ counts: [2 ** 40] }), { lambda: 1 });
    const harmonic = Math.log(2 ** 40) + 0.5772156649015329 + 2 ** -41;
    expect(long.sum / harmonic).toBeCloseTo(1, 12);
    expect(long.score(2 ** 40 - 1)).toBe(2 ** -40);
    expect(onlineLeverage([[0], [0]], { lambda: 1 }).sum).toBe(0);
  });

  it("refuses λ = 0 and no column", () => {
    expect(() => onlineLeverage(tall, { lambda: 0 })).toThrow(/expected lambda > 0/);
    expect(() => new OnlineLeverage(0, 1)).toThrow(RangeError);
  });
});

describe("scores for contrast", () => {
  it("are shares that sum to 1, and say that they guarantee nothing", () => {
    for (const { name, matrix } of inputs) {
      for (const { sum, warnings } of [rowNormScores(matrix), uniformScores(matrix)]) {
        expect(Math.abs(sum - 1), name).toBeLessThan(1e-9);
        expect(warnings[0]).toMatch(/may get next to no share/);
      }
    }
  });

  it("give next to nothing to the row that leverage gives all", () => {
    const needle = needleMatrix({ rows: 4096, position: 9 });
    expect(exactLeverage(needle).score(9)).toBeCloseTo(1, 12);
    expect(rowNormScores(needle).score(9)).toBeLessThan(1 / 4000);
    const uniform = uniformScores(needle);
    expect([uniform.score(9), uniform.ledger.total()]).toEqual([1 / 4096, 0]);
    expect(uniformScores(needleMatrix({ rows: 2 ** 40, form: "row-class" }, random)).scores).toHaveLength(1);
  });

  it("follow the units of the columns for row norms, unlike leverage, and stand entries of any size", () => {
    const scaled = new DenseMatrix(
      120,
      4,
      tall.data.map((x, e) => (e % 4 === 0 ? 1e200 : 1) * x),
    );
    expect(largestDifference(exactLeverage(scaled).scores, exactLeverage(tall).scores)).toBeLessThan(1e-13);
    expect(largestDifference(rowNormScores(scaled).scores, rowNormScores(tall).scores)).toBeGreaterThan(1e-3);
    expect(() => rowNormScores([[0, 0]])).toThrow(/got only zeros/);
  });
});
