import { describe, expect, it } from "vitest";
import { elevation } from "../../../showcase/data/elevation.ts";
import { columnSubset, curDecomposition } from "../../../src/baselines/low-rank/column-subset.ts";
import { product } from "../../../src/matrix/algebra/product.ts";
import { pseudoInverse } from "../../../src/matrix/algebra/pseudo-inverse.ts";
import { vectorNorm } from "../../../src/matrix/algebra/residual-norm.ts";
import { thinSvd } from "../../../src/matrix/algebra/thin-svd.ts";
import { transposed } from "../../../src/matrix/algebra/transposed.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { expectFailures } from "../../support/expect-failures.ts";

const random = seededRandom(12);
const { matrix: heights } = elevation();

/** Rank k plus noise, one column of its own direction. */
function noisy(k: number): DenseMatrix {
  const left = gaussianMatrix({ rows: 60, columns: k }, random.split("left"));
  const right = gaussianMatrix({ rows: k, columns: 25 }, random.split("right"));
  const noise = gaussianMatrix({ rows: 60, columns: 25 }, random.split("noise"));
  return new DenseMatrix(
    60,
    25,
    product(left, right).data.map((x, at) => x + 0.05 * noise.data[at]),
  );
}

describe("columnSubset", () => {
  it("scores columns by their share of the best k directions: 0 ≤ ℓ ≤ 1, Σ ℓ = k, and best is ‖A − A_k‖", () => {
    for (const matrix of [noisy(4), heights, transposed(heights)]) {
      const { scores, best } = columnSubset(matrix, { rank: 4, draws: 10, random });
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(4, 10);
      const tall = matrix.rows < matrix.columns ? transposed(matrix) : matrix;
      expect(best).toBeCloseTo(vectorNorm(thinSvd(tall).singularValues.slice(4)), 8);
    }
  });

  // Binomial test at false alarm 1e-6: 3 k ln k + 4 k draws against a factor of 1.5.
  it.each([
    ["noisy rank 4", noisy(4)],
    ["heights of a volcano", heights],
  ] as const)("leaves at most 1.5 ‖A − A_k‖ with constant probability on %s", (_, matrix) => {
    let failures = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { error, best, columns } = columnSubset(matrix, {
        rank: 4,
        draws: 33,
        random: seededRandom(seed),
      });
      if (error > 1.5 * best) failures++;
      expect(columns.length).toBeLessThanOrEqual(33);
      expect([...columns].sort((a, b) => a - b)).toEqual([...columns]);
    }
    expectFailures(failures, 20, 0.25);
  });

  it("measures ‖A − C C⁺A‖, and is exact once all columns are there", () => {
    const matrix = noisy(3);
    const { columns, error, ledger } = columnSubset(matrix, { rank: 3, draws: 8, random });
    const c = transposed(
      new DenseMatrix(
        columns.length,
        60,
        Float64Array.from(columns.flatMap((j) => [...transposed(matrix).row(j)])),
      ),
    );
    const rest = product(c, product(pseudoInverse(c), matrix)).data.map((x, at) => x - matrix.data[at]);
    expect(error).toBeCloseTo(vectorNorm(rest), 9);
    expect(ledger.total()).toBe(60);
    expect(columnSubset(matrix, { rank: 25, draws: 2000, random }).error).toBeLessThan(1e-10);
  });

  it("refuses a rank beyond that of the matrix and draws that are not whole", () => {
    expect(() => columnSubset(noisy(3), { rank: 26, draws: 3, random })).toThrow(
      /a rank up to that of the matrix, 25/,
    );
    expect(() => columnSubset(noisy(3), { rank: 0, draws: 3, random })).toThrow(/rank/);
    expect(() => columnSubset(noisy(3), { rank: 2, draws: 0, random })).toThrow(/draws/);
    expect(() => curDecomposition(noisy(3), { rank: 2, draws: 3, rowDraws: 0.5, random })).toThrow(/draws/);
  });
});

describe("curDecomposition", () => {
  // Binomial test at false alarm 1e-6.
  it("is within 2 ‖A − A_k‖ with constant probability, out of actual columns and rows", () => {
    let failures = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { error, best, core, columns, rows } = curDecomposition(heights, {
        rank: 4,
        draws: 33,
        rowDraws: 60,
        random: seededRandom(seed),
      });
      if (error > 2 * best) failures++;
      expect([core.rows, core.columns]).toEqual([columns.length, rows.length]);
    }
    expectFailures(failures, 20, 0.25);
  });

  it("is exact on a matrix of rank k", () => {
    const exact = product(
      gaussianMatrix({ rows: 40, columns: 3 }, random.split("l")),
      gaussianMatrix({ rows: 3, columns: 20 }, random.split("r")),
    );
    const { error, best } = curDecomposition(exact, { rank: 3, draws: 10, random });
    expect(best).toBeLessThan(1e-9);
    expect(error).toBeLessThan(1e-10 * vectorNorm(exact.data));
  });
});
