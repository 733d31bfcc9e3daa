import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { hadamardColumns } from "../../../src/matrix/generators/hadamard-columns.ts";
import { identityMatrix } from "../../../src/matrix/generators/identity-matrix.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import { dense, largestDifference } from "../../support/real-dense.ts";

describe("hadamardColumns", () => {
  it.each([1, 2, 8, 64])("are orthonormal with entries ±1/√n: n = %d", (rows) => {
    const matrix = hadamardColumns({ rows, columns: rows });
    expect(largestDifference(gramMatrix(matrix).data, identityMatrix({ size: rows }).data)).toBeLessThan(
      1e-13,
    );
    for (const entry of matrix.data) expect(Math.abs(entry)).toBe(1 / Math.sqrt(rows));
  });

  it("are the Kronecker power of the 2 × 2 matrix", () => {
    const h = dense([
      [1, 1],
      [1, -1],
    ]);
    const power = kroneckerProduct([h, h, h, h]).data.map((x) => x / 4);
    expect([...hadamardColumns({ rows: 16, columns: 16 }).data]).toEqual([...power]);
  });

  it("refuses a number of rows that is no power of two", () => {
    expect(() => hadamardColumns({ rows: 12, columns: 2 })).toThrow(/power of two, got 12; use 16/);
    expect(() => hadamardColumns({ rows: 4, columns: 5 })).toThrow(RangeError);
  });
});
