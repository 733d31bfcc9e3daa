import type { Circuit } from "../circuit.ts";
import { isUnitary, type Operation } from "../operation.ts";
import type { Register } from "../register.ts";
import { coverRegisters } from "../registers/cover-registers.ts";
import { BodyMemo } from "./writer/body-memo.ts";
import { branches2, registersForBranches } from "./writer/branches-2.ts";
import { defineGates } from "./writer/define-gates.ts";
import { lowerToQasm2 } from "./writer/lower-to-qasm2.ts";
import { lowerToQasm3 } from "./writer/lower-to-qasm3.ts";
import { printStatements } from "./writer/print-statements.ts";
import { type Statement, stepsOf } from "./writer/program-statement.ts";
import { QasmNames, type QasmVersion } from "./writer/qasm-names.ts";
import { standardGates } from "./writer/standard-gates.ts";

/** How a circuit is written. */
export interface ExportQasmOptions {
  /** The version of OpenQASM (default 3). */
  readonly version?: QasmVersion;
}

/**
 * Writes a circuit as an OpenQASM program that reads back as the same circuit, global phase included.
 *
 * - Registers keep their names; without names they are q and c. A name that the language or its library uses is changed.
 * - Boxes become gate definitions, one for each label and shape; numbers in which boxes differ become its parameters.
 * - Gates that the standard library of the version lacks are defined in the program. So are dense matrices, look-ups,
 *   phase oracles, reflections and Fourier transforms, written out in gates exactly.
 * - Numbers read back as the same doubles; multiples of π are written as such where they are exact.
 *
 * OpenQASM 3: controls are `ctrl` and `negctrl`, inverted boxes `inv`, parameters `input float`. The language has no most
 * rounds of a loop: where they are not 10,000, they stand in an annotation `@kronket.rounds`, which Qiskit passes over
 * (QDK refuses it). OpenQASM 2 has less: controls are written out in gates (at most 14 of them), a global phase is a gate that
 * gives both states of a qubit the same phase, and a condition becomes `if` for each value of the register that meets it.
 *
 * Errors: RangeError for what OpenQASM 2 cannot say: parameters without a value, loops, assignments, conditions over two
 * registers, branches that change the register they depend on, a global phase without a qubit. LimitError for more
 * controls or values than are written out.
 *
 * @example exportQasm(new Circuit(2).h(0).cx(0, 1)) // "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[2] q;\nh q[0];\ncx q[0], q[1];\n"
 *
 * Source: Cross, Bishop, Smolin and Gambetta, arXiv:1707.03429; OpenQASM 3.0, arXiv:2104.14722.
 */
export function exportQasm(circuit: Circuit, options: ExportQasmOptions = {}): string {
  const { version = 3 } = options;
  if (version !== 2 && version !== 3) {
    throw new RangeError(`exportQasm: expected version 2 or 3, got ${String(version)}; pass one of them.`);
  }
  if (version === 2) requireSayable(circuit);
  const names = new QasmNames(version, standardGates[version]);
  const given = circuit.registers;
  const bitList = version === 2 ? registersForBranches(circuit) : given.bitRegisters;
  const qubits = named(coverRegisters(given.qubitRegisters, circuit.qubits, "q", bitList), names, "q");
  const bits = named(coverRegisters(bitList, circuit.bits, "c", qubits), names, "c");
  const inputs = new Map(circuit.parameters.map((name) => [name, names.claim(name, "parameter")]));

  const statements =
    version === 2 ? branches2(circuit.operations, bits, lower2()) : lower3(circuit.operations);
  const definitions = defineGates(stepsOf(statements), names, (name) => inputs.get(name) as string);
  const lines = [
    version === 2 ? "OPENQASM 2.0;" : "OPENQASM 3.0;",
    `include "${version === 2 ? "qelib1.inc" : "stdgates.inc"}";`,
    ...[...inputs.values()].map((name) => `input float ${name};`),
    ...definitions.texts,
    ...qubits.map(({ name, size }) => (version === 2 ? `qreg ${name}[${size}];` : `qubit[${size}] ${name};`)),
    ...bits.map(({ name, size }) => (version === 2 ? `creg ${name}[${size}];` : `bit[${size}] ${name};`)),
    ...printStatements(statements, { version, qubits, bits, definitions }),
  ];
  return `${lines.join("\n")}\n`;
}

function named(registers: readonly Register[], names: QasmNames, fallback: string): Register[] {
  return registers.map((register) => ({ ...register, name: names.claim(register.name, fallback) }));
}

function lower2(): (operation: Operation) => Statement[] {
  const memo = new BodyMemo();
  return (operation) =>
    isUnitary(operation) || operation.kind === "barrier"
      ? lowerToQasm2(operation, memo)
      : [operation as Statement];
}

function lower3(operations: readonly Operation[], memo = new BodyMemo()): Statement[] {
  return operations.flatMap((operation): Statement[] => {
    switch (operation.kind) {
      case "measure":
      case "reset":
      case "assign":
        return [operation];
      case "conditional": {
        const { condition } = operation;
        const [body, otherwise] = [operation.operations, operation.otherwise].map((steps) =>
          lower3(steps, memo),
        );
        return [{ kind: "if", condition, body, otherwise }];
      }
      case "while": {
        const { condition, limit } = operation;
        return [{ kind: "while", condition, limit, body: lower3(operation.operations, memo) }];
      }
      default:
        return lowerToQasm3(operation, memo);
    }
  });
}

function requireSayable(circuit: Circuit): void {
  const [name] = circuit.parameters;
  if (name !== undefined) {
    throw new RangeError(
      `exportQasm: expected parameters with values for OpenQASM 2, got ${name} without; use bind({ ${name}: … }) first, or use version 3.`,
    );
  }
  const phase = circuit.operations.some((step) => step.kind !== "barrier" && isUnitary(step));
  if (circuit.qubits === 0 && phase) {
    throw new RangeError(
      "exportQasm: expected a qubit to carry the global phase in OpenQASM 2, got none; add a qubit, or use version 3.",
    );
  }
}
