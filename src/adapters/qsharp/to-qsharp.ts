import {
  Circuit,
  type Control,
  expand,
  type Gate,
  type GateOperation,
  gateTable,
  type Operation,
  requireBound,
} from "../../index.ts";
import { qsharpCondition } from "./qsharp-condition.ts";
import { callables, definitions } from "./qsharp-gates.ts";

/** What a program of Q# does with its qubits at the end. */
export interface QsharpOptions {
  /** Whether the state is shown before the qubits are put back (default false). */
  readonly dump?: boolean;
}

/**
 * Writes a circuit as a program of Q#: `Main` runs it once and returns its classical bits, bit 0 first.
 *
 * Gates keep their angles as they are, in double precision, and the global phase is kept. Boxes and first-class
 * operations are expanded. A gate that Q# does not have is defined in the program.
 *
 * Errors: RangeError for unbound parameters and for a circuit without qubits.
 *
 * @example toQsharp(new Circuit(1).h(0).measure(0)) // … operation Main() : Result[] { use q = Qubit[1]; … H(q[0]); …
 */
export function toQsharp(circuit: Circuit, options: QsharpOptions = {}): string {
  const { dump = false } = options;
  requireBound("toQsharp", circuit);
  if (circuit.qubits === 0) {
    throw new RangeError("toQsharp: expected at least one qubit, got none; Q# has nothing to allocate.");
  }
  const lines = statements(expand(circuit).operations, "    ");
  return `// Written by kronket. Qubit 0 is the least significant bit.
operation Main() : Result[] {
    use q = Qubit[${circuit.qubits}];
    mutable c = [Zero, size = ${circuit.bits}];
${lines.join("\n")}
${dump ? "    Std.Diagnostics.DumpMachine();\n" : ""}    ResetAll(q);
    return c;
}
${definitions}`;
}

function statements(steps: readonly Operation[], indent: string): string[] {
  return steps.flatMap((step) => statement(step, indent));
}

function statement(step: Operation, indent: string): string[] {
  const inner = `${indent}    `;
  switch (step.kind) {
    case "gate":
      return gateStatements(step).map((line) => indent + line);
    case "measure":
      return [`${indent}set c w/= ${step.bit} <- M(q[${step.qubit}]);`];
    case "reset":
      return [`${indent}Reset(q[${step.qubit}]);`];
    case "assign":
      return [`${indent}set c w/= ${step.bit} <- (${qsharpCondition(step.value)}) ? One | Zero;`];
    case "conditional": {
      const otherwise = statements(step.otherwise, inner);
      return [
        `${indent}if ${qsharpCondition(step.condition)} {`,
        ...statements(step.operations, inner),
        ...(otherwise.length === 0 ? [] : [`${indent}} else {`, ...otherwise]),
        `${indent}}`,
      ];
    }
    case "while":
      return [
        `${indent}{`,
        `${inner}mutable rounds = 0;`,
        `${inner}while ${qsharpCondition(step.condition)} {`,
        `${inner}    if rounds == ${step.limit} { fail "the loop passed its limit of ${step.limit} rounds"; }`,
        `${inner}    set rounds += 1;`,
        ...statements(step.operations, `${inner}    `),
        `${inner}}`,
        `${indent}}`,
      ];
    default:
      // Barriers say nothing in Q#; everything else is a gate by now.
      return [];
  }
}

function gateStatements(step: GateOperation): string[] {
  const { gate: name, parameters, qubits, controls } = step;
  const gate: Gate = gateTable[name];
  if (gate.base === "id" || gate.base === "u0") return [];
  const flips = controls.filter(({ value }) => value === 0).map(({ qubit }) => `X(q[${qubit}]);`);
  const all = [...qubits.slice(0, gate.controls), ...controls.map(({ qubit }) => qubit)];
  const targets = qubits.slice(gate.controls).map((qubit) => `q[${qubit}]`);
  const values = [...parameters.map((angle) => double(angle as number)), ...targets];
  const callable = parameters.length === 4 && gate.base === "u" ? "EulerWithPhase" : callables[gate.base];
  if (callable === undefined) return matrixStatements(step);
  const call =
    all.length === 0
      ? `${callable}(${values.join(", ")});`
      : `Controlled ${callable}([${all.map((qubit) => `q[${qubit}]`).join(", ")}], ${tuple(values)});`;
  return [...flips, call, ...flips];
}

/** A gate that nothing is written down for, by its matrix. */
function matrixStatements({ gate: name, parameters, qubits, controls }: GateOperation): string[] {
  const gate: Gate = gateTable[name];
  const own = qubits.slice(0, gate.controls).map((qubit): Control => ({ qubit, value: 1 }));
  const step: Operation = {
    kind: "unitary",
    matrix: gate.core(parameters as readonly number[]),
    qubits: qubits.slice(gate.controls),
    controls: [...own, ...controls],
  };
  const wires = Math.max(...qubits, ...controls.map(({ qubit }) => qubit)) + 1;
  return statements(expand(new Circuit(wires, 0, [step])).operations, "");
}

function tuple(values: readonly string[]): string {
  return values.length === 1 ? values[0] : `(${values.join(", ")})`;
}

/** A number as a Double of Q#, whose digits give the same number back. */
function double(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
