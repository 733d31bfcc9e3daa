import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestDifference, multiply } from "../../../src/circuit/complex-matrix.ts";
import { ParseError } from "../../../src/errors/parse-error.ts";
import { PauliSum, pauli } from "../../../src/simulator/observables/pauli-sum.ts";
import { densePauli, denseSum } from "../../support/dense-pauli.ts";

const term = fc.record({
  coefficient: fc.double({ min: -10, max: 10, noNaN: true }),
  x: fc.nat(15),
  z: fc.nat(15),
});

describe("pauli", () => {
  it("reads dense strings with qubit 0 rightmost and sparse ones by number", () => {
    expect(pauli("XZI").terms).toEqual([{ coefficient: 1, x: 4, z: 2 }]);
    expect(pauli("X2 Z1").terms).toEqual(pauli("XZI").terms);
    expect(pauli("0.5*X0 Z2 - ZZ").terms).toEqual([
      { coefficient: 0.5, x: 1, z: 4 },
      { coefficient: -1, x: 0, z: 3 },
    ]);
    expect(pauli("Y").terms).toEqual([{ coefficient: 1, x: 1, z: 1 }]);
  });

  it.each([
    ["X0Z2", "X0 Z2"],
    ["Z2*X0", "X0 Z2"],
    ["  - .5 * Z0+1e1X1  ", "-0.5*Z0 + 10*X1"],
    ["+2.", "2"],
    ["3*I", "3"],
    ["2 - I3", "1"],
    ["X0 - X0", "0"],
    ["Z0 + ZI + IZ", "2*Z0 + Z1"],
    ["1e-7 Y29", "1e-7*Y29"],
  ])("reads %j as %s", (text, canonical) => {
    expect(pauli(text).toString()).toBe(canonical);
  });

  it.each([
    ["", 1, "a Pauli string"],
    ["X0 +", 5, "a Pauli string"],
    ["X0 X0", 4, "each qubit once"],
    ["XX0", 2, "letters alone"],
    ["X0 Z", 4, "a letter with its qubit"],
    ["XX ZZ", 4, "+, - or the end"],
    ["X0 2", 4, "+, - or the end"],
    ["2 3", 3, "+, - or the end"],
    ["2*", 3, "a Pauli string"],
    ["x0", 1, "a Pauli string"],
    ["--Z", 2, "a Pauli string"],
    ["i*X0", 1, "a Pauli string"],
    ["X30", 1, "a qubit from 0 to 29"],
    ["1e999*X0", 7, "a finite coefficient"],
    [`Z${"I".repeat(30)}`, 1, "at most 30 letters"],
  ])("refuses %j at column %i: expected %s", (text, column, expected) => {
    expect(() => pauli(text)).toThrow(ParseError);
    expect(() => pauli(text)).toThrow(`pauli:1:${column}: expected ${expected}`);
  });

  it("refuses what is no text", () => {
    expect(() => pauli(3 as unknown as string)).toThrow(TypeError);
  });
});

describe("PauliSum", () => {
  it("has the matrices of its letters", () => {
    for (const string of ["X", "Y", "Z", "XYZ", "IYX", "ZZY"]) {
      expect(largestDifference(denseSum(pauli(string), string.length), densePauli(string))).toBe(0);
    }
  });

  it("is read back from its own text", () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
        const sum = new PauliSum(terms);
        expect(pauli(sum.toString()).terms).toEqual(sum.terms);
      }),
    );
  });

  it("adds, subtracts, scales and squares like its matrix", () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), fc.array(term, { maxLength: 5 }), (first, second) => {
        const [a, b] = [new PauliSum(first), new PauliSum(second)];
        const dense = denseSum(a, 4);
        const both = denseSum(a.minus(b.times(2)), 4);
        const other = denseSum(b, 4);
        for (let k = 0; k < both.re.length; k++) {
          expect(Math.abs(both.re[k] - (dense.re[k] - 2 * other.re[k]))).toBeLessThan(1e-12);
          expect(Math.abs(both.im[k] - (dense.im[k] - 2 * other.im[k]))).toBeLessThan(1e-12);
        }
        expect(largestDifference(denseSum(a.squared(), 4), multiply(dense, dense))).toBeLessThan(1e-10);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it("knows how many qubits it needs, and never changes", () => {
    expect(pauli("X0 Z2 - ZZ").qubits).toBe(3);
    expect(pauli("3").qubits).toBe(0);
    const sum = pauli("X0");
    sum.plus(pauli("Z0"));
    expect(sum.toString()).toBe("X0");
    expect(Object.isFrozen(sum.terms)).toBe(true);
  });

  it("refuses coefficients and masks that are none", () => {
    expect(() => pauli("X0").times(Number.NaN)).toThrow(/finite real coefficient, got NaN/);
    expect(() => new PauliSum([{ coefficient: 1, x: 2 ** 30, z: 0 }])).toThrow(/below 2\^30/);
    expect(() => new PauliSum([{ coefficient: 1, x: 0, z: 0.5 }])).toThrow(RangeError);
  });
});
