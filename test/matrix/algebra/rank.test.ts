import { describe, expect, it } from "vitest";
import { rankOf } from "../../../src/matrix/algebra/rank.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { illConditionedMatrix } from "../../../src/matrix/generators/ill-conditioned-matrix.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense } from "../../support/real-dense.ts";

describe("rankOf", () => {
  it("recognises the singular matrix that an LU test for rank takes as invertible", () => {
    const singular = dense([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(rankOf(singular)).toBe(2);
  });

  it.each([1e3, 1e6, 1e9, 1e12])("is full at condition %d", (condition) => {
    for (let seed = 0; seed < 10; seed++) {
      expect(rankOf(illConditionedMatrix({ rows: 50, columns: 4, condition }, seededRandom(seed)))).toBe(4);
    }
  });

  it("counts single rows, columns of zeros and classes of 2^40 rows", () => {
    expect(rankOf(dense([[0, 2, 1]]))).toBe(1);
    expect(rankOf(new DenseMatrix(3, 3, new Float64Array(9)))).toBe(0);
    expect(rankOf(replicatedBasisMatrix({ counts: [2 ** 40, 0, 1] }))).toBe(2);
  });
});
