import type { Control } from "../../control.ts";
import { controlOperation } from "../../control-operation.ts";
import { invertOperations } from "../../invert-operation.ts";
import type { Operation } from "../../operation.ts";
import type { Parameter } from "../../parameter.ts";
import type { GateCall } from "../syntax/statement.ts";
import type { Position } from "../text/sources.ts";
import { broadcast } from "./broadcast.ts";
import { toAngle } from "./convert.ts";
import { evaluate, plainNumber } from "./evaluate.ts";
import { gateBody } from "./gate-bodies.ts";
import type { DefinedGate, GateEntry, TableGate } from "./gate-entry.ts";
import { isTurn, turnByBits } from "./measured-angles.ts";
import { type ModifierList, readModifiers } from "./modifiers.ts";
import { findName, wrongKind } from "./names.ts";
import { type Named, qubitsOf } from "./operands.ts";
import { powerSteps } from "./powers.ts";
import type { Program } from "./program.ts";
import type { MeasuredAngleValue } from "./value.ts";

const noControls: readonly Control[] = Object.freeze([]);
const noParameters: readonly Parameter[] = Object.freeze([]);

/** What a gate does on some qubits: operations, and how many they count for. */
interface Steps {
  readonly operations: readonly Operation[];
  readonly weight: number;
}

/** Lowers a call of a gate: checks it, broadcasts it over registers, and emits an operation for each. */
export function lowerGateCall(program: Program, call: GateCall): void {
  const { at, name } = call;
  const entry = program.scope.find(name.name);
  if (entry?.kind === "subroutine") throw gateForm(program, call);
  const gate = gateOf(program, call);
  const modifiers = readModifiers(program, call.modifiers);
  if (call.parameters.length !== gate.parameters) throw wrongParameterCount(program, call, gate);
  const parameters = anglesOf(program, call, gate, modifiers);
  const qubits = gate.qubits + modifiers.controls.length;
  if (call.operands.length !== qubits) throw wrongQubitCount(program, call, gate, qubits);
  if (gate.kind === "opaque") throw opaque(program, name.at, gate);
  // A list made by map has room for its elements and no more; the circuit keeps it.
  const operands = call.operands.map((operand) => qubitsOf(program, operand));
  if (parameters !== undefined && !isList(parameters)) {
    turnByBits(program, at, parameters, (angle) =>
      emitGate(program, call, gate, [angle], operands, modifiers),
    );
  } else emitGate(program, call, gate, parameters, operands, modifiers);
}

/** Emits a gate for each place of its operands. */
function emitGate(
  program: Program,
  call: GateCall,
  gate: TableGate | DefinedGate,
  parameters: readonly Parameter[] | undefined,
  operands: readonly Named[],
  modifiers: ModifierList,
): void {
  const { at } = call;
  if (modifiers.controls.length === 0 && modifiers.inner.length === 0 && gate.kind === "table") {
    broadcast(program, call.operands, operands, (list) => {
      program.emit(at, tableOperation(gate, parameters ?? noParameters, list));
    });
    return;
  }
  broadcast(program, call.operands, operands, (list) => {
    if (parameters === undefined) return;
    const { operations, weight } = stepsOf(program, at, gate, parameters, list, modifiers);
    for (const operation of operations) program.emit(at, operation, weight / operations.length);
  });
}

/** The gate that a call names. */
function gateOf(program: Program, { name: { at, name } }: GateCall): GateEntry {
  const entry = findName(program, at, name, "a gate");
  if (entry.kind !== "gate") throw wrongKind(program, at, name, entry, "a gate");
  entry.gate.used = true;
  return entry.gate;
}

/** The angles of a call, or the one that is made of measured bits; undefined while it is only checked and some are not known. */
function anglesOf(
  program: Program,
  { parameters }: GateCall,
  gate: GateEntry,
  { inner }: ModifierList,
): readonly Parameter[] | MeasuredAngleValue | undefined {
  if (parameters.length === 0) return noParameters;
  let areKnown = true;
  let measured: MeasuredAngleValue | undefined;
  const angles = parameters.map((parameter) => {
    const number = plainNumber(parameter);
    if (number !== undefined) return number;
    const value = evaluate(program, parameter);
    if (value.kind === "unknown") areKnown = false;
    if (value.kind === "measured angle") {
      const arePowersWhole = inner.every((part) => part === "inv" || Number.isInteger(part.exponent));
      if (gate.kind !== "table" || !isTurn(gate.gate) || !arePowersWhole) {
        throw notTurnedByBits(program, parameter.at, gate, arePowersWhole);
      }
      measured = value;
      return 0;
    }
    return toAngle(program, parameter.at, value);
  });
  if (measured !== undefined) return measured;
  return areKnown || !program.isDry ? angles : undefined;
}

