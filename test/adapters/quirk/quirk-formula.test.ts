import { describe, expect, it } from "vitest";
import { evaluateFormula } from "../../../src/adapters/quirk/quirk-formula.ts";

describe("evaluateFormula", () => {
  it.each<[string, number, number]>([
    ["0.5", 0.5, 0],
    [".5", 0.5, 0],
    ["5.", 5, 0],
    ["1e-3", 1e-3, 0],
    ["pi/2", Math.PI / 2, 0],
    ["-pi / 4", -Math.PI / 4, 0],
    ["2pi", 2 * Math.PI, 0],
    ["½", 0.5, 0],
    ["√½", Math.SQRT1_2, 0],
    ["√½i", 0, Math.SQRT1_2],
    ["-√½i", 0, -Math.SQRT1_2],
    ["½+½i", 0.5, 0.5],
    ["½-½i", 0.5, -0.5],
    ["i", 0, 1],
    ["-i", 0, -1],
    ["i^2", -1, 0],
    ["e^(i pi)", -1, 0],
    ["exp(i pi/2)", 0, 1],
    ["sqrt(-4)", 0, 2],
    ["1/(1+i)", 0.5, -0.5],
    ["2^3^2", 64, 0],
    ["-2^2", 4, 0],
    ["1 - 2 - 3", -4, 0],
    ["8 / 2 / 2", 2, 0],
    ["sin(pi/2) + cos 0", 2, 0],
    ["acos(0)", Math.PI / 2, 0],
    ["ln(e)", 1, 0],
    ["(((3)))", 3, 0],
    ["+3", 3, 0],
    ["2(3+4)", 14, 0],
    ["2.5e1e", 25 * Math.E, 0],
  ])("reads %s", (text, re, im) => {
    const value = evaluateFormula(text);
    expect(value[0]).toBeCloseTo(re, 14);
    expect(value[1]).toBeCloseTo(im, 14);
  });

  it.each([
    ["", "nothing"],
    ["   ", "nothing"],
    ["t", "the time t"],
    ["sin(pi t)", "the time t"],
    ["foo", '"foo"'],
    ["3 $", '"$"'],
    ["1 +", "end after an operator"],
    ["* 2", "without a number before it"],
    ["(1", 'an unmatched "("'],
    ["1)", 'an unmatched ")"'],
    ["()", '")" without a value'],
    ["sin", "end after an operator"],
    ["1/0", "not finite"],
    ["sin(i)", "not finite"],
    ["ln(0)", "not finite"],
  ])("refuses %j and says why", (text, why) => {
    expect(() => evaluateFormula(text)).toThrow(RangeError);
    expect(() => evaluateFormula(text)).toThrow(why);
  });

  it("reads 100,000 nested parentheses", () => {
    const deep = 100_000;
    expect(evaluateFormula(`${"(".repeat(deep)}1${")".repeat(deep)}`)).toEqual([1, 0]);
  });
});
