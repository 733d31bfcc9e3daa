import type { Circuit } from "../../circuit/circuit.ts";
import type { Control } from "../../circuit/control.ts";
import { gateOf } from "../../circuit/gate-table.ts";
import type { Operation } from "../../circuit/operation.ts";
import { conditionText } from "./condition-text.ts";
import { bitsNamed, layoutRows, qubitNames } from "./layout-rows.ts";
import { operationLabel } from "./operation-label.ts";

/** How operations are told in words, given the names of qubits and bits. */
export interface OperationWords {
  /** One operation, steps inside a branch or loop included: `X on q1 if q0`. */
  readonly operation: (operation: Operation) => string;
  /** The whole circuit in a few sentences. */
  readonly circuit: string;
}

/** At most so many steps are told; the rest are counted. */
const toldSteps = 40;

/** Finds words for the operations of a circuit, for people who do not see the drawing. */
export function operationWords(circuit: Circuit): OperationWords {
  const names = qubitNames(circuit);
  const { rows } = layoutRows(circuit, false, false);
  const bits = bitsNamed(rows);
  const operation = (step: Operation) => told(step, (k) => names[k], bits);
  const registers = rows.flatMap((row) =>
    row.kind === "bits" ? [`${row.name} (${counted(row.bits.length, "bit")})`] : [],
  );
  const steps = circuit.operations.slice(0, toldSteps).map(operation);
  const rest = circuit.length - steps.length;
  const wires =
    names.length === 0
      ? "No qubits"
      : `Qubits ${names.length > 3 ? `${names[0]} to ${names[names.length - 1]}` : names.join(", ")}`;
  const text = [
    `${wires}${registers.length === 0 ? "" : `, classical ${registers.join(", ")}`}.`,
    steps.length === 0
      ? "No steps."
      : `From left to right: ${steps.join("; ")}${rest > 0 ? `; and ${counted(rest, "more step")}` : ""}.`,
  ];
  return { operation, circuit: text.join(" ") };
}

/** `1 bit`, `2 bits`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function told(
  step: Operation,
  qubit: (k: number) => string,
  bits: (bits: readonly number[]) => string,
): string {
  const list = (steps: readonly Operation[]) =>
    steps.length === 0 ? "nothing" : steps.map((inner) => told(inner, qubit, bits)).join(", ");
  switch (step.kind) {
    case "measure":
      return `measure ${qubit(step.qubit)} into ${bits([step.bit])}`;
    case "reset":
      return `reset ${qubit(step.qubit)}`;
    case "barrier":
      return "barrier";
    case "assign":
      return `set ${bits([step.bit])} to ${conditionText(step.value, bits, "unicode")}`;
    case "conditional": {
      const otherwise = step.otherwise.length === 0 ? "" : ` else (${list(step.otherwise)})`;
      return `if ${conditionText(step.condition, bits, "unicode")} then (${list(step.operations)})${otherwise}`;
    }
    case "while":
      return `while ${conditionText(step.condition, bits, "unicode")} do (${list(step.operations)})`;
    default:
      return toldUnitary(step, qubit);
  }
}

function toldUnitary(step: Extract<Operation, { controls: unknown }>, qubit: (k: number) => string): string {
  const { name, detail } = operationLabel(step, "unicode");
  const own = step.kind === "gate" ? gateOf(step.gate).controls : 0;
  const qubits = step.kind === "lookup" ? [...step.inputs, ...step.outputs] : step.qubits;
  const controls: readonly Control[] = [
    ...qubits.slice(0, own).map((k): Control => ({ qubit: k, value: 1 })),
    ...step.controls,
  ];
  const targets = qubits.slice(own).map(qubit);
  const where = targets.length === 0 ? "" : ` on ${targets.join(", ")}`;
  const when = controls.map(({ qubit: k, value }) => `${qubit(k)} = ${value}`);
  return `${name}${detail === "" ? "" : `(${detail})`}${where}${when.length === 0 ? "" : ` where ${when.join(", ")}`}`;
}
