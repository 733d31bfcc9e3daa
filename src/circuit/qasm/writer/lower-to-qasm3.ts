import { expandOperation } from "../../expand/expand-operation.ts";
import { type GateName, gateOf } from "../../gate-table.ts";
import { invertOperations } from "../../invert-operation.ts";
import type { BarrierOperation, BoxOperation, GateOperation, UnitaryKindOperation } from "../../operation.ts";
import { targetQubits } from "../../operation-qubits.ts";
import { remapOperation } from "../../remap-operation.ts";
import type { BodyMemo } from "./body-memo.ts";
import { type Body, type BodyStep, type Call, call } from "./call.ts";
import { definedGate } from "./defined-gate.ts";
import { standardGates } from "./standard-gates.ts";
import { type WideOperation, wideLabel } from "./wide-label.ts";

/** Writes an operation as calls of OpenQASM 3: controls and inverses as modifiers, boxes and wide operations as gates of their own. */
export function lowerToQasm3(operation: UnitaryKindOperation | BarrierOperation, memo: BodyMemo): BodyStep[] {
  switch (operation.kind) {
    case "barrier":
      return [operation];
    case "gate":
      return [gateCall(operation, memo)];
    case "box":
      return [boxCall(operation, memo)];
    default:
      return wideCalls(operation, memo);
  }
}

function gateCall(operation: GateOperation, memo: BodyMemo): Call {
  const { gate: name, parameters, qubits, controls } = operation;
  const to = (target: string | Body): Call => ({ ...call(target, qubits, parameters), controls });
  if (name === "u") return to("U");
  if (name === "gphase" || standardGates[3].has(name)) return to(name);
  const gate = gateOf(name);
  if (gate.controls > 0) {
    const own = qubits.slice(0, gate.controls).map((qubit) => ({ qubit, value: 1 as const }));
    const rest = {
      gate: gate.base as GateName,
      qubits: qubits.slice(gate.controls),
      controls: [...controls, ...own],
    };
    return gateCall({ ...operation, ...rest }, memo);
  }
  if (name.endsWith("dg")) {
    const undone = gateCall({ ...operation, gate: gate.inverse.gate as GateName }, memo);
    return { ...undone, inverse: !undone.inverse };
  }
  return to(definedGate(name, memo, lowerToQasm3));
}

function boxCall({ label, qubits, operations, controls }: BoxOperation, memo: BodyMemo): Call {
  // A box that was inverted is written as the inverse of the box that it was.
  const inverse = label.length > 1 && label.endsWith("†");
  const body = memo.body(operations, `${qubits.length} ${label}`, () => ({
    label: inverse ? label.slice(0, -1) : label,
    qubits: qubits.length,
    steps: (inverse ? invertOperations(operations) : operations).flatMap((step) =>
      lowerToQasm3(step as UnitaryKindOperation | BarrierOperation, memo),
    ),
  }));
  return { ...call(body, qubits), inverse, controls };
}

function wideCalls(operation: WideOperation, memo: BodyMemo): BodyStep[] {
  const { controls } = operation;
  const targets = targetQubits(operation);
  const inverse = operation.kind === "qft" && operation.inverse;
  const local = remapOperation(
    { ...operation, controls: [], ...(inverse && { inverse: false }) },
    (qubit) => targets.indexOf(qubit),
    (bit) => bit,
  ) as WideOperation;
  const steps = expandOperation(local).flatMap((step) => lowerToQasm3(step, memo));
  const label = "label" in operation ? operation.label : undefined;
  if (label === undefined && steps.length <= 1) {
    return (steps as readonly Call[]).map((step) => ({
      ...step,
      controls: [...controls, ...step.controls.map(({ qubit, value }) => ({ qubit: targets[qubit], value }))],
      qubits: step.qubits.map((qubit) => targets[qubit]),
    }));
  }
  const body = { label: wideLabel(operation), qubits: targets.length, steps };
  return [{ ...call(body, targets), inverse, controls }];
}
