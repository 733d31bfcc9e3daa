import { describe, expect, it } from "vitest";
import { symmetricEigenvalues } from "../../../src/matrix/algebra/symmetric-eigenvalues.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { orthonormalMatrix } from "../../../src/matrix/generators/orthonormal-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, multiply, scaleColumns, transpose } from "../../support/real-dense.ts";

describe("symmetricEigenvalues", () => {
  it("finds the eigenvalues that a matrix Q Λ Qᵀ was built from, smallest first", () => {
    const q = orthonormalMatrix({ rows: 6, columns: 6 }, seededRandom(1));
    const matrix = multiply(scaleColumns(q, [3, -1, 0, 7, 3, -2]), transpose(q));
    expect(largestDifference(symmetricEigenvalues(matrix), [-2, -1, 0, 3, 3, 7])).toBeLessThan(1e-13);
  });

  it("sorts by value, not as text", () => {
    const matrix = dense([
      [10, 0, 0],
      [0, 9, 0],
      [0, 0, -100],
    ]);
    expect([...symmetricEigenvalues(matrix)]).toEqual([-100, 9, 10]);
  });

  it.each([1e-200, 1e200])("does not overflow or underflow: times %d", (unit) => {
    const values = symmetricEigenvalues(
      dense([
        [0, unit],
        [unit, 0],
      ]),
    );
    expect(values[0] / unit).toBeCloseTo(-1, 14);
    expect(values[1] / unit).toBeCloseTo(1, 14);
  });

  it("gives zeros for zero and nothing for nothing", () => {
    expect([...symmetricEigenvalues(new DenseMatrix(2, 2, new Float64Array(4)))]).toEqual([0, 0]);
    expect(symmetricEigenvalues(new DenseMatrix(0, 0, new Float64Array(0)))).toHaveLength(0);
  });

  it("refuses a matrix that is not square, not symmetric or not finite", () => {
    expect(() => symmetricEigenvalues(dense([[1, 2]]))).toThrow(/square matrix, got 1 × 2/);
    expect(() =>
      symmetricEigenvalues(
        dense([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toThrow(/symmetric matrix, got 3 at \(1, 0\) and 2 at \(0, 1\)/);
    expect(() => symmetricEigenvalues(dense([[Number.NaN]]))).toThrow(RangeError);
  });
});
