import type { GateName } from "../../gate-table.ts";
import { over, type Parameter } from "../../parameter.ts";

/** A gate of a rule: its name, the places of its qubits among those of the gate, and its angles. */
export type RuleStep = readonly [gate: GateName, qubits: readonly number[], ...angles: Parameter[]];

/** A way to write a gate as others, exactly, phase included; which gates occur does not depend on the angles. */
export type GateRule = (...angles: Parameter[]) => readonly RuleStep[];

/** Ways to write gates, the shorter first. */
export type GateRules = Partial<Record<GateName, readonly GateRule[]>>;

/** Half an angle. */
export const half = (angle: Parameter): Parameter => over(angle, 2);

/** A global phase. */
export function global(angle: Parameter): RuleStep {
  return ["gphase", [], angle];
}

/** Steps between twice the same gate. */
export function on(gate: GateName, qubit: number, steps: readonly RuleStep[]): RuleStep[] {
  return [[gate, [qubit]], ...steps, [gate, [qubit]]];
}
