import type { Control } from "../control.ts";
import { type GateName, gateOf, gateTable } from "../gate-table.ts";
import type { GateOperation, Operation } from "../operation.ts";
import type { Parameter } from "../parameter.ts";
import { requireNumbers } from "../parameters/require-numbers.ts";
import { diagonalPhases } from "../synthesis/diagonal-phases.ts";
import { eulerAngles } from "../synthesis/euler-angles.ts";
import { uniformlyControlledRotation } from "../synthesis/uniformly-controlled-rotation.ts";
import { twoLevelGates } from "./two-level-gates.ts";

/**
 * Writes a gate under added controls as gates of the table without any.
 *
 * Negative controls are flipped around the gate. Then, with enough ancillas in |0⟩, a ladder of Toffoli gates computes
 * the conjunction of the controls and is undone: Z under b controls takes 2b − 3 Toffoli-like gates and b − 2 ancillas.
 * Without them phases and rotations become diagonals and uniformly controlled rotations, exact, 2^b CNOT.
 *
 * Source: Barenco et al., quant-ph/9503016 (ladder: Nielsen and Chuang, figure 4.10).
 */
export function lowerControls(operation: GateOperation, ancillas: readonly number[]): Operation[] {
  if (operation.controls.length === 0) return [operation];
  const alias = aliases[operation.gate];
  if (alias !== undefined) return lowerControls({ ...operation, ...alias(operation.parameters) }, ancillas);
  if (operation.gate === "id") return [];
  const gate = gateOf(operation.gate);
  const own = operation.qubits.slice(0, gate.controls);
  const targets = operation.qubits.slice(gate.controls);
  const flips = operation.controls
    .filter(({ value }) => value === 0)
    .map(({ qubit }) => plain("x", [], [qubit]));
  const controls = [...operation.controls.map(({ qubit }) => qubit), ...own];
  // A phase on the controls alone is a phase gate on one of them.
  const body =
    targets.length === 0
      ? lowerPhase(operation.parameters[0], controls.slice(0, -1), controls[controls.length - 1], ancillas)
      : lowerCore(operation, controls, targets, ancillas);
  return [...flips, ...body, ...flips];
}

/** Gates whose controlled form has another name in the table. */
const aliases: Partial<
  Record<GateName, (parameters: readonly Parameter[]) => Pick<GateOperation, "gate" | "parameters">>
> = {
  u: (parameters) => ({ gate: "u3", parameters }),
  u2: ([phi, lambda]) => ({ gate: "u3", parameters: [Math.PI / 2, phi, lambda] }),
  t: () => ({ gate: "p", parameters: [Math.PI / 4] }),
  tdg: () => ({ gate: "p", parameters: [-Math.PI / 4] }),
};

function lowerCore(
  operation: GateOperation,
  controls: readonly number[],
  targets: readonly number[],
  ancillas: readonly number[],
): Operation[] {
  const { gate: name, parameters } = operation;
  const { base } = gateOf(name);
  // The most controls that the table itself has for this base.
  const most = [2, 1].find((count) => Object.hasOwn(gateTable, "c".repeat(count) + base)) ?? 0;
  const named = (on: readonly number[]) =>
    plain(("c".repeat(on.length) + base) as GateName, parameters, [...on, ...targets]);
  if (
    controls.length <= most &&
    gateOf("c".repeat(controls.length) + base).parameters.length === parameters.length
  ) {
    return [named(controls)];
  }
  if (most > 0 && ancillas.length >= controls.length - most) {
    const { steps, left } = ladder(controls, most, ancillas);
    return [...steps, named(left), ...steps.toReversed()];
  }
  if (base === "x") return aroundTarget("h", targets[0], lowerPhase(Math.PI, controls, targets[0], ancillas));
  if (base === "z") return lowerPhase(Math.PI, controls, targets[0], ancillas);
  if (base === "p" || base === "u1") return lowerPhase(parameters[0], controls, targets[0], ancillas);
  if (base === "swap") {
    const around = plain("cx", [], [targets[1], targets[0]]);
    const middle = { ...plain("x", [], [targets[1]]), controls: positive([...controls, targets[0]]) };
    return [around, ...lowerControls(middle, ancillas), around];
  }
  const core = gateOf(name).core(requireNumbers(name, parameters));
  if (targets.length > 1) {
    return twoLevelGates(core, targets, positive(controls)).flatMap((step) => lowerControls(step, ancillas));
  }
  const { theta, phi, lambda, gamma } = eulerAngles(core);
  const angles = new Float64Array(2 ** controls.length);
  angles[angles.length - 1] = theta;
  return [
    ...lowerPhase(lambda, controls, targets[0], ancillas),
    ...(theta === 0 ? [] : uniformlyControlledRotation("ry", angles, controls, targets[0])),
    ...lowerPhase(phi, controls, targets[0], ancillas),
    ...lowerPhase(gamma, controls.slice(0, -1), controls[controls.length - 1], ancillas),
  ];
}

/** The phase e^{i·angle} where all controls and the target are 1. */
function lowerPhase(
  angle: Parameter,
  controls: readonly number[],
  target: number,
  ancillas: readonly number[],
): Operation[] {
  if (angle === 0) return [];
  const sign = angle === Math.PI;
  if (controls.length === 0) return [plain(sign ? "z" : "p", sign ? [] : [angle], [target])];
  if (controls.length === 1) return [plain(sign ? "cz" : "cp", sign ? [] : [angle], [...controls, target])];
  const most = sign ? 2 : 1;
  if (ancillas.length >= controls.length - most) {
    const { steps, left } = ladder(controls, most, ancillas);
    const middle = plain(sign ? "ccz" : "cp", sign ? [] : [angle], [...left, target]);
    return [...steps, middle, ...steps.toReversed()];
  }
  const phases = new Float64Array(2 ** (controls.length + 1));
  [phases[phases.length - 1]] = requireNumbers("expand", [angle]);
  return diagonalPhases(phases, [...controls, target]);
}

/** Toffoli gates that reduce some controls to so many: each puts the conjunction of two of them into an ancilla. */
function ladder(controls: readonly number[], most: number, ancillas: readonly number[]) {
  const steps: GateOperation[] = [];
  const left = [...controls];
  while (left.length > most) {
    const ancilla = ancillas[steps.length];
    steps.push(plain("ccx", [], [left[0], left[1], ancilla]));
    left.splice(0, 2, ancilla);
  }
  return { steps, left };
}

function aroundTarget(name: GateName, target: number, body: readonly Operation[]): Operation[] {
  return [plain(name, [], [target]), ...body, plain(name, [], [target])];
}

function positive(qubits: readonly number[]): Control[] {
  return qubits.map((qubit) => ({ qubit, value: 1 }));
}

function plain(gate: GateName, parameters: readonly Parameter[], qubits: readonly number[]): GateOperation {
  return { kind: "gate", gate, parameters, qubits, controls: [] };
}
