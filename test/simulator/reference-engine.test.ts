import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { largestDifference } from "../../src/circuit/complex-matrix.ts";
import { type GateName, gateTable } from "../../src/circuit/gate-table.ts";
import { unitary } from "../../src/circuit/unitary.ts";
import { LimitError } from "../../src/errors/limit-error.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { referenceEngine } from "../../src/simulator/reference-engine.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";
import { engineMatrix } from "../support/engine-matrix.ts";
import { randomAngle, randomCircuit, randomOrder } from "../support/random-circuit.ts";
import { randomState } from "../support/random-state.ts";

function expectAgreement(circuit: Circuit): void {
  expect(largestDifference(engineMatrix(circuit), unitary(circuit))).toBeLessThan(1e-12);
}

/** All ordered choices of `count` qubits out of `qubits`. */
function placements(qubits: number, count: number): number[][] {
  if (count === 0) return [[]];
  return placements(qubits, count - 1).flatMap((chosen) =>
    Array.from({ length: qubits }, (_, q) => q)
      .filter((q) => !chosen.includes(q))
      .map((q) => [...chosen, q]),
  );
}

describe("reference engine", () => {
  it.each(Object.values(gateTable))("$name acts like its matrix on every choice of qubits", (gate) => {
    const angles = [0.4, -2.2, 1.3, 0.9].slice(0, gate.parameters.length);
    const size = Math.max(4, gate.qubits);
    for (const qubits of placements(size, gate.qubits)) {
      expectAgreement(new Circuit(size).gate(gate.name as GateName, angles, qubits));
    }
  });

  it("acts like the dense unitary under every choice and sign of controls", () => {
    const gates: [GateName, number[], number][] = [
      ["gphase", [0.7], 0],
      ["h", [], 1],
      ["rz", [1.1], 1],
      ["swap", [], 2],
      ["rxx", [0.3], 2],
      ["cu", [0.1, 0.2, 0.3, 0.4], 2],
    ];
    for (const [gate, angles, count] of gates) {
      for (let pattern = 0; pattern < 3 ** (5 - count); pattern++) {
        const trits = Array.from({ length: 5 - count }, (_, k) => Math.floor(pattern / 3 ** k) % 3);
        const controls = trits.flatMap((trit, k) =>
          trit === 2 ? [] : [{ qubit: (k + count) % 5, value: trit as 0 | 1 }],
        );
        const qubits = Array.from({ length: count }, (_, k) => k);
        expectAgreement(new Circuit(5).gate(gate, angles, qubits, controls));
      }
    }
  });

  it.each([1, 2, 3, 4, 5, 6])("acts like the dense unitary on random circuits of %i qubits", (qubits) => {
    const random = seededRandom(7).split("random circuit", qubits);
    for (let trial = 0; trial < 3; trial++) expectAgreement(randomCircuit(qubits, 40, random));
  });

  it("acts like the dense unitary for every first-class operation, anywhere and under controls", () => {
    const random = seededRandom(8);
    for (let trial = 0; trial < 40; trial++) {
      const [a, b, c, d, e] = randomOrder(5, random);
      const controls = trial % 2 === 0 ? [] : [{ qubit: e, value: (trial >> 1) & 1 ? 1 : 0 } as const];
      const table = Array.from({ length: 4 }, () => random.integer(4));
      const marked = [0, 1, 2, 3, 4, 5, 6, 7].filter(() => random.integer(2) === 1);
      const dense = unitary(randomCircuit(2, 10, random));
      const circuit = new Circuit(5).control(controls, (body) =>
        body
          .unitary(dense, [c, a])
          .lookup({ inputs: [a, b], outputs: [d, c], table })
          .phaseOracle({ qubits: [c, a, d], marked, phase: randomAngle(random) })
          .reflectUniform([b, d, a], randomAngle(random))
          .qft([d, b, a])
          .inverseQft([c, b]),
      );
      expectAgreement(circuit);
    }
  });

  it("keeps the length of a state through a thousand gates", () => {
    const random = seededRandom(9);
    const { state } = referenceEngine.run(randomCircuit(8, 1000, random), {
      initial: randomState(8, random),
    });
    expect(Math.abs(state.norm() - 1)).toBeLessThan(1e-12);
  });

  it("starts from |0…0⟩ and leaves a given initial state as it was", () => {
    const circuit = new Circuit(3).x(0).x(1);
    expect(referenceEngine.run(circuit).state.ket()).toBe("|011⟩");
    const initial = StateVector.basis(3, 4);
    expect(referenceEngine.run(circuit, { initial }).state.ket()).toBe("|111⟩");
    expect(initial.ket()).toBe("|100⟩");
  });

  it("runs a circuit without qubits: a number", () => {
    const { state } = referenceEngine.run(new Circuit(0).gphase(Math.PI));
    expect(state.amplitude(0)).toEqual([-1, 0]);
  });

  it("measures: the bit tells the state that is left", () => {
    const random = seededRandom(10);
    const seen = new Set<number>();
    for (let k = 0; k < 40; k++) {
      const { state, bits } = referenceEngine.run(new Circuit(2).h(0).cx(0, 1).measure(0, 2), { random });
      expect([...bits.slice(0, 2)]).toEqual([0, 0]);
      expect(state.probability(bits[2] === 1 ? 3 : 0)).toBeCloseTo(1, 14);
      seen.add(bits[2]);
    }
    expect(seen.size).toBe(2); // missing one value: 2^-39
  });

  it("resets a qubit to |0⟩ and leaves its partner in a mixture", () => {
    const random = seededRandom(11);
    for (let k = 0; k < 10; k++) {
      const { state } = referenceEngine.run(new Circuit(2).h(0).cx(0, 1).reset(0), { random });
      expect(state.marginal([0])[0]).toBeCloseTo(1, 14);
      expect(Math.max(...state.marginal([1]))).toBeCloseTo(1, 14);
    }
    expect(referenceEngine.run(new Circuit(1).x(0).reset(0), { random }).state.ket()).toBe("|0⟩");
  });

  it("teleports a state with conditionals", () => {
    const random = seededRandom(12);
    const message = new Circuit(3).u(0.7, 0.4, -1.2, 0);
    const circuit = message
      .h(1)
      .cx(1, 2)
      .cx(0, 1)
      .h(0)
      .measure(0, 0)
      .measure(1, 1)
      .when([1], 1, (body) => body.x(2))
      .when([0], 1, (body) => body.z(2));
    const wanted = referenceEngine.run(new Circuit(1).u(0.7, 0.4, -1.2, 0)).state.reducedDensity([0]);
    for (let k = 0; k < 20; k++) {
      const { state } = referenceEngine.run(circuit, { random });
      expect(largestDifference(state.reducedDensity([2]), wanted)).toBeLessThan(1e-14);
    }
  });

  it("reads the bits of a conditional with the first as the lowest", () => {
    const random = seededRandom(13);
    const circuit = new Circuit(3).x(0).measure(0, 4).measure(1, 2);
    const run = (value: number) =>
      referenceEngine.run(
        circuit.when([4, 2], value, (body) => body.x(2)),
        { random },
      ).state;
    expect([0, 1, 2, 3].map((value) => run(value).marginal([2])[1])).toEqual([0, 1, 0, 0]);
  });

  it("refuses what it cannot run before it allocates", () => {
    expect(() => referenceEngine.run(new Circuit(40))).toThrow(LimitError);
    expect(() => referenceEngine.run(new Circuit(40))).toThrow(
      /simulate: expected at most 4 GiB, got 16 TiB; for 40 qubits; use at most 28 qubits or raise memoryLimit\./,
    );
    expect(() => referenceEngine.run(new Circuit(11), { memoryLimit: 2 ** 14 })).toThrow(LimitError);
    expect(referenceEngine.run(new Circuit(10), { memoryLimit: 2 ** 14 }).state.qubits).toBe(10);
    expect(() => referenceEngine.run(new Circuit(1), { memoryLimit: Number.NaN })).toThrow(
      /at least 16 bytes/,
    );
    expect(() => referenceEngine.run(new Circuit(2), { initial: new StateVector(3) })).toThrow(RangeError);
    expect(() => referenceEngine.run(new Circuit(1).measure(0))).toThrow(/expected a random stream/);
  });
});