function isList(parameters: readonly Parameter[] | MeasuredAngleValue): parameters is readonly Parameter[] {
  return Array.isArray(parameters);
}

/** Drafts of OpenQASM 3, and examples that come with it, call subroutines so. */
function gateForm(program: Program, { name: { at, name } }: GateCall) {
  return program.error(at, {
    code: "Q601",
    expected: "a feature of the subset that is read here",
    got: `a call of the subroutine ${name} in the form of a gate, as drafts of OpenQASM 3 have it`,
    remedy: `put all arguments in parentheses: ${name}(…);`,
  });
}

function notTurnedByBits(program: Program, at: Position, { name }: GateEntry, arePowersWhole: boolean) {
  return program.error(at, {
    code: "Q603",
    expected: "a number that does not depend on measured bits",
    got: arePowersWhole
      ? `an angle of measured bits for ${name}`
      : "an angle of measured bits under a power that is no whole number",
    remedy: "use a gate of the library with one angle, such as p or rz, or if for each case",
  });
}

function stepsOf(
  program: Program,
  at: Position,
  gate: TableGate | DefinedGate,
  parameters: readonly Parameter[],
  list: readonly number[],
  modifiers: ModifierList,
): Steps {
  const { controls } = modifiers;
  if (controls.length === 0 && modifiers.inner.length === 0)
    return baseSteps(program, at, gate, parameters, list);
  const targets = list.slice(controls.length);
  let steps = baseSteps(program, at, gate, parameters, targets);
  for (const modifier of modifiers.inner) {
    if (modifier === "inv") steps = { ...steps, operations: invertOperations(steps.operations) };
    else steps = powerSteps(program, modifier.at, gate.name, steps, modifier.exponent);
  }
  if (controls.length === 0) return steps;
  const added = controls.map((value, k): Control => ({ qubit: list[k], value }));
  return { ...steps, operations: steps.operations.map((operation) => controlOperation(operation, added)) };
}

function baseSteps(
  program: Program,
  at: Position,
  gate: TableGate | DefinedGate,
  parameters: readonly Parameter[],
  list: readonly number[],
): Steps {
  if (gate.kind === "table") return { operations: [tableOperation(gate, parameters, list)], weight: 1 };
  const { operations, weight, depth } = gateBody(program, at, gate, parameters);
  program.noteBox(at, depth + 1);
  const box: Operation = { kind: "box", label: gate.name, qubits: list, operations, controls: noControls };
  return { operations: [box], weight: Math.max(1, weight) };
}

function tableOperation(
  { gate, ignoredParameters }: TableGate,
  parameters: readonly Parameter[],
  qubits: readonly number[],
): Operation {
  const angles = ignoredParameters > 0 ? noParameters : parameters;
  return { kind: "gate", gate, parameters: angles, qubits, controls: noControls };
}

function wrongParameterCount(program: Program, call: GateCall, { name, parameters }: GateEntry) {
  return program.error(call.at, {
    code: "Q401",
    expected: `${parameters} parameter${parameters === 1 ? "" : "s"} for ${name}`,
    got: String(call.parameters.length),
    remedy: "give the angles in parentheses after the name",
  });
}

function wrongQubitCount(program: Program, call: GateCall, { name }: GateEntry, qubits: number) {
  return program.error(call.at, {
    code: "Q402",
    expected: `${qubits} qubit${qubits === 1 ? "" : "s"} for ${name}`,
    got: String(call.operands.length),
    remedy: "name one operand for each qubit",
  });
}

function opaque(program: Program, at: Position, { name }: GateEntry) {
  return program.error(at, {
    code: "Q602",
    expected: "a gate with a definition",
    got: `${name}, which is opaque`,
    remedy: `define it: gate ${name} … { … }`,
  });
}
