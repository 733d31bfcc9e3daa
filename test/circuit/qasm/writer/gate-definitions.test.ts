import { describe, expect, it } from "vitest";
import { Circuit } from "../../../../src/circuit/circuit.ts";
import { gateMatrix } from "../../../../src/circuit/gate-matrix.ts";
import { type GateName, gateOf, gateTable } from "../../../../src/circuit/gate-table.ts";
import { exportQasm } from "../../../../src/circuit/qasm/export-qasm.ts";
import { gateDefinitions } from "../../../../src/circuit/qasm/writer/gate-definitions.ts";
import { seededRandom } from "../../../../src/random/seeded-random.ts";
import { expectActsLike } from "../../../support/expect-acts-like.ts";
import { randomAngle } from "../../../support/random-circuit.ts";

const random = seededRandom(41);
const known = Object.keys(gateDefinitions).filter((name) => name in gateTable);

describe("gateDefinitions", () => {
  it.each(known)("%s acts like the gate of the table, phase included", (name) => {
    const { parameters, qubits, operations } = gateDefinitions[name];
    expect({ parameters, qubits }).toEqual({
      parameters: gateOf(name).parameters,
      qubits: gateOf(name).qubits,
    });
    for (let round = 0; round < 5; round++) {
      const angles = parameters.map(() => randomAngle(random));
      const circuit = new Circuit(qubits, 0, operations);
      const values = Object.fromEntries(
        parameters
          .map((parameter, k) => [parameter, angles[k]] as const)
          .filter(([parameter]) => circuit.parameters.includes(parameter)),
      );
      expectActsLike(circuit.bind(values), gateMatrix(name, angles));
    }
  });

  it.each(Object.keys(gateTable))("together with the libraries they cover %s", (name) => {
    const gate = gateOf(name);
    const qubits = Array.from({ length: gate.qubits }, (_, k) => k);
    const circuit = new Circuit(5).gate(
      name as GateName,
      gate.parameters.map(() => 0.3),
      qubits,
    );
    for (const version of [2, 3] as const) {
      for (const controls of [[], [{ qubit: 4, value: 0 as const }]]) {
        if (gate.qubits === 5 && controls.length > 0) continue;
        const [operation] = circuit.operations;
        const text = exportQasm(new Circuit(5, 0, [{ ...operation, controls } as typeof operation]), {
          version,
        });
        expect(text).not.toMatch(/undefined|NaN/);
      }
    }
  });
});
