import { describe, expect, it } from "vitest";
import { qdkState } from "../../src/adapters/qsharp/index.ts";
import { quantumCircuitState } from "../../src/adapters/quantum-circuit/index.ts";
import { gateTable, type Operation, StateVector, seededRandom, simulate, unitary } from "../../src/index.ts";
import { stateDifference } from "../support/state-difference.ts";
import { tableCircuit } from "../support/table-circuit.ts";

/** The first column of the circuit's matrix: the state from |0…0⟩ by the dense definition. */
function denseState(circuit: Parameters<typeof unitary>[0]): StateVector {
  const { size, re, im } = unitary(circuit);
  const column = (part: Float64Array) => Float64Array.from({ length: size }, (_, r) => part[r * size]);
  return new StateVector(circuit.qubits, column(re), column(im));
}

// Every circuit holds every gate of the table, with angles in (−2π, 2π), under up to two further controls of either sign.
const circuits = Array.from({ length: 9 }, (_, seed) => {
  const [qubits, controls] = [5 + (seed % 3), Math.floor(seed / 3)];
  return { seed, qubits, controls, circuit: tableCircuit(qubits, controls, seededRandom(100 + seed)) };
});

describe("on generated circuits over the whole gate table, to 1e-12 in every amplitude and the global phase", () => {
  it("every circuit holds every gate", () => {
    for (const { circuit } of circuits) {
      const used = new Set(
        circuit.operations.map((step: Operation) => (step.kind === "gate" ? step.gate : step.kind)),
      );
      expect(used.size).toBe(Object.keys(gateTable).length);
    }
  });

  it.each(circuits)(
    "simulate agrees with the dense matrix: $qubits qubits, $controls controls, seed $seed",
    ({ circuit }) => {
      expect(stateDifference(simulate(circuit), denseState(circuit))).toBeLessThan(1e-12);
    },
  );

  it.each(circuits)(
    "simulate agrees with QDK: $qubits qubits, $controls controls, seed $seed",
    async ({ circuit }) => {
      expect(stateDifference(simulate(circuit), await qdkState(circuit))).toBeLessThan(1e-12);
    },
  );

  it.each(circuits)(
    "simulate agrees with quantum-circuit on its verified gates: $qubits qubits, $controls controls, seed $seed",
    ({ circuit }) => {
      expect(stateDifference(simulate(circuit), quantumCircuitState(circuit))).toBeLessThan(1e-12);
    },
  );
});
