import { Matrix, SVD } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { identityMatrix } from "../../../src/matrix/generators/identity-matrix.ts";
import { mixColumns } from "../../../src/matrix/generators/mix-columns.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, multiply } from "../../support/real-dense.ts";

describe("mixColumns", () => {
  it.each([1, 10, 1e8])(
    "multiplies by a matrix of condition %d with largest singular value 1",
    (condition) => {
      const mix = mixColumns(identityMatrix({ size: 4 }), { condition }, seededRandom(1));
      const singular = new SVD(Matrix.from1DArray(4, 4, [...mix.data])).diagonal;
      expect(singular[0]).toBeCloseTo(1, 13);
      expect(singular[0] / singular[3] / condition).toBeCloseTo(1, 6);
      expect(singular[1] / singular[2]).toBeCloseTo(condition ** (1 / 3), 5 - Math.log10(condition));
    },
  );

  it("multiplies any matrix by the same R, dense or as classes", () => {
    const options = { condition: 100 };
    const mix = mixColumns(identityMatrix({ size: 2 }), options, seededRandom(2));
    const matrix = dense([
      [1, 2],
      [3, -4],
      [0, 0],
    ]);
    const mixed = mixColumns(matrix, options, seededRandom(2));
    expect(largestDifference(mixed.data, multiply(matrix, mix).data)).toBeLessThan(1e-15);
    const classes = mixColumns(replicatedBasisMatrix({ counts: [2 ** 40, 3] }), options, seededRandom(2));
    expect(classes.rows).toBe(2 ** 40 + 3);
    expect([...classes.row(5)]).toEqual([...mix.row(0)]);
    expect([...classes.row(2 ** 40)]).toEqual([...mix.row(1)]);
  });

  it("refuses conditions below 1, and other than 1 for a single column", () => {
    const matrix = identityMatrix({ size: 2 });
    for (const condition of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => mixColumns(matrix, { condition }, seededRandom(1))).toThrow(/finite condition ≥ 1/);
    }
    expect(() => mixColumns(dense([[1]]), { condition: 2 }, seededRandom(1))).toThrow(/single column/);
  });
});
