import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { multiply } from "../../../src/circuit/complex-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { expectation } from "../../../src/simulator/observables/expectation.ts";
import { PauliSum, pauli } from "../../../src/simulator/observables/pauli-sum.ts";
import { densityOf } from "../../../src/simulator/observables/quantum-state.ts";
import { variance } from "../../../src/simulator/observables/variance.ts";
import { simulate } from "../../../src/simulator/simulate.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { denseSum } from "../../support/dense-pauli.ts";
import { randomDensity, traceOf } from "../../support/random-density.ts";
import { randomState } from "../../support/random-state.ts";

const random = seededRandom(41);

function randomSum(qubits: number, terms: number): PauliSum {
  return new PauliSum(
    Array.from({ length: terms }, () => ({
      coefficient: random.normal(),
      x: random.integer(2 ** qubits),
      z: random.integer(2 ** qubits),
    })),
  );
}

describe("expectation and variance", () => {
  it("are tr(ρH) and tr(ρH²) − tr(ρH)² with dense matrices, for pure and mixed states", () => {
    for (let trial = 0; trial < 20; trial++) {
      const qubits = 1 + random.integer(4);
      const sum = randomSum(qubits, 6);
      const dense = denseSum(sum, qubits);
      const pure = randomState(qubits, random);
      const mixed = randomDensity(qubits, random);
      for (const state of [pure, mixed]) {
        const first = multiply(densityOf(state), dense);
        const [mean, imaginary] = traceOf(first);
        const [square] = traceOf(multiply(first, dense));
        expect(Math.abs(imaginary)).toBeLessThan(1e-12);
        expect(Math.abs(expectation(state, sum) - mean)).toBeLessThan(1e-12);
        expect(Math.abs(variance(state, sum) - (square - mean * mean))).toBeLessThan(1e-11);
      }
    }
  });

  it("know the textbook values", () => {
    const bell = simulate(new Circuit(2).h(0).cx(0, 1));
    expect(expectation(bell, "XX + ZZ - YY")).toBeCloseTo(3, 14);
    expect(variance(bell, "XX + ZZ - YY")).toBeLessThan(1e-28);
    expect(expectation(bell, "Z0")).toBe(0);
    expect(variance(bell, "Z0")).toBeCloseTo(1, 14);
    expect(expectation(StateVector.basis(3, 6), "ZII")).toBe(-1);
    expect(expectation(StateVector.basis(3, 6), "IIZ")).toBe(1);
    expect(expectation(simulate(new Circuit(1).h(0).s(0)), "Y")).toBeCloseTo(1, 14);
    expect(expectation(new StateVector(0), "2.5")).toBe(2.5);
  });

  it("leave the state alone", () => {
    const state = randomState(3, random);
    const [re, im] = [state.re.slice(), state.im.slice()];
    expectation(state, "XYZ");
    variance(state, "XYZ");
    expect([state.re, state.im]).toEqual([re, im]);
  });

  it("refuse an observable on more qubits than there are, a text that is none, and no state", () => {
    expect(() => expectation(new StateVector(2), "ZII")).toThrow(
      "expectation: expected an observable on at most 2 qubits, got Z2 on 3; dense strings have qubit 0 rightmost.",
    );
    expect(() => variance(new StateVector(2), pauli("X4"))).toThrow(RangeError);
    expect(() => expectation(new StateVector(2), "ZQ")).toThrow(/pauli:1:2/);
    expect(() => expectation(undefined as unknown as StateVector, "Z")).toThrow(TypeError);
    const short = { qubits: 2, re: new Float64Array(3), im: new Float64Array(4) };
    expect(() => expectation(short, "Z")).toThrow(/expected 4 numbers for 2 qubits, got 3 real/);
  });
});
