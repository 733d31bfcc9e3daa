import { describe, expect, it } from "vitest";
import { fromQuantumCircuit } from "../../../src/adapters/quantum-circuit/index.ts";
import { knownGates } from "../../../src/adapters/quantum-circuit/known-gates.ts";
import { verifiedGates } from "../../../src/adapters/quantum-circuit/verified-gates.ts";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { type GateName, gateMatrix, gateTable, unitary } from "../../../src/index.ts";
import { basicGates, circuitOf, matrixOf } from "../../support/quantum-circuit.ts";

const angles = [0.3, -1.7, 2.9];

describe("the gates that quantum-circuit has with the same matrix", () => {
  it.each(Object.entries(verifiedGates))("%s", (name, there) => {
    const { qubits, parameters } = gateTable[name as GateName];
    expect(there.angles).toHaveLength(parameters.length);
    const wires = Array.from({ length: qubits }, (_, k) => k);
    const params = Object.fromEntries(there.angles.map((angle, k) => [angle, String(angles[k])]));
    const matrix = matrixOf(circuitOf(qubits, [there.name, wires, { params }]));
    expect(largestDifference(matrix, gateMatrix(name, angles.slice(0, parameters.length)))).toBeLessThan(
      1e-14,
    );
  });
});

describe("the gates that are read", () => {
  it("are all that quantum-circuit has a matrix for", () => {
    const withMatrix = Object.entries(basicGates()).filter(([, { matrix }]) => matrix.length > 0);
    expect(Object.keys(knownGates).sort()).toEqual(withMatrix.map(([name]) => name).sort());
  });

  it.each(Object.entries(knownGates))("%s", (name, known) => {
    expect(known.angles).toEqual(basicGates()[name].params);
    // Wires that are neither in order nor neighbours.
    const wires = [2, 0, 3].slice(0, known.wires);
    const params = Object.fromEntries(known.angles.map((angle, k) => [angle, String(angles[k])]));
    const circuit = circuitOf(4, [name, wires, { params }]);
    expect(largestDifference(unitary(fromQuantumCircuit(circuit)), matrixOf(circuit))).toBeLessThan(1e-14);
  });
});
