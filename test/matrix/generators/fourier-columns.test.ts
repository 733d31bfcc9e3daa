import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { fourierColumns } from "../../../src/matrix/generators/fourier-columns.ts";
import { identityMatrix } from "../../../src/matrix/generators/identity-matrix.ts";
import { largestDifference } from "../../support/real-dense.ts";

describe("fourierColumns", () => {
  it.each([
    [64, 4],
    [64, 63],
    [65, 65],
    [9, 3],
    [4096, 2],
    [1, 1],
    [2, 1],
  ])("are orthonormal with rows of length √(d/n): %d × %d", (rows, columns) => {
    const matrix = fourierColumns({ rows, columns });
    expect(largestDifference(gramMatrix(matrix).data, identityMatrix({ size: columns }).data)).toBeLessThan(
      1e-13,
    );
    for (let i = 0; i < rows; i++) {
      const square = matrix.row(i).reduce((sum, x) => sum + x * x, 0);
      expect(Math.abs(square - columns / rows)).toBeLessThan(1e-14);
    }
  });

  it("are √(2/n) cos and √(2/n) sin", () => {
    const matrix = fourierColumns({ rows: 8, columns: 4 });
    expect(matrix.at(1, 0)).toBeCloseTo(Math.cos(Math.PI / 4) / 2, 15);
    expect(matrix.at(1, 1)).toBeCloseTo(Math.sin(Math.PI / 4) / 2, 15);
    expect(matrix.at(3, 3)).toBeCloseTo(Math.sin((3 * Math.PI) / 2) / 2, 15);
  });

  it("refuses the frequency n/2, which has no sine, and more columns than rows", () => {
    expect(() => fourierColumns({ rows: 8, columns: 8 })).toThrow(/from 1 to 7, got 8/);
    expect(() => fourierColumns({ rows: 9, columns: 10 })).toThrow(RangeError);
    expect(() => fourierColumns({ rows: 8, columns: 0 })).toThrow(RangeError);
  });
});
