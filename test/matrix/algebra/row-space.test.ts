import { Matrix, pseudoInverse as theirPseudoInverse } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { rankOf } from "../../../src/matrix/algebra/rank.ts";
import { rowSpace } from "../../../src/matrix/algebra/row-space.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../../src/matrix/generators/ill-conditioned-matrix.ts";
import { orthonormalMatrix } from "../../../src/matrix/generators/orthonormal-matrix.ts";
import { rankDeficientMatrix } from "../../../src/matrix/generators/rank-deficient-matrix.ts";
import { rowClasses } from "../../../src/matrix/generators/row-classes.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, multiply, scaleColumns, transpose } from "../../support/real-dense.ts";

/** aᵀ(BᵀB)⁺a multiplied out through the Gram matrix, for well-conditioned B only. */
function plainScore(row: Float64Array, matrix: DenseMatrix): number {
  const gram = gramMatrix(matrix);
  const inverse = theirPseudoInverse(Matrix.from1DArray(gram.rows, gram.rows, [...gram.data]));
  return row.reduce((sum, x, i) => sum + row.reduce((part, y, k) => part + x * y * inverse.get(i, k), 0), 0);
}

const zeros = (rows: number, columns: number) =>
  new DenseMatrix(rows, columns, new Float64Array(rows * columns));

