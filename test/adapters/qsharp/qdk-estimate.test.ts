import { describe, expect, it } from "vitest";
import { qdkEstimate } from "../../../src/adapters/qsharp/index.ts";
import { Circuit } from "../../../src/index.ts";

describe("qdkEstimate", () => {
  it("counts what is in the circuit", async () => {
    const circuit = new Circuit(3).t(0).t(1).rx(0.3, 1).ccx(0, 1, 2).cx(0, 1);
    const { counts, physicalQubits, runtime, codeDistance, report } = await qdkEstimate(circuit);
    expect(counts).toMatchObject({ qubits: 3, t: 2, rotations: 1, ccz: 1, measurements: 3 });
    expect(physicalQubits).toBeGreaterThan(1000);
    expect(runtime).toBeGreaterThan(0);
    expect(codeDistance % 2).toBe(1);
    expect(report.status).toBe("success");
  });

  it("passes parameters on", async () => {
    const circuit = new Circuit(2).t(0).rx(0.3, 1);
    const loose = await qdkEstimate(circuit, { parameters: { errorBudget: 0.1 } });
    const tight = await qdkEstimate(circuit, { parameters: { errorBudget: 1e-6 } });
    expect(tight.physicalQubits).toBeGreaterThan(loose.physicalQubits);
  });

  it("reports what the estimator does not take", async () => {
    await expect(
      qdkEstimate(new Circuit(1).t(0), { parameters: { qubitParams: { name: "no such qubit" } } }),
    ).rejects.toThrow(/qdkEstimate: /);
  });
});
