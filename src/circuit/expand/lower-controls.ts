import { LimitError } from "../../errors/limit-error.ts";
import type { Control } from "../control.ts";
import { type GateName, gateOf, gateTable } from "../gate-table.ts";
import type { GateOperation, Operation } from "../operation.ts";
import { type Parameter, times } from "../parameter.ts";
import { requireNumbers } from "../parameters/require-numbers.ts";
import { diagonalPhases } from "../synthesis/diagonal-phases.ts";
import { eulerAngles } from "../synthesis/euler-angles.ts";
import { uniformlyControlledRotation } from "../synthesis/uniformly-controlled-rotation.ts";
import { gateRules } from "./gate-rules.ts";
import { type SymbolicEuler, symbolicEuler } from "./symbolic-euler.ts";
import { twoLevelGates } from "./two-level-gates.ts";

/** Most controls without ancillas: each more doubles the gates. */
const mostControls = 20;

/**
 * Writes a gate under added controls as gates of the table without any.
 *
 * Negative controls are flipped around the gate. Then, with enough ancillas in |0⟩, a ladder of Toffoli gates computes
 * the conjunction of the controls and is undone: Z under b controls takes 2b − 3 Toffoli-like gates and b − 2 ancillas.
 * Without them phases and rotations become diagonals and uniformly controlled rotations, exact, 2^b CNOT.
 *
 * Errors: LimitError for more than 20 controls without ancillas.
 *
 * Source: Barenco et al., quant-ph/9503016 (ladder: Nielsen and Chuang, figure 4.10).
 */
export function lowerControls(operation: GateOperation, ancillas: readonly number[]): Operation[] {
  if (operation.controls.length === 0) return [operation];
  const alias = aliases[operation.gate];
  if (alias !== undefined) return lowerControls({ ...operation, ...alias(operation.parameters) }, ancillas);
  if (operation.gate === "id" || operation.gate === "u0") return [];
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
  if (targets.length > 1) return lowerWide(operation, controls, targets, ancillas);
  const { theta, phi, lambda, gamma } = eulerForm(operation);
  return [
    ...lowerPhase(lambda, controls, targets[0], ancillas),
    ...lowerTurn(theta, controls, targets[0]),
    ...lowerPhase(phi, controls, targets[0], ancillas),
    ...lowerPhase(gamma, controls.slice(0, -1), controls[controls.length - 1], ancillas),
  ];
}

/** A gate on several targets: with numbers by its matrix, with open parameters step by step by its rule. */
function lowerWide(
  operation: GateOperation,
  controls: readonly number[],
  targets: readonly number[],
  ancillas: readonly number[],
): Operation[] {
  const { gate: name, parameters } = operation;
  const under = positive(controls);
  if (parameters.every((parameter) => typeof parameter === "number")) {
    const steps = twoLevelGates(gateOf(name).core(parameters as readonly number[]), targets, under);
    return steps.flatMap((step) => lowerControls(step, ancillas));
  }
  const rule = gateRules[name]?.[0];
  if (rule === undefined) return [{ ...operation, parameters: requireNumbers(name, parameters) }];
  return rule(...parameters).flatMap(([gate, places, ...angles]) => {
    const step = plain(
      gate,
      angles,
      places.map((place) => targets[place]),
    );
    return lowerControls({ ...step, controls: under }, ancillas);
  });
}

function eulerForm({ gate, parameters }: GateOperation): SymbolicEuler {
  if (parameters.every((parameter) => typeof parameter === "number")) {
    return eulerAngles(gateOf(gate).core(parameters as readonly number[]));
  }
  return symbolicEuler(gate, parameters) ?? eulerAngles(gateOf(gate).core(requireNumbers(gate, parameters)));
}

/** RY by an angle where all controls are 1. */
function lowerTurn(angle: Parameter, controls: readonly number[], target: number): Operation[] {
  if (angle === 0) return [];
  checkWidth(controls.length);
  return inProportion(angle, (size) => {
    const angles = new Float64Array(2 ** controls.length);
    angles[angles.length - 1] = size;
    return uniformlyControlledRotation("ry", angles, controls, target);
  });
}

/** Steps whose angles are proportional to one angle: for an expression, those of the angle 1, each times it. */
function inProportion(angle: Parameter, steps: (size: number) => Operation[]): Operation[] {
  if (typeof angle === "number") return steps(angle);
  return steps(1).map((step) =>
    step.kind === "gate"
      ? { ...step, parameters: step.parameters.map((parameter) => times(parameter, angle)) }
      : step,
  );
}

/** Errors: LimitError for more controls than can be written out without ancillas. */
function checkWidth(controls: number): void {
  if (controls > mostControls) {
    throw new LimitError("expand", mostControls, controls, "controls without ancillas", "add ancillas");
  }
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
  checkWidth(controls.length);
  return inProportion(angle, (size) => {
    const phases = new Float64Array(2 ** (controls.length + 1));
    phases[phases.length - 1] = size;
    return diagonalPhases(phases, [...controls, target]);
  });
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
