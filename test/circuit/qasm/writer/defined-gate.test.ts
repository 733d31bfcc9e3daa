import { describe, expect, it } from "vitest";
import { Circuit } from "../../../../src/circuit/circuit.ts";
import { largestDifference } from "../../../../src/circuit/complex-matrix.ts";
import { type GateName, gateOf, gateTable } from "../../../../src/circuit/gate-table.ts";
import { exportQasm } from "../../../../src/circuit/qasm/export-qasm.ts";
import { parseQasm } from "../../../../src/circuit/qasm/parse-qasm.ts";
import { unitary } from "../../../../src/circuit/unitary.ts";
import { seededRandom } from "../../../../src/random/seeded-random.ts";
import { randomAngle } from "../../../support/random-circuit.ts";

const random = seededRandom(41);

describe("definedGate", () => {
  it.each(Object.keys(gateTable))(
    "together with the libraries writes %s so that it reads back as the same matrix, phase included",
    (name) => {
      const gate = gateOf(name);
      const qubits = Array.from({ length: gate.qubits }, (_, k) => k);
      for (const version of [2, 3] as const) {
        for (const controls of [[], [{ qubit: 4, value: 0 as const }]]) {
          if (gate.qubits === 5 && controls.length > 0) continue;
          const angles = gate.parameters.map(() => randomAngle(random));
          const circuit = new Circuit(5).gate(name as GateName, angles, qubits, controls);
          const back = parseQasm(exportQasm(circuit, { version }));
          expect(largestDifference(unitary(back), unitary(circuit)), `version ${version}`).toBeLessThan(
            1e-12,
          );
        }
      }
    },
  );
});
