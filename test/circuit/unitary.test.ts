import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import {
  complexMatrix,
  identityMatrix,
  kroneckerProduct,
  largestDifference,
  multiply,
} from "../../src/circuit/complex-matrix.ts";
import { gateMatrix } from "../../src/circuit/gate-matrix.ts";
import { unitary } from "../../src/circuit/unitary.ts";
import { LimitError } from "../../src/errors/limit-error.ts";

describe("unitary", () => {
  it("multiplies later steps from the left", () => {
    const product = multiply(gateMatrix("s"), gateMatrix("h"));
    expect(largestDifference(unitary(new Circuit(1).h(0).s(0)), product)).toBeLessThan(1e-15);
  });

  it("puts qubit 0 in the right factor of a Kronecker product", () => {
    const wanted = kroneckerProduct(gateMatrix("y"), gateMatrix("h"));
    expect(largestDifference(unitary(new Circuit(2).h(0).y(1)), wanted)).toBeLessThan(1e-15);
  });

  it("has the look-up |x⟩|z⟩ → |x⟩|z ⊕ table[x]⟩ as a permutation", () => {
    const matrix = unitary(new Circuit(2).lookup({ inputs: [1], outputs: [0], table: [1, 0] }));
    const wanted = complexMatrix([
      [0, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ]);
    expect(largestDifference(matrix, wanted)).toBe(0);
  });

  it("has the reflection 2|s⟩⟨s| − 1, and a global sign more than 1 − 2|s⟩⟨s|", () => {
    const wanted = complexMatrix([
      [-0.5, 0.5, 0.5, 0.5],
      [0.5, -0.5, 0.5, 0.5],
      [0.5, 0.5, -0.5, 0.5],
      [0.5, 0.5, 0.5, -0.5],
    ]);
    expect(largestDifference(unitary(new Circuit(2).reflectUniform([0, 1])), wanted)).toBeLessThan(1e-15);
  });

  it("leaves barriers out and is a number without qubits", () => {
    expect(unitary(new Circuit(2).barrier())).toEqual(identityMatrix(4));
    expect(unitary(new Circuit(0).gphase(Math.PI / 2)).im[0]).toBe(1);
  });

  it("refuses circuits that have no matrix and more than 10 qubits", () => {
    expect(() => unitary(new Circuit(1).measure(0))).toThrow(/expected unitary operations, got measure/);
    expect(() => unitary(new Circuit(11))).toThrow(LimitError);
    expect(() => unitary(new Circuit(11))).toThrow(/at most 10 qubits, got 11/);
  });
});

describe("complexMatrix", () => {
  it("refuses rows that are no square of finite numbers", () => {
    expect(() => complexMatrix([[1, 0]])).toThrow(/expected 1 entries in row 0, got 2/);
    expect(() => complexMatrix([[Number.NaN]])).toThrow(/finite entry \(0, 0\)/);
    expect(() => multiply(identityMatrix(2), identityMatrix(4))).toThrow(RangeError);
  });

  it("reports a NaN as a difference", () => {
    const broken = identityMatrix(2);
    broken.re[1] = Number.NaN;
    expect(largestDifference(broken, identityMatrix(2)) <= 1).toBe(false);
    expect(largestDifference(identityMatrix(4), identityMatrix(2))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("gateMatrix", () => {
  it("refuses a wrong number of parameters", () => {
    expect(() => gateMatrix("rx")).toThrow(/expected 1 parameters for rx, got 0; pass \(theta\)/);
  });
});
