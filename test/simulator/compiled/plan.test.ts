import { describe, expect, it } from "vitest";
import { familyCircuit } from "../../../bench/circuits/families.ts";
import type { Circuit } from "../../../src/circuit/circuit.ts";
import { isUnitary } from "../../../src/circuit/operation.ts";
import { Lowering } from "../../../src/simulator/compiled/lower-operations.ts";
import { planPasses } from "../../../src/simulator/compiled/plan.ts";
import { resolvePermutations } from "../../../src/simulator/compiled/resolve-permutations.ts";

function planOf(circuit: Circuit, fromBasisState: boolean) {
  const lowering = new Lowering(circuit.qubits);
  for (const step of circuit.operations) if (isUnitary(step)) lowering.add(step);
  return planPasses(resolvePermutations(lowering.finish()), { tileQubits: 14, fromBasisState });
}

/** Passes over the whole state that a plan is worth: one that visits a part of the tiles counts for that part. */
function wholePasses(circuit: Circuit, fromBasisState: boolean): number {
  const all = 2 ** circuit.qubits;
  return planOf(circuit, fromBasisState).passes.reduce((sum, pass) => {
    if (pass.kind !== "tiles") return sum + (pass.kind === "mean" ? 1 : 0);
    let visited = 1;
    for (let rest = pass.tile | pass.liveOuter; rest !== 0; rest &= rest - 1) visited *= 2;
    return sum + visited / all;
  }, 0);
}

describe("planPasses", () => {
  it("takes few passes for the families of circuits that simulators are compared on", () => {
    expect(wholePasses(familyCircuit("rot", 22), false)).toBeLessThanOrEqual(7);
    expect(wholePasses(familyCircuit("rqc", 22), false)).toBeLessThanOrEqual(7);
    expect(wholePasses(familyCircuit("qft", 22), false)).toBeLessThanOrEqual(2);
    expect(wholePasses(familyCircuit("rot", 22), true)).toBeLessThan(5);
    expect(wholePasses(familyCircuit("ghz", 22), true)).toBeLessThan(3);
  });

  it("makes a search of one step on the mean and one amplitude an iteration", () => {
    const { passes } = planOf(familyCircuit("grover", 20), true);
    const kinds = passes.map(({ kind }) => kind).join(" ");
    expect(kinds).toMatch(/tiles( point)? mean( point mean){9}$/);
  });

  it("puts every qubit that a pass rotates into its tile", () => {
    for (const pass of planOf(familyCircuit("rot", 18), false).passes) {
      if (pass.kind !== "tiles") continue;
      for (const step of pass.steps) {
        if (step.kind !== "rotations") continue;
        for (const qubit of step.qubits) expect((pass.tile >> qubit) & 1).toBe(1);
      }
    }
  });
});
