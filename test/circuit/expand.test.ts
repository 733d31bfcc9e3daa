import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { largestDifference } from "../../src/circuit/complex-matrix.ts";
import { off } from "../../src/circuit/control.ts";
import { countGates } from "../../src/circuit/counts/count-gates.ts";
import { expand } from "../../src/circuit/expand.ts";
import { type GateName, gateTable } from "../../src/circuit/gate-table.ts";
import { unitary } from "../../src/circuit/unitary.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { randomAngle, randomCircuit, randomOrder } from "../support/random-circuit.ts";
import { randomState } from "../support/random-state.ts";

function expectEqual(circuit: Circuit, other: Circuit): void {
  expect(largestDifference(unitary(circuit), unitary(other))).toBeLessThan(1e-12);
}

/** The same circuit on more qubits. */
function widen(circuit: Circuit, qubits: number): Circuit {
  return new Circuit(qubits).append(circuit);
}

describe("expand", () => {
  it("writes every first-class operation as gates that act the same, under controls of either sign too", () => {
    const random = seededRandom(21);
    for (let trial = 0; trial < 30; trial++) {
      const [a, b, c, d, e] = randomOrder(5, random);
      const controls = trial % 3 === 0 ? [] : trial % 3 === 1 ? [e] : [off(e)];
      const circuits = [
        new Circuit(5).lookup({ inputs: [a, b], outputs: [d, c], table: [1, 0, 3, random.integer(4)] }),
        new Circuit(5).phaseOracle({ qubits: [c, a], marked: [0, 2], phase: randomAngle(random) }),
        new Circuit(5).reflectUniform([b, d, a], randomAngle(random)),
        new Circuit(5).qft([d, b, a, c]),
        new Circuit(5).inverseQft([d, b, a]),
        new Circuit(5).unitary(unitary(randomCircuit(2, 8, random)), [d, a]),
        new Circuit(5).unitary(unitary(randomCircuit(1, 8, random)), [b]),
      ];
      for (const circuit of circuits) {
        const controlled = circuit.controlled(controls);
        const kept = expand(controlled);
        const lowered = expand(controlled, { controls: "lower" });
        expectEqual(kept, controlled);
        expectEqual(lowered, controlled);
        expect(kept.operations.every(({ kind }) => kind === "gate")).toBe(true);
        expect(lowered.operations.every((step) => step.kind === "gate" && step.controls.length === 0)).toBe(
          true,
        );
      }
    }
  });

  it.each(Object.values(gateTable))("lowers $name under one, two and three more controls", (gate) => {
    const angles = [0.4, -2.2, 1.3, 0.9].slice(0, gate.parameters.length);
    for (let added = 1; added <= 3 && gate.qubits + added <= 5; added++) {
      const size = gate.qubits + added;
      const qubits = Array.from({ length: gate.qubits }, (_, k) => k);
      const controls = Array.from({ length: added }, (_, k) => (k === 1 ? off(size - 1 - k) : size - 1 - k));
      const circuit = new Circuit(size).gate(gate.name as GateName, angles, qubits, controls);
      const lowered = expand(circuit, { controls: "lower" });
      expectEqual(lowered, circuit);
      expect(lowered.operations.every((step) => step.kind === "gate" && step.controls.length === 0)).toBe(
        true,
      );
    }
  });

  it.each(Object.values(gateTable))(
    "lowers $name under controls with ancillas that come back to |0⟩",
    (gate) => {
      const angles = [0.4, -2.2, 1.3, 0.9].slice(0, gate.parameters.length);
      const random = seededRandom(22);
      const size = gate.qubits + 4;
      const qubits = Array.from({ length: gate.qubits }, (_, k) => k);
      const controls = Array.from({ length: 4 }, (_, k) => (k === 1 ? off(size - 1 - k) : size - 1 - k));
      const circuit = widen(
        new Circuit(size).gate(gate.name as GateName, angles, qubits, controls),
        size + 5,
      );
      const lowered = expand(circuit, {
        controls: "lower",
        ancillas: [size, size + 1, size + 2, size + 3, size + 4],
      });
      const small = randomState(size, random);
      const initial = simulate(new Circuit(size + 5));
      initial.re.set(small.re);
      initial.im.set(small.im);
      expect(1 - simulate(lowered, { initial }).fidelity(simulate(circuit, { initial }))).toBeLessThan(1e-12);
      const [re, im] = simulate(lowered, { initial }).innerProduct(simulate(circuit, { initial }));
      expect(Math.hypot(re - 1, im)).toBeLessThan(1e-12);
    },
  );

  it.each([3, 4, 5, 6])(
    "writes a Z under %i controls as 2b − 3 Toffoli-like gates with b − 2 ancillas",
    (b) => {
      const controls = Array.from({ length: b }, (_, k) => k);
      const circuit = new Circuit(2 * b).gate("z", [], [b], controls);
      const lowered = expand(circuit, {
        controls: "lower",
        ancillas: controls.slice(2).map((k) => b - 1 + k),
      });
      expect(countGates(lowered)).toEqual({ ccx: 2 * (b - 2), ccz: 1 });
    },
  );

  it("writes the Fourier transform as k Hadamard gates, k(k − 1)/2 phases and ⌊k/2⌋ swaps", () => {
    expect(countGates(expand(new Circuit(5).qft([0, 1, 2, 3, 4])))).toEqual({ h: 5, cp: 10, swap: 2 });
  });

  it("leaves gates, measurements and barriers, and looks into conditionals", () => {
    const circuit = new Circuit(3)
      .h(0)
      .measure(0)
      .barrier()
      .when([0], 1, (body) => body.qft([1, 2]));
    const steps = expand(circuit).operations;
    expect(steps.slice(0, 3)).toEqual(circuit.operations.slice(0, 3));
    const last = steps[3];
    expect(last.kind === "conditional" && last.operations.every(({ kind }) => kind === "gate")).toBe(true);
  });

  it("refuses ancillas that are in use or out of range", () => {
    const circuit = new Circuit(4).gate("z", [], [2], [0, 1]);
    expect(() => expand(circuit, { ancillas: [1] })).toThrow(/ancillas that nothing uses, got 1/);
    expect(() => expand(circuit, { ancillas: [4] })).toThrow(RangeError);
  });
});
