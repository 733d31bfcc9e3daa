import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { spectralBounds, spectralBoundsOf } from "../../../src/matrix/algebra/spectral-bounds.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { mixColumns } from "../../../src/matrix/generators/mix-columns.ts";
import { needleMatrix } from "../../../src/matrix/generators/needle-matrix.ts";
import { rankDeficientMatrix } from "../../../src/matrix/generators/rank-deficient-matrix.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import type { RealMatrix } from "../../../src/matrix/real-matrix.ts";
import type { WeightedRows } from "../../../src/matrix/weighted-rows.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense } from "../../support/real-dense.ts";

function pick(matrix: RealMatrix, indices: number[], weights: number[], counts?: number[]): WeightedRows {
  return {
    columns: matrix.columns,
    values: Float64Array.from(indices.flatMap((i) => [...matrix.row(i)])),
    weights: Float64Array.from(weights),
    counts: Float64Array.from(counts ?? indices.map(() => 1)),
    indices: Float64Array.from(indices),
  };
}

/** Eigenvalues of (AᵀA)⁻¹ BᵀB by the general solver of ml-matrix: for tiny, well-conditioned matrices. */
function pencil(approximation: WeightedRows, original: RealMatrix): number[] {
  const [b, a] = [gramMatrix(approximation), gramMatrix(original)].map((gram) =>
    Matrix.from1DArray(gram.rows, gram.rows, [...gram.data]),
  );
  return new EigenvalueDecomposition(inverse(a).mmul(b)).realEigenvalues.sort((x, y) => x - y);
}

describe("spectralBounds", () => {
  it("are the extreme eigenvalues", () => {
    expect(
      spectralBounds(
        dense([
          [2, 1],
          [1, 2],
        ]),
      ),
    ).toEqual({ lower: expect.closeTo(1, 14), upper: expect.closeTo(3, 14) });
    expect(spectralBounds(new DenseMatrix(0, 0, new Float64Array(0)))).toEqual({ lower: 1, upper: 1 });
  });

  it("refuse a matrix that is not square", () => {
    expect(() => spectralBounds(dense([[1, 2]]))).toThrow(RangeError);
  });
});

describe("spectralBoundsOf", () => {
  it("agree with the generalised eigenvalues of (BᵀB, AᵀA)", () => {
    for (let seed = 0; seed < 50; seed++) {
      const random = seededRandom(seed);
      const columns = 1 + (seed % 4);
      const matrix = gaussianMatrix({ rows: 30, columns }, random);
      const indices = Array.from({ length: 12 }, () => random.integer(30));
      const sketch = pick(
        matrix,
        indices,
        indices.map(() => 0.5 + random.uniform()),
        indices.map(() => 1 + random.integer(3)),
      );
      const expected = pencil(sketch, matrix);
      const { lower, upper, rank } = spectralBoundsOf(sketch, matrix);
      expect(rank).toBe(columns);
      expect(lower).toBeCloseTo(expected[0], 11);
      expect(upper).toBeCloseTo(expected[columns - 1], 11);
    }
  });

  it("are 1 and 1 for A itself, also for dependent columns and after a mix of condition 1e8", () => {
    const all = Array.from({ length: 40 }, (_, i) => i);
    const ones = all.map(() => 1);
    const matrix = gaussianMatrix({ rows: 40, columns: 4 }, seededRandom(1));
    for (const [original, digits] of [
      [matrix, 12],
      [rankDeficientMatrix({ rows: 40, columns: 4, rank: 2 }, seededRandom(2)), 12],
      [mixColumns(matrix, { condition: 1e8 }, seededRandom(3)), 6],
    ] as const) {
      const { lower, upper } = spectralBoundsOf(pick(original, all, ones), original);
      expect(lower).toBeCloseTo(1, digits);
      expect(upper).toBeCloseTo(1, digits);
    }
  });

  it("do not change from (B, A) to (B R, A R) with R of condition 1e8", () => {
    const matrix = gaussianMatrix({ rows: 60, columns: 3 }, seededRandom(4));
    const mixed = mixColumns(matrix, { condition: 1e8 }, seededRandom(5));
    const indices = Array.from({ length: 20 }, (_, e) => 3 * e);
    const weights = indices.map(() => Math.sqrt(3));
    const plain = spectralBoundsOf(pick(matrix, indices, weights), matrix);
    const other = spectralBoundsOf(pick(mixed, indices, weights), mixed);
    expect(other.lower).toBeCloseTo(plain.lower, 6);
    expect(other.upper).toBeCloseTo(plain.upper, 6);
  });

  it("of a sketch without the needle have a lower bound of exactly 0", () => {
    const matrix = needleMatrix({ rows: 100, position: 40 });
    const missed = spectralBoundsOf(pick(matrix, [1, 2, 3], [5, 5, 5]), matrix);
    expect(missed).toEqual({ lower: 0, upper: expect.closeTo(75 / 99, 13), rank: 2 });
    const found = spectralBoundsOf(pick(matrix, [1, 40], [Math.sqrt(99), 1]), matrix);
    expect(found.lower).toBeCloseTo(1, 13);
    expect(found.upper).toBeCloseTo(1, 13);
  });

  it("of a replicated basis with 2^40 rows are the ratios of the counts", () => {
    const matrix = replicatedBasisMatrix({ counts: [2 ** 40, 4] });
    const sketch = pick(matrix, [0, 2 ** 40], [2 ** 19, 1], [3, 5]);
    expect(spectralBoundsOf(sketch, matrix)).toEqual({
      lower: expect.closeTo(0.75, 13),
      upper: expect.closeTo(1.25, 13),
      rank: 2,
    });
  });

  it("have an infinite upper bound when a row of B is no combination of rows of A", () => {
    const matrix = dense([
      [1, 1],
      [2, 2],
    ]);
    const foreign = { ...pick(matrix, [0], [1]), values: Float64Array.of(1, -1) };
    expect(spectralBoundsOf(foreign, matrix).upper).toBe(Number.POSITIVE_INFINITY);
    const unused = { ...foreign, weights: Float64Array.of(0) };
    expect(spectralBoundsOf(unused, matrix)).toEqual({ lower: 0, upper: 0, rank: 1 });
  });

  it("of the empty sketch are 0 and 0, and of any sketch of the zero matrix 1 and 1", () => {
    const matrix = gaussianMatrix({ rows: 5, columns: 2 }, seededRandom(6));
    expect(spectralBoundsOf(pick(matrix, [], []), matrix)).toEqual({ lower: 0, upper: 0, rank: 2 });
    const zero = new DenseMatrix(3, 2, new Float64Array(6));
    expect(spectralBoundsOf(pick(zero, [1], [2]), zero)).toEqual({ lower: 1, upper: 1, rank: 0 });
    expect(spectralBoundsOf(pick(zero, [], []), zero)).toEqual({ lower: 1, upper: 1, rank: 0 });
  });

  it("refuse rows of another length and weights that are not finite", () => {
    const matrix = gaussianMatrix({ rows: 5, columns: 2 }, seededRandom(7));
    const other = gaussianMatrix({ rows: 5, columns: 3 }, seededRandom(8));
    expect(() => spectralBoundsOf(pick(other, [0], [1]), matrix)).toThrow(/rows of 2 values .* got 3/);
    expect(() => spectralBoundsOf(pick(matrix, [0], [Number.NaN]), matrix)).toThrow(RangeError);
  });
});
