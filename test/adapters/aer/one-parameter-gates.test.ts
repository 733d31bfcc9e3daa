import { describe, expect, it } from "vitest";
import { oneParameterGates } from "../../../src/adapters/aer/one-parameter-gates.ts";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { Circuit, exportQasm, seededRandom, unitary } from "../../../src/index.ts";
import { tableCircuit } from "../../support/table-circuit.ts";

describe("oneParameterGates", () => {
  it("leaves nothing that OpenQASM 3 defines with two parameters, and the same matrix", () => {
    for (const controls of [0, 1, 2]) {
      const circuit = tableCircuit(5, controls, seededRandom(controls)).box(
        "b",
        new Circuit(1).rx(0.1, 0).rz(0.2, 0),
        [2],
      );
      const rewritten = oneParameterGates(circuit);
      expect(exportQasm(circuit)).toMatch(/gate \w+\([^)]*,/);
      expect(exportQasm(rewritten)).not.toMatch(/gate \w+\([^)]*,/);
      expect(largestDifference(unitary(rewritten), unitary(circuit))).toBeLessThan(1e-12);
    }
  });

  it("reaches into branches and loops", () => {
    const body = (steps: Circuit) => steps.r(0.3, 0.4, 0);
    const circuit = new Circuit(1)
      .if({ kind: "equals", bits: [0], value: 1 }, body, body)
      .while({ kind: "equals", bits: [0], value: 1 }, body);
    expect(JSON.stringify(oneParameterGates(circuit).operations)).not.toContain('"r"');
  });
});
