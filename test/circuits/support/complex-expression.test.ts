import { describe, expect, it } from "vitest";
import { complexExpression, realExpression } from "../../../circuits/support/complex-expression.ts";

const cases: [string, number, number][] = [
  ["0.25", 0.25, 0],
  ["1/2", 0.5, 0],
  ["-i", 0, -1],
  ["0.5i", 0, 0.5],
  ["sqrt(1/2)", Math.SQRT1_2, 0],
  ["sqrt(3)/2*i", 0, Math.sqrt(3) / 2],
  ["exp(i*pi/4)", Math.SQRT1_2, Math.SQRT1_2],
  ["(1+i)/2", 0.5, 0.5],
  ["(1+i)/(1-i)", 0, 1],
  ["1 - 2 - 3", -4, 0],
  ["2/2/2", 0.5, 0],
  ["1 + 2*3", 7, 0],
  ["cos(pi/3) + sin(pi/6)", 1, 0],
  ["2e-3", 0.002, 0],
  [".5", 0.5, 0],
  ["--1", 1, 0],
  ["sqrt(i)", Math.SQRT1_2, Math.SQRT1_2],
];

describe("complexExpression", () => {
  it.each(cases)("reads %s", (text, re, im) => {
    const value = complexExpression(text);
    expect(value[0]).toBeCloseTo(re, 14);
    expect(value[1]).toBeCloseTo(im, 14);
  });

  it.each(["", "1 2", "sqrt 2", "(1", "1)", "x", "1 +", "2 ** 3", "1/2|", "1/0", "f(x) = x", "[1, 2]"])(
    "refuses %j",
    (text) => {
      expect(() => complexExpression(text)).toThrow(
        /complexExpression: expected a complex number, got ".*" \(.+\)/,
      );
    },
  );

  it("refuses an imaginary part where the number must be real", () => {
    expect(realExpression("1/4")).toBe(0.25);
    expect(() => realExpression("i/4")).toThrow(/realExpression: expected a real number, got "i\/4"/);
  });
});
