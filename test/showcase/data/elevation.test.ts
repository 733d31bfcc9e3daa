import { describe, expect, it } from "vitest";
import { elevation } from "../../../showcase/data/elevation.ts";

describe("elevation", () => {
  it("is 61 rows of 87 heights between 94 and 195 metres", () => {
    const { matrix, columnNames } = elevation();
    expect([matrix.rows, matrix.columns]).toEqual([61, 87]);
    expect([Math.min(...matrix.data), Math.max(...matrix.data)]).toEqual([94, 195]);
    expect(columnNames.at(-1)).toBe("860 m");
  });

  it("is laid out so that neighbours in a row and in a column are alike", () => {
    const { matrix } = elevation();
    let worst = 0;
    for (let i = 1; i < matrix.rows; i++) {
      for (let k = 1; k < matrix.columns; k++) {
        worst = Math.max(
          worst,
          Math.abs(matrix.at(i, k) - matrix.at(i - 1, k)),
          Math.abs(matrix.at(i, k) - matrix.at(i, k - 1)),
        );
      }
    }
    expect(worst).toBeLessThanOrEqual(15);
  });
});
