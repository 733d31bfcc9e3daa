import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leverageScores } from "../../../src/matrix/algebra/leverage-scores.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { fourierColumns } from "../../../src/matrix/generators/fourier-columns.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { hadamardColumns } from "../../../src/matrix/generators/hadamard-columns.ts";
import { identityMatrix } from "../../../src/matrix/generators/identity-matrix.ts";
import { mixColumns } from "../../../src/matrix/generators/mix-columns.ts";
import { needleMatrix } from "../../../src/matrix/generators/needle-matrix.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, total } from "../../support/real-dense.ts";

describe("leverageScores", () => {
  it("lie in [0, 1] and sum to the rank, for any small matrix of integers", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
          fc
            .array(fc.integer({ min: -3, max: 3 }), {
              minLength: rows * columns,
              maxLength: rows * columns,
            })
            .map((entries) => new DenseMatrix(rows, columns, Float64Array.from(entries))),
        ),
        (matrix) => {
          const { scores, rank } = leverageScores(matrix);
          expect(rank).toBe(integerRank(matrix));
          expect(total(scores)).toBeCloseTo(rank, 11);
          for (const score of scores) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
          }
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it("do not change from A to A R with R of condition 1e8", () => {
    for (let seed = 0; seed < 20; seed++) {
      const matrix = gaussianMatrix({ rows: 200, columns: 4 }, seededRandom(seed).split("matrix"));
      const mixed = mixColumns(matrix, { condition: 1e8 }, seededRandom(seed).split("mix"));
      const { scores, rank } = leverageScores(mixed);
      expect(rank).toBe(4);
      expect(largestDifference(scores, leverageScores(matrix).scores)).toBeLessThan(1e-7);
    }
  });

  it("of orthonormal columns with equal entries in size are d/n", () => {
    for (const matrix of [
      fourierColumns({ rows: 60, columns: 6 }),
      hadamardColumns({ rows: 64, columns: 6 }),
    ]) {
      const { scores } = leverageScores(matrix);
      expect(largestDifference(scores, new Float64Array(matrix.rows).fill(6 / matrix.rows))).toBeLessThan(
        1e-14,
      );
    }
  });

  it("of the needle are 1/(n − 1) and 1, dense and as classes of up to 2^40 rows", () => {
    const { scores } = leverageScores(needleMatrix({ rows: 100, position: 40 }));
    scores.forEach((score, i) => {
      expect(score).toBeCloseTo(i === 40 ? 1 : 1 / 99, 14);
    });
    const classes = leverageScores(
      needleMatrix({ rows: 2 ** 40, position: 12345, form: "row-class" }),
    ).scores;
    expect([...classes].map((score) => score * (2 ** 40 - 1))).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(2 ** 40 - 1, 2),
      expect.closeTo(1, 12),
    ]);
  });

  it("of a replicated basis are 1/counts, one for each class", () => {
    const counts = [2 ** 40, 7, 2 ** 20 + 1, 1];
    const matrix = replicatedBasisMatrix({ counts });
    const { scores, rank } = leverageScores(matrix);
    expect(rank).toBe(4);
    counts.forEach((count, k) => {
      expect(scores[k] * count).toBeCloseTo(1, 13);
    });
  });

  it("of the identity and of independent rows are 1", () => {
    expect([...leverageScores(identityMatrix({ size: 5 })).scores]).toEqual([1, 1, 1, 1, 1]);
    const wide = leverageScores(gaussianMatrix({ rows: 3, columns: 8 }, seededRandom(3)));
    expect(wide.rank).toBe(3);
    expect(largestDifference(wide.scores, [1, 1, 1])).toBeLessThan(1e-13);
    expect([...leverageScores(dense([[5, -2]])).scores]).toEqual([expect.closeTo(1, 14)]);
  });

  it("of the zero matrix are 0", () => {
    expect(leverageScores(new DenseMatrix(2, 2, new Float64Array(4)))).toEqual({
      scores: new Float64Array(2),
      rank: 0,
    });
  });

  it("of a Gaussian matrix follow the Beta(d/2, (n − d)/2) law in mean and variance", () => {
    // The mean is d/n exactly. The variance of Beta(a, b) is ab/((a+b)²(a+b+1)). With kurtosis 6 the sample variance
    // of 40 000 scores has a standard deviation of 1.1 %, so 10 % is nine of them: a false alarm below 1e-6.
    const { scores } = leverageScores(gaussianMatrix({ rows: 40_000, columns: 4 }, seededRandom(5)));
    const [a, b] = [2, 19_998];
    const mean = total(scores) / scores.length;
    const variance = total(scores.map((x) => (x - mean) ** 2)) / scores.length;
    expect(mean).toBeCloseTo(1e-4, 15);
    const ratio = variance / ((a * b) / ((a + b) ** 2 * (a + b + 1)));
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
  });

  it("refuses entries that are not finite", () => {
    expect(() => leverageScores(dense([[Number.NaN]]))).toThrow(RangeError);
  });
});

/** Rank by fraction-free elimination in whole numbers: exact. */
function integerRank({ rows, columns, data }: DenseMatrix): number {
  const entries = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, k) => BigInt(data[i * columns + k])),
  );
  let rank = 0;
  for (let k = 0; k < columns && rank < rows; k++) {
    const pivot = entries.findIndex((row, i) => i >= rank && row[k] !== 0n);
    if (pivot < 0) continue;
    [entries[rank], entries[pivot]] = [entries[pivot], entries[rank]];
    for (let i = rank + 1; i < rows; i++) {
      const factor = entries[i][k];
      entries[i] = entries[i].map((x, j) => x * entries[rank][k] - factor * entries[rank][j]);
    }
    rank++;
  }
  return rank;
}
