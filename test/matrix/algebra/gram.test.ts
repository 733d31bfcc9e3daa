import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, multiply, transpose } from "../../support/real-dense.ts";

describe("gramMatrix", () => {
  it("is AᵀA", () => {
    const matrix = gaussianMatrix({ rows: 30, columns: 4 }, seededRandom(1));
    expect(largestDifference(gramMatrix(matrix).data, multiply(transpose(matrix), matrix).data)).toBeLessThan(
      1e-13,
    );
  });

  it("counts classes and weighs rows: Σ counts · weights² · a aᵀ", () => {
    const diagonal = gramMatrix(replicatedBasisMatrix({ counts: [2 ** 40, 9] })).data;
    expect(diagonal[0] / 2 ** 40).toBeCloseTo(1, 14);
    expect([diagonal[1], diagonal[2], diagonal[3]]).toEqual([0, 0, 9]);
    const weighted = gramMatrix({
      columns: 2,
      values: Float64Array.of(1, 2, 3, -1),
      weights: Float64Array.of(2, 0.5),
      counts: Float64Array.of(4, 1),
      indices: Float64Array.of(0, 4),
    });
    expect([...weighted.data]).toEqual([16 + 2.25, 32 - 0.75, 32 - 0.75, 64 + 0.25]);
  });

  it("refuses entries that are not finite", () => {
    expect(() => gramMatrix(dense([[Number.NaN]]))).toThrow(RangeError);
  });
});
