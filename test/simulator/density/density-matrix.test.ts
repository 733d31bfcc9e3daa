import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import {
  adjoint,
  type ComplexMatrix,
  largestDifference,
  multiply,
} from "../../../src/circuit/complex-matrix.ts";
import { isUnitary } from "../../../src/circuit/operation.ts";
import { operationQubits } from "../../../src/circuit/operation-qubits.ts";
import { parameter } from "../../../src/circuit/parameter.ts";
import { unitary } from "../../../src/circuit/unitary.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { densityMatrix } from "../../../src/simulator/density/density-matrix.ts";
import { bitFlip } from "../../../src/simulator/noise/flips.ts";
import type { NoiseModel } from "../../../src/simulator/noise/noise-model.ts";
import { expectation } from "../../../src/simulator/observables/expectation.ts";
import { fidelity } from "../../../src/simulator/observables/fidelity.ts";
import { densityOf } from "../../../src/simulator/observables/quantum-state.ts";
import { simulate } from "../../../src/simulator/simulate.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { denseNoise } from "../../support/dense-noise.ts";
import { randomCircuit } from "../../support/random-circuit.ts";
import { randomDensity } from "../../support/random-density.ts";

const random = seededRandom(52);

/** U ρ U† and the noise after each gate, with dense matrices. */
function denseRun(circuit: Circuit, noise: NoiseModel, start: ComplexMatrix): ComplexMatrix {
  let density = start;
  for (const step of circuit.operations) {
    if (!isUnitary(step)) throw new Error(step.kind);
    const matrix = unitary(new Circuit(circuit.qubits, 0, [step]));
    density = multiply(multiply(matrix, density), adjoint(matrix));
    const qubits = operationQubits(step);
    if (qubits.length > 0) density = denseNoise(density, noise, qubits);
  }
  return density;
}

