import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { qasmNumber } from "../../../../src/circuit/qasm/writer/qasm-number.ts";

/** Reads what the writer writes, by the rules of left-to-right arithmetic on doubles. */
function value(text: string): number {
  return Function("pi", `"use strict"; return ${text}`)(Math.PI) as number;
}

describe("qasmNumber", () => {
  it("gives back the same double, for any double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Object.is(value(qasmNumber(x)), x)).toBe(true);
      }),
    );
    for (const x of [0, -0, 1, -7, 1e21, 5e-324, Number.MAX_VALUE, 2 ** 53, 1e15, 0.1 + 0.2]) {
      expect(Object.is(value(qasmNumber(x)), x)).toBe(true);
    }
  });

  it("gives back the same double for multiples of π, however they were computed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.boolean(),
        (k, d, first) => {
          const x = first ? (k * Math.PI) / d : k * (Math.PI / d);
          expect(Object.is(value(qasmNumber(x)), x)).toBe(true);
        },
      ),
    );
  });

  it.each([
    [0, "0"],
    [1, "1.0"],
    [-3, "-3.0"],
    [0.5, "0.5"],
    [1e-7, "1.0e-7"],
    [1.5e300, "1.5e+300"],
    [Math.PI, "pi"],
    [-Math.PI, "-pi"],
    [2 * Math.PI, "2*pi"],
    [Math.PI / 2, "pi/2"],
    [(-3 * Math.PI) / 4, "-3*pi/4"],
    [Math.PI / 3, "pi/3"],
    [Math.PI / 2 ** 30, `pi/${2 ** 30}`],
    [Math.PI / 7, "pi/7"],
    [3.14, "3.14"],
  ])("writes %d as %s", (x, text) => {
    expect(qasmNumber(x)).toBe(text);
  });
});