describe("rowSpace", () => {
  it("scores rows as aᵀ(BᵀB)⁺a", () => {
    const matrix = gaussianMatrix({ rows: 50, columns: 4 }, seededRandom(1));
    const others = gaussianMatrix({ rows: 20, columns: 4 }, seededRandom(2));
    const space = rowSpace(matrix);
    for (let i = 0; i < 20; i++) {
      const row = others.row(i);
      expect(space.score(row) / plainScore(row, matrix)).toBeCloseTo(1, 12);
      expect(space.scoreAt(others.data, 4 * i)).toBe(space.score(row));
    }
  });

  it.each([1, 2, 3, 4, 5, 8, 17])(
    "whitens: A Cᵀ has orthonormal columns and ‖C a‖² is the score, d = %d",
    (d) => {
      const matrix = gaussianMatrix({ rows: 100, columns: d }, seededRandom(3));
      const space = rowSpace(matrix);
      const whitened = new DenseMatrix(100, d, new Float64Array(100 * d));
      for (let i = 0; i < 100; i++) {
        space.whiten(matrix.row(i), whitened.row(i));
        const square = whitened.row(i).reduce((sum, x) => sum + x * x, 0);
        expect(square).toBeCloseTo(space.score(matrix.row(i)), 13);
      }
      const identity = gramMatrix(whitened);
      for (let i = 0; i < d; i++) {
        for (let k = 0; k < d; k++) expect(identity.at(i, k)).toBeCloseTo(i === k ? 1 : 0, 13);
      }
      expect(largestDifference(multiply(matrix, transpose(space.whitener)).data, whitened.data)).toBeLessThan(
        1e-13,
      );
    },
  );

  it.each([
    ["full rank", gaussianMatrix({ rows: 30, columns: 5 }, seededRandom(4))],
    ["dependent columns", rankDeficientMatrix({ rows: 30, columns: 5, rank: 3 }, seededRandom(5))],
    ["fewer rows than columns", gaussianMatrix({ rows: 3, columns: 5 }, seededRandom(6))],
    [
      "a column of zeros",
      scaleColumns(gaussianMatrix({ rows: 30, columns: 5 }, seededRandom(7)), [1, 1, 0, 1, 1]),
    ],
  ])("has CᵀC = (BᵀB)⁺ and an orthonormal kernel: %s", (_, matrix) => {
    const space = rowSpace(matrix);
    const gram = gramMatrix(matrix);
    const inverse = multiply(transpose(space.whitener), space.whitener);
    // The Penrose conditions; the fourth is the transpose of the third, as both matrices are symmetric.
    expect(largestDifference(multiply(multiply(gram, inverse), gram).data, gram.data)).toBeLessThan(1e-11);
    expect(largestDifference(multiply(multiply(inverse, gram), inverse).data, inverse.data)).toBeLessThan(
      1e-11,
    );
    const both = multiply(gram, inverse);
    expect(largestDifference(both.data, transpose(both).data)).toBeLessThan(1e-11);
    expect(space.kernel.rows).toBe(5 - space.rank);
    const overlaps = multiply(space.kernel, transpose(space.kernel));
    for (let i = 0; i < overlaps.rows; i++) {
      for (let k = 0; k < overlaps.rows; k++) expect(overlaps.at(i, k)).toBeCloseTo(i === k ? 1 : 0, 13);
    }
    const image = multiply(matrix, transpose(space.kernel));
    expect(largestDifference(image.data, new Float64Array(image.data.length))).toBeLessThan(1e-13);
  });

  it("scores rows outside the row space as Infinity, and all rows of the matrix as inside", () => {
    const matrix = rankDeficientMatrix({ rows: 40, columns: 6, rank: 4 }, seededRandom(8));
    const space = rowSpace(matrix);
    expect(space.rank).toBe(4);
    for (let i = 0; i < 40; i++) {
      expect(space.contains(matrix.row(i))).toBe(true);
      expect(space.score(matrix.row(i))).toBeLessThanOrEqual(1 + 1e-12);
    }
    const outside = space.kernel.row(0);
    expect(space.contains(outside)).toBe(false);
    expect(space.score(outside)).toBe(Number.POSITIVE_INFINITY);
    const slightly = matrix.row(0).map((x, k) => x + 1e-9 * outside[k]);
    expect(space.score(slightly)).toBe(Number.POSITIVE_INFINITY);
  });

  it("contains its own rows and finds its rank for random shapes, ranks and column units from 1e-6 to 1e6", () => {
    const random = seededRandom(9);
    for (let trial = 0; trial < 300; trial++) {
      const columns = 1 + random.integer(10);
      const rank = 1 + random.integer(columns);
      const rows = rank + random.integer(40);
      const plain = rankDeficientMatrix({ rows, columns, rank }, random.split("matrix", trial));
      const matrix = scaleColumns(
        plain,
        Array.from({ length: columns }, () => 10 ** (12 * random.uniform() - 6)),
      );
      const space = rowSpace(matrix);
      expect(space.rank).toBe(rank);
      for (let i = 0; i < rows; i++) expect(space.contains(matrix.row(i))).toBe(true);
      for (let i = 0; i < space.kernel.rows; i++) {
        for (let j = 0; j < rows; j++) {
          const terms = matrix.row(j).map((x, k) => x * space.kernel.at(i, k));
          const size = terms.reduce((sum, x) => sum + Math.abs(x), 0);
          expect(Math.abs(terms.reduce((sum, x) => sum + x, 0))).toBeLessThanOrEqual(1e-6 * size);
        }
      }
    }
  });

  it("takes a non-zero entry, however small, in a column of zeros as outside", () => {
    const space = rowSpace(
      dense([
        [1, 0],
        [2, 0],
      ]),
    );
    expect(space.rank).toBe(1);
    expect(space.score(Float64Array.of(1, 0))).toBeCloseTo(0.2, 15);
    expect(space.score(Float64Array.of(1, 1e-300))).toBe(Number.POSITIVE_INFINITY);
  });

  it("scores zero rows 0, also when the rank is 0", () => {
    for (const matrix of [
      gaussianMatrix({ rows: 9, columns: 3 }, seededRandom(10)),
      zeros(4, 3),
      zeros(0, 3),
    ]) {
      expect(rowSpace(matrix).score(new Float64Array(3))).toBe(0);
    }
    const nothing = rowSpace(zeros(4, 3));
    expect([nothing.rank, nothing.condition, nothing.kernel.rows, nothing.whitener.rows]).toEqual([
      0, 1, 3, 0,
    ]);
    expect(nothing.score(Float64Array.of(0, 1e-200, 0))).toBe(Number.POSITIVE_INFINITY);
  });

  it("gives exact scores as row lengths of Q at condition 1e9, with full rank", () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = seededRandom(seed);
      const shape = { rows: 300, columns: 4 };
      const matrix = illConditionedMatrix({ ...shape, condition: 1e9 }, random);
      const q = orthonormalMatrix(shape, random.split("orthonormal"));
      const space = rowSpace(matrix);
      expect(space.rank).toBe(4);
      for (let i = 0; i < 300; i++) {
        const expected = q.row(i).reduce((sum, x) => sum + x * x, 0);
        // Forming A = Q R in doubles moves the weakest direction by 1e9 · 1e-16 already.
        expect(Math.abs(space.score(matrix.row(i)) - expected)).toBeLessThan(1e-7);
      }
    }
  });

  it("knows that independent rows have score 1 and their difference has score 2, at condition 4e9", () => {
    const delta = 2 ** -30;
    const space = rowSpace(
      dense([
        [1, 1],
        [1, 1 + delta],
        [0, 0],
      ]),
    );
    expect(space.rank).toBe(2);
    expect(space.condition).toBeGreaterThan(1e9);
    expect(space.score(Float64Array.of(1, 1))).toBeCloseTo(1, 5);
    expect(space.score(Float64Array.of(1, 1 + delta))).toBeCloseTo(1, 5);
    expect(space.score(Float64Array.of(0, delta))).toBeCloseTo(2, 5);
  });

  it("ranks the Hilbert matrix of order 8 as full, and one of order 20 as deficient", () => {
    const hilbert = (size: number) =>
      dense(Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, k) => 1 / (1 + i + k))));
    const space = rowSpace(hilbert(8));
    expect(space.rank).toBe(8);
    // A square invertible matrix: every score is 1. The condition is 1e10.
    for (let i = 0; i < 8; i++) expect(space.score(hilbert(8).row(i))).toBeCloseTo(1, 5);
    expect(rankOf(hilbert(20))).toBeLessThan(20);
  });

  it.each([1e-150, 1e-30, 1e30, 1e150])("does not depend on the unit of the data: times %d", (unit) => {
    const matrix = gaussianMatrix({ rows: 30, columns: 3 }, seededRandom(11));
    const scaled = new DenseMatrix(
      30,
      3,
      matrix.data.map((x) => x * unit),
    );
    const plain = rowSpace(matrix);
    const space = rowSpace(scaled);
    expect(space.rank).toBe(3);
    expect(space.condition).toBeCloseTo(plain.condition, 10);
    for (let i = 0; i < 30; i++) {
      expect(space.score(scaled.row(i))).toBeCloseTo(plain.score(matrix.row(i)), 13);
    }
  });

  it("does not depend on the units of single columns, from 1e-150 to 1e150", () => {
    const matrix = gaussianMatrix({ rows: 30, columns: 3 }, seededRandom(12));
    const scaled = scaleColumns(matrix, [1e150, 1, 1e-150]);
    const plain = rowSpace(matrix);
    const space = rowSpace(scaled);
    for (let i = 0; i < 30; i++) {
      expect(space.score(scaled.row(i))).toBeCloseTo(plain.score(matrix.row(i)), 12);
    }
  });

  it("recognises columns that depend on each other over a hundred thousand rows", () => {
    const random = seededRandom(13);
    const rows = 100_000;
    const data = new Float64Array(3 * rows);
    for (let i = 0; i < rows; i++) {
      data[3 * i] = random.uniform();
      data[3 * i + 1] = random.uniform();
      data[3 * i + 2] = 0.3 * data[3 * i] + 0.7 * data[3 * i + 1];
    }
    expect(rankOf(new DenseMatrix(rows, 3, data))).toBe(2);
    expect(rankOf(new DenseMatrix(rows, 3, new Float64Array(3 * rows).fill(1 / 3)))).toBe(1);
  });

  it("counts classes of 2^40 rows by formula", () => {
    const space = rowSpace(
      rowClasses(
        [2 ** 40, 3, 5],
        [
          [1, 0],
          [0, 2],
          [0, 0],
        ],
      ),
    );
    expect(space.score(Float64Array.of(1, 0))).toBeCloseTo(2 ** -40, 26);
    expect(space.score(Float64Array.of(0, 2))).toBeCloseTo(1 / 3, 14);
  });

  it("counts duplicated rows once per copy", () => {
    const matrix = gaussianMatrix({ rows: 10, columns: 3 }, seededRandom(14));
    const twice = new DenseMatrix(20, 3, Float64Array.of(...matrix.data, ...matrix.data));
    const row = matrix.row(4);
    expect(rowSpace(twice).score(row)).toBeCloseTo(rowSpace(matrix).score(row) / 2, 14);
  });

  it("takes weighted rows as scaled rows of A", () => {
    const matrix = gaussianMatrix({ rows: 12, columns: 3 }, seededRandom(15));
    const weights = Float64Array.from({ length: 12 }, (_, e) => 1 + e / 4);
    const counts = Float64Array.from({ length: 12 }, (_, e) => 1 + (e % 3));
    const scaled = new DenseMatrix(
      12,
      3,
      matrix.data.map((x, i) => x * weights[Math.floor(i / 3)] * Math.sqrt(counts[Math.floor(i / 3)])),
    );
    const weighted = { columns: 3, values: matrix.data, weights, counts, indices: new Float64Array(12) };
    const row = Float64Array.of(1, -2, 3);
    expect(rowSpace(weighted).score(row)).toBeCloseTo(rowSpace(scaled).score(row), 12);
  });

  it("refuses entries that are not finite", () => {
    expect(() => rowSpace(dense([[1, Number.NaN]]))).toThrow(RangeError);
    expect(() => rankOf(dense([[1, Number.POSITIVE_INFINITY]]))).toThrow(RangeError);
  });
});
