import { LimitError } from "../../../errors/limit-error.ts";
import type { Control } from "../../control.ts";
import { controlOperation } from "../../control-operation.ts";
import { expandOperation } from "../../expand/expand-operation.ts";
import { lowerControls } from "../../expand/lower-controls.ts";
import { gateOf } from "../../gate-table.ts";
import type { BarrierOperation, GateOperation, Operation, UnitaryKindOperation } from "../../operation.ts";
import { targetQubits } from "../../operation-qubits.ts";
import { parameter } from "../../parameter.ts";
import { remapOperation } from "../../remap-operation.ts";
import type { BodyMemo } from "./body-memo.ts";
import { type Body, type BodyStep, call } from "./call.ts";
import { definedGate } from "./defined-gate.ts";
import { standardGates } from "./standard-gates.ts";
import { type WideOperation, wideLabel } from "./wide-label.ts";

/** Most controls of one operation: without ancillas it takes about 2^controls gates. */
const mostControls = 14;

/** Gates under three and four controls that the library has. */
const named: Readonly<Record<string, string>> = { "3 x": "c3x", "4 x": "c4x", "3 sx": "c3sqrtx" };

/**
 * e^{iγ} on a qubit, which OpenQASM 2 has no gate for: the phase γ of |1⟩, then of |0⟩.
 */
const globalPhase: Body = {
  label: "globalphase",
  qubits: 1,
  parameters: ["gamma"],
  steps: [
    call("u1", [0], [parameter("gamma")]),
    call("x", [0]),
    call("u1", [0], [parameter("gamma")]),
    call("x", [0]),
  ],
};

/** Writes an operation as calls of OpenQASM 2, which has neither controls nor a global phase: both become gates of their own. */
export function lowerToQasm2(operation: UnitaryKindOperation | BarrierOperation, memo: BodyMemo): BodyStep[] {
  if (operation.kind === "barrier") return [operation];
  if (operation.controls.length > 0) return lowerControlled(operation, memo);
  if (operation.kind === "gate") return lowerGate(operation, memo);
  const targets = targetQubits(operation);
  if (operation.kind === "box") {
    const { operations, label } = operation;
    const body = memo.body(operations, `${targets.length} ${label}`, () => ({
      label,
      qubits: targets.length,
      steps: operations.flatMap((step) =>
        lowerToQasm2(step as UnitaryKindOperation | BarrierOperation, memo),
      ),
    }));
    return [call(body, targets)];
  }
  const local = remap(operation, (qubit) => targets.indexOf(qubit));
  return called(wideName(operation), "label" in operation, targets, wideSteps(local, memo));
}

function lowerGate({ gate, parameters, qubits }: GateOperation, memo: BodyMemo): BodyStep[] {
  if (gate === "gphase") return parameters[0] === 0 ? [] : [call(globalPhase, [0], parameters)];
  if (standardGates[2].has(gate)) return [call(gate, qubits, parameters)];
  return [call(definedGate(gate, memo, lowerToQasm2), qubits, parameters)];
}

/** Negative controls are flipped around the gate; the rest is a gate whose first qubits are the controls. */
function lowerControlled(operation: UnitaryKindOperation, memo: BodyMemo): BodyStep[] {
  const { controls } = operation;
  const targets = targetQubits(operation);
  const own = operation.kind === "gate" ? gateOf(operation.gate).controls : 0;
  if (controls.length + own > mostControls) {
    const remedy = "write OpenQASM 3, or expand the circuit with ancillas first";
    throw new LimitError("exportQasm", mostControls, controls.length + own, "controls in OpenQASM 2", remedy);
  }
  const all = [...controls.map(({ qubit }) => qubit), ...targets];
  const positive = controls.map(({ qubit }): Control => ({ qubit: all.indexOf(qubit), value: 1 }));
  const local = remap({ ...operation, controls: [] }, (qubit) => all.indexOf(qubit));
  const flips = controls.filter(({ value }) => value === 0).map(({ qubit }) => call("x", [qubit]));
  return [...flips, ...positiveSteps(local, positive, all, memo), ...flips];
}

function positiveSteps(
  local: UnitaryKindOperation,
  controls: readonly Control[],
  qubits: readonly number[],
  memo: BodyMemo,
): BodyStep[] {
  const count = controls.length;
  if (local.kind === "gate") {
    const gate = gateOf(local.gate);
    const name = named[`${count + gate.controls} ${gate.base}`];
    if (name !== undefined) return [call(name, qubits)];
    const key = `${count} ${local.gate} ${local.parameters.join(" ")}`;
    const body = memo.body(gate, key, () => ({
      label: `ctrl${count}_${local.gate === "gphase" ? "phase" : local.gate}`,
      qubits: qubits.length,
      steps: lowerControls({ ...local, controls }, []).flatMap((step) =>
        lowerToQasm2(step as GateOperation, memo),
      ),
    }));
    return inlined(body, qubits);
  }
  if (local.kind === "box") {
    const { operations, label, qubits: on } = local;
    const body = memo.body(operations, `${count} controls ${on.length} ${label}`, () => ({
      label: `ctrl${count}_${label}`,
      qubits: qubits.length,
      steps: operations.flatMap((step) => {
        const placed = remap(step, (k) => on[k]);
        return lowerToQasm2(controlOperation(placed, controls) as UnitaryKindOperation, memo);
      }),
    }));
    return [call(body, qubits)];
  }
  const steps = wideSteps({ ...local, controls: [...controls] }, memo);
  return called(`ctrl${count}_${wideName(local)}`, "label" in local, qubits, steps);
}

function wideSteps(operation: WideOperation, memo: BodyMemo): BodyStep[] {
  return expandOperation(operation).flatMap((step) => lowerToQasm2(step, memo));
}

function wideName(operation: WideOperation): string {
  return operation.kind === "qft" && operation.inverse
    ? `inverse_${wideLabel(operation)}`
    : wideLabel(operation);
}

/** Steps as a call of a gate of their own, unless there is one at most and no label to keep. */
function called(
  label: string,
  keep: boolean,
  qubits: readonly number[],
  steps: readonly BodyStep[],
): BodyStep[] {
  const body = { label, qubits: qubits.length, steps };
  return keep ? [call(body, qubits)] : inlined(body, qubits);
}

function inlined(body: Body, qubits: readonly number[]): BodyStep[] {
  if (body.steps.length > 1) return [call(body, qubits)];
  return body.steps.map((step) => ({ ...step, qubits: step.qubits.map((k) => qubits[k]) }));
}

function remap<Kind extends Operation>(operation: Kind, qubit: (from: number) => number): Kind {
  return remapOperation(operation, qubit, (bit) => bit) as Kind;
}
