import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { identityMatrix } from "../../../src/matrix/generators/identity-matrix.ts";
import { orthonormalMatrix } from "../../../src/matrix/generators/orthonormal-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { largestDifference, total } from "../../support/real-dense.ts";

describe("orthonormalMatrix", () => {
  it.each([
    [1, 1],
    [2, 2],
    [20, 20],
    [1000, 5],
  ])("has QᵀQ = I to rounding: %d × %d", (rows, columns) => {
    for (let seed = 0; seed < 10; seed++) {
      const gram = gramMatrix(orthonormalMatrix({ rows, columns }, seededRandom(seed)));
      expect(largestDifference(gram.data, identityMatrix({ size: columns }).data)).toBeLessThan(1e-13);
    }
  });

  it("is uniform: a 2 × 2 rotation has an angle of no preferred sign or size", () => {
    // Q_00 = cos θ for uniform θ: mean 0, mean square 1/2, mean fourth power 3/8. 4000 draws, standard deviations
    // 0.0112, 0.0056 and 0.0054; six of them: 6e-9 for the three.
    const cosines = Float64Array.from({ length: 4000 }, (_, seed) =>
      orthonormalMatrix({ rows: 2, columns: 2 }, seededRandom(seed)).at(0, 0),
    );
    const moment = (power: number) => total(cosines.map((x) => x ** power)) / cosines.length;
    expect(Math.abs(moment(1))).toBeLessThan(0.067);
    expect(Math.abs(moment(2) - 1 / 2)).toBeLessThan(0.034);
    expect(Math.abs(moment(4) - 3 / 8)).toBeLessThan(0.033);
  });

  it("refuses more columns than rows", () => {
    expect(() => orthonormalMatrix({ rows: 2, columns: 3 }, seededRandom(1))).toThrow(
      /columns to be a whole number from 1 to 2, got 3/,
    );
    expect(() => orthonormalMatrix({ rows: 0, columns: 0 }, seededRandom(1))).toThrow(RangeError);
  });
});
