import { describe, expect, it } from "vitest";
import { matrixFromQuirk, matrixToQuirk } from "../../../src/adapters/quirk/quirk-matrix.ts";
import { complexMatrix, gateMatrix, gateTable } from "../../../src/index.ts";

describe("matrices of Quirk", () => {
  it("are written as it writes them", () => {
    expect(
      matrixToQuirk(
        complexMatrix([
          [1, 0],
          [0, [0, 1]],
        ]),
      ),
    ).toBe("{{1,0},{0,i}}");
    expect(
      matrixToQuirk(
        complexMatrix([
          [[0.5, 0.5], -2],
          [
            [0, -1],
            [3, -0.25],
          ],
        ]),
      ),
    ).toBe("{{0.5+0.5i,-2},{-i,3-0.25i}}");
  });

  it("come back bit for bit", () => {
    for (const { name, parameters } of Object.values(gateTable)) {
      const matrix = gateMatrix(
        name,
        parameters.map((_, k) => 0.1 + k / 3),
      );
      const back = matrixFromQuirk(matrixToQuirk(matrix));
      expect(back.re.map((x) => x + 0)).toEqual(matrix.re.map((x) => x + 0));
      expect(back.im.map((x) => x + 0)).toEqual(matrix.im.map((x) => x + 0));
    }
  });

  it.each(["", "1", "{1,2}", "{{1,2},{3}}", "{{1,0},{0,t}}", "{{1,0}{0,1}}"])("refuses %j", (text) => {
    expect(() => matrixFromQuirk(text)).toThrow(RangeError);
  });
});