describe("densityMatrix", () => {
  it("without noise is |ψ⟩⟨ψ| of the simulated state", () => {
    for (const qubits of [1, 2, 3, 4]) {
      const circuit = randomCircuit(qubits, 25, random);
      const { density } = densityMatrix(circuit);
      expect(largestDifference(density, densityOf(simulate(circuit)))).toBeLessThan(1e-13);
    }
  });

  it("with noise is U ρ U† and the channels with dense matrices, gates of many qubits and controls included", () => {
    const models: NoiseModel[] = [
      { depolarizing: 0.1 },
      { depolarizing: { oneQubit: 0.02, twoQubit: 0.2 } },
      { amplitudeDamping: 0.15 },
      { phaseDamping: 0.3 },
      { depolarizing: 0.05, amplitudeDamping: 0.1, phaseDamping: 0.2, readout: { p01: 0.1, p10: 0.2 } },
    ];
    for (const noise of models) {
      const circuit = randomCircuit(4, 12, random).ccx(2, 0, 3).qft([3, 1, 0, 2]).gphase(0.3);
      const initial = randomDensity(4, random);
      const { density } = densityMatrix(circuit, { noise, initial });
      expect(largestDifference(density, denseRun(circuit, noise, initial))).toBeLessThan(1e-13);
    }
  });

  it("puts noise after the gates inside a box, and after none of a barrier", () => {
    const body = new Circuit(2).h(0).cx(0, 1);
    const boxed = new Circuit(3).box("bell", body, [2, 0]).barrier();
    const open = new Circuit(3).append(body, [2, 0]);
    const noise = { depolarizing: 0.1 };
    const difference = largestDifference(
      densityMatrix(boxed, { noise }).density,
      densityMatrix(open, { noise }).density,
    );
    expect(difference).toBe(0);
  });

  it("knows the closed forms of decay: e^{−t/T₁} of |1⟩, √(1−λ) a gate of coherence, a Bell pair of fidelity 1 − p terms", () => {
    const waiting = new Circuit(1).append(new Circuit(1).id(0).repeat(20));
    const gamma = 1 - Math.exp(-1 / 20);
    const excited = { noise: { amplitudeDamping: gamma }, initial: StateVector.basis(1, 1) };
    expect(densityMatrix(waiting, excited).density.re[3]).toBeCloseTo(Math.exp(-1), 13);
    const plus = { noise: { phaseDamping: 0.1 }, initial: simulate(new Circuit(1).h(0)) };
    expect(expectation(densityMatrix(waiting, plus).density, "X")).toBeCloseTo(0.9 ** 10, 13);
    const bell = new Circuit(2).h(0).cx(0, 1);
    for (const p of [0, 0.1, 1]) {
      const { density } = densityMatrix(bell, { noise: { depolarizing: p } });
      // (1 − p)(1 − p/2) survives, p/4 comes back by chance.
      expect(fidelity(simulate(bell), density)).toBeCloseTo((1 - p) * (1 - p / 2) + p / 4, 13);
    }
  });

  it("adds further channels and applies the given order", () => {
    const { density } = densityMatrix(new Circuit(1).x(0), {
      noise: { channels: [bitFlip(0.25)], amplitudeDamping: 0.5 },
    });
    // Half decays, then a quarter of either side is flipped.
    expect(density.re[3]).toBeCloseTo(0.5, 14);
    const order = densityMatrix(new Circuit(1).id(0), {
      noise: { channels: [bitFlip(0.25)], amplitudeDamping: 0.5 },
    });
    expect(order.density.re[3]).toBeCloseTo(0.25, 14);
  });

  it("has the law of the classical bits and the state given each of them", () => {
    const circuit = new Circuit(2).ry(1.2, 0).cx(0, 1).measure(0, 1);
    const result = densityMatrix(circuit);
    const { probabilities, density } = result;
    expect(Object.keys(probabilities).sort()).toEqual(["00", "10"]);
    expect(probabilities["10"]).toBeCloseTo(Math.sin(0.6) ** 2, 14);
    expect(density.re[3]).toBeCloseTo(0, 14);
    expect(result.given("10").re[15]).toBeCloseTo(1, 14);
    expect(result.given("00").re[0]).toBeCloseTo(1, 14);
    expect(() => result.given("11")).toThrow(/string of bits of positive probability, got "11"/);
  });

  it("is the same whether measurements come at the very end or a gate on another qubit follows", () => {
    const noise = { depolarizing: 0.1, readout: { p01: 0.1, p10: 0.3 } };
    const body = new Circuit(3).h(0).cx(0, 1).ry(0.7, 2);
    const late = densityMatrix(body.measure(0, 0).measure(1, 1).measure(0, 2), { noise });
    const early = densityMatrix(body.measure(0, 0).measure(1, 1).measure(0, 2).barrier().gphase(0), {
      noise,
    });
    expect(Object.keys(early.probabilities)).toEqual(Object.keys(late.probabilities));
    expect(largestDifference(early.density, late.density)).toBeLessThan(1e-15);
    for (const [bits, p] of Object.entries(late.probabilities)) {
      expect(early.probabilities[bits]).toBeCloseTo(p, 14);
      expect(largestDifference(early.given(bits), late.given(bits))).toBeLessThan(1e-13);
    }
  });

  it("misreads bits with p01 where the qubit is 0 and with p10 where it is 1, and leaves the qubit", () => {
    const noise = { readout: { p01: 0.1, p10: 0.3 } };
    const zero = densityMatrix(new Circuit(1).measure(0), { noise });
    expect(zero.probabilities).toEqual({ "0": 0.9, "1": 0.1 });
    const one = densityMatrix(
      new Circuit(1)
        .x(0)
        .measure(0)
        .when([0], 1, (body) => body.x(0)),
      { noise },
    );
    expect(one.probabilities["1"]).toBeCloseTo(0.7, 15);
    expect(one.given("1").re[0]).toBeCloseTo(1, 15);
    expect(one.given("0").re[3]).toBeCloseTo(1, 15);
  });

  it("of two measurements into one bit keeps the later, and dephases both qubits", () => {
    const result = densityMatrix(new Circuit(2).h(0).x(1).measure(0, 0).measure(1, 0));
    expect(result.probabilities["1"]).toBeCloseTo(1, 15);
    expect(result.density.re[2 * 4 + 3]).toBe(0);
    expect(result.given("1").re[10]).toBeCloseTo(0.5, 15);
  });

  it("teleports any state, mixed ones too, by measuring and correcting", () => {
    const circuit = new Circuit(3)
      .h(1)
      .cx(1, 2)
      .cx(0, 1)
      .h(0)
      .measure(0, 0)
      .measure(1, 1)
      .when([1], 1, (body) => body.x(2))
      .when([0], 1, (body) => body.z(2))
      .reset(0)
      .reset(1)
      .swap(0, 2);
    const message = simulate(new Circuit(1).u(0.7, 0.4, -1.2, 0));
    const initial = simulate(new Circuit(3).u(0.7, 0.4, -1.2, 0));
    const result = densityMatrix(circuit, { initial });
    for (const bits of ["00", "01", "10", "11"]) {
      expect(result.probabilities[bits]).toBeCloseTo(0.25, 14);
      expect(fidelity(StateVector.basis(3, 0), result.given(bits))).toBeCloseTo(
        fidelity(message, new StateVector(1)),
        13,
      );
    }
    expect(largestDifference(result.density, densityOf(initial))).toBeLessThan(1e-13);
  });

  it("follows loops and assignments: a coin is tossed until it shows 1", () => {
    const coin = new Circuit(1, 2)
      .while({ kind: "equals", bits: [0], value: 0 }, (body) => body.reset(0).ry(1, 0).measure(0, 0), 400)
      .add({ kind: "assign", bit: 1, value: { kind: "not", of: { kind: "equals", bits: [0], value: 0 } } });
    const { probabilities, density } = densityMatrix(coin);
    expect(Object.keys(probabilities)).toEqual(["11"]);
    expect(density.re[3]).toBeCloseTo(1, 12);
    const short = new Circuit(1, 1).while(
      { kind: "equals", bits: [0], value: 0 },
      (body) => body.h(0).measure(0, 0),
      3,
    );
    expect(() => densityMatrix(short)).toThrow(/while: expected at most 3 rounds, got 4 rounds/);
  });

  it("refuses what it cannot do before it allocates", () => {
    expect(() => densityMatrix(new Circuit(11))).toThrow(LimitError);
    expect(() => densityMatrix(new Circuit(11))).toThrow(/at most 10 qubits, got 11 qubits.*use runNoisy/);
    expect(() => densityMatrix(new Circuit(4), { memoryLimit: 3000 })).toThrow(/expected at most 2\.92 KiB/);
    const many = new Circuit(4).onEach("h", [0, 1, 2, 3]).measureAll().h(0);
    expect(() => densityMatrix(many, { memoryLimit: 5 * 4096 })).toThrow(
      /for 6 density matrices of 4 qubits/,
    );
    expect(Object.keys(densityMatrix(many, { memoryLimit: 20 * 4096 }).probabilities).length).toBe(16);
    expect(() => densityMatrix(new Circuit(1).rx(parameter("a"), 0))).toThrow(
      /densityMatrix: expected parameters with values, got a/,
    );
    expect(() => densityMatrix(new Circuit(1), { initial: new StateVector(2) })).toThrow(
      /initial state of 1 qubits, got 2/,
    );
    expect(() => densityMatrix(new Circuit(1), { noise: { depolarizing: 2 } })).toThrow(RangeError);
    const misread = { noise: { readout: { p01: 0.1, p10: 0.1 } } };
    const wide = Array.from({ length: 21 }, (_, bit) => bit).reduce(
      (c, bit) => c.measure(0, bit),
      new Circuit(1),
    );
    expect(() => densityMatrix(wide, misread)).toThrow(/at most 20 misread bits, got 21/);
    expect(densityMatrix(wide).probabilities).toEqual({ ["0".repeat(21)]: 1 });
  });
});
