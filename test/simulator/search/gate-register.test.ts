import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { amplitudeRegister } from "../../../src/simulator/search/amplitude-register.ts";
import { type GateSearch, gateRegister } from "../../../src/simulator/search/gate-register.ts";

/** Five index qubits out of order among seven; the mark is computed into qubit 3 and qubit 6 only watches. */
const index = [4, 0, 5, 2, 1];
const positions = [3, 12, 13, 30];
const table = Uint32Array.from({ length: 32 }, (_, x) => (positions.includes(x) ? 1 : 0));
const search: GateSearch = {
  qubits: 7,
  index,
  phase: (beta) =>
    new Circuit(7)
      .lookup({ inputs: index, outputs: [3], table })
      .p(beta, 3)
      .lookup({ inputs: index, outputs: [3], table }),
  marked: { size: 32, positions: Float64Array.from(positions) },
};

describe("gateRegister", () => {
  it("starts uniform and comes back to it by reset", () => {
    const register = gateRegister(search);
    const uniform = new Array(32).fill(1 / 32);
    expect([...register.indexProbabilities()].map((p) => Math.round(p * 2 ** 40) / 2 ** 40)).toEqual(uniform);
    register.iterate(2);
    register.reset();
    expect(register.markedProbability()).toBeCloseTo(4 / 32, 14);
  });

  it("iterates and rotates like the amplitude register", () => {
    const gate = gateRegister(search);
    const plain = amplitudeRegister(search.marked);
    const random = seededRandom(3);
    for (let k = 0; k < 6; k++) {
      const [alpha, beta] = [random.normal(), random.normal()];
      for (const register of [gate, plain]) {
        register.iterate(k % 3);
        register.rotate(alpha, beta);
      }
      expect(Math.abs(gate.markedProbability() - plain.markedProbability())).toBeLessThan(1e-12);
    }
    const { re, im } = plain.amplitudes();
    const law = gate.indexProbabilities();
    law.forEach((p, x) => {
      expect(Math.abs(p - re[x] ** 2 - im[x] ** 2)).toBeLessThan(1e-12);
    });
    expect(gate.ancillaLeakage()).toBeLessThan(1e-12);
  });

  it("measures pick for pick like the amplitude register from one random stream", () => {
    const gate = gateRegister(search);
    const plain = amplitudeRegister(search.marked);
    const [first, second] = [seededRandom(4), seededRandom(4)];
    for (let k = 0; k < 200; k++) {
      gate.reset();
      plain.reset();
      gate.iterate(k % 3);
      plain.iterate(k % 3);
      expect(gate.measure(first)).toBe(plain.measure(second));
    }
  });

  it("sees an ancilla that is left dirty", () => {
    const dirty = gateRegister({
      ...search,
      phase: () => new Circuit(7).lookup({ inputs: index, outputs: [3], table }),
    });
    dirty.iterate(1);
    expect(dirty.ancillaLeakage()).toBeGreaterThan(0.05);
  });

  it("measures an empty and a full marked set", () => {
    const random = seededRandom(5);
    const none = gateRegister({
      ...search,
      phase: () => new Circuit(7),
      marked: { size: 32, positions: new Float64Array(0) },
    });
    const all = gateRegister({
      ...search,
      phase: () => new Circuit(7).gphase(Math.PI),
      marked: { size: 32, positions: Float64Array.from({ length: 32 }, (_, x) => x) },
    });
    expect(none.markedProbability()).toBe(0);
    expect(all.markedProbability()).toBe(1);
    for (const register of [none, all]) {
      const position = register.measure(random);
      expect(position).toBeGreaterThanOrEqual(0);
      expect(position).toBeLessThan(32);
    }
  });

  it("refuses sets that do not fill the index and bad arguments", () => {
    expect(() => gateRegister({ ...search, marked: { size: 30, positions: new Float64Array(0) } })).toThrow(
      /expected 2\^5 = 32 positions for 5 index qubits, got 30/,
    );
    expect(() => gateRegister({ ...search, index: [0, 0, 1, 2, 3] })).toThrow(/distinct qubits/);
    const register = gateRegister(search);
    expect(() => register.iterate(1.5)).toThrow(RangeError);
    expect(() => register.rotate(Number.NaN, 0)).toThrow(RangeError);
  });
});
