import { defaultRounds } from "../../default-rounds.ts";
import type { Register } from "../../register.ts";
import type { Definitions } from "./define-gates.ts";
import type { Statement } from "./program-statement.ts";
import { bitName, qasmCondition, wholeRegister } from "./qasm-condition.ts";
import type { QasmVersion } from "./qasm-names.ts";

/** What statements are printed with. */
export interface Printing {
  readonly version: QasmVersion;
  /** The registers under the names that they have in the program, every qubit and bit in one. */
  readonly qubits: readonly Register[];
  readonly bits: readonly Register[];
  readonly definitions: Definitions;
}

/** Writes statements, one a line; measurements and resets of a whole register in one go. */
export function printStatements(statements: readonly Statement[], printing: Printing): string[] {
  const lines: string[] = [];
  for (let at = 0; at < statements.length; ) {
    const run = wholeRun(statements, at, printing);
    if (run === undefined) lines.push(...printOne(statements[at++], printing));
    else {
      lines.push(run.text);
      at += run.length;
    }
  }
  return lines;
}

function printOne(statement: Statement, printing: Printing): string[] {
  const { version, qubits, bits, definitions } = printing;
  const qubit = (k: number) => bitName(k, qubits);
  const inside = (body: readonly Statement[]) => printStatements(body, printing).map((line) => `  ${line}`);
  switch (statement.kind) {
    case "call":
      return [`${definitions.stepText(statement, qubit)};`];
    case "barrier":
      return [`barrier ${operands(statement.qubits, qubits)};`];
    case "reset":
      return [`reset ${qubit(statement.qubit)};`];
    case "measure":
      return [measureText(version, qubit(statement.qubit), bitName(statement.bit, bits))];
    case "assign":
      return [`${bitName(statement.bit, bits)} = ${qasmCondition(statement.value, bits)};`];
    case "while":
      return [
        ...(statement.limit === defaultRounds ? [] : [`@kronket.rounds ${statement.limit}`]),
        `while (${qasmCondition(statement.condition, bits)}) {`,
        ...inside(statement.body),
        "}",
      ];
    case "if":
      return [
        `if (${qasmCondition(statement.condition, bits)}) {`,
        ...inside(statement.body),
        ...(statement.otherwise.length === 0 ? [] : ["} else {", ...inside(statement.otherwise)]),
        "}",
      ];
    case "ifValue": {
      const { register, value, body } = statement;
      return [`if(${bits[register].name}==${value}) ${printOne(body, printing).join(" ")}`];
    }
  }
}

function measureText(version: QasmVersion, qubit: string, bit: string): string {
  return version === 3 ? `${bit} = measure ${qubit};` : `measure ${qubit} -> ${bit};`;
}

/** Qubits by name, whole registers in one word. */
function operands(list: readonly number[], registers: readonly Register[]): string {
  const names: string[] = [];
  for (let at = 0; at < list.length; ) {
    const register = registers.find(({ start }) => start === list[at]);
    const part = register === undefined ? [] : list.slice(at, at + register.size);
    if (register !== undefined && wholeRegister(part, [register]) !== undefined) {
      names.push(register.name);
      at += register.size;
    } else names.push(bitName(list[at++], registers));
  }
  return names.join(", ");
}

/** Neighbouring measurements or resets that take a whole register in order. */
function wholeRun(
  statements: readonly Statement[],
  at: number,
  { version, qubits, bits }: Printing,
): { text: string; length: number } | undefined {
  const first = statements[at];
  if (first.kind !== "measure" && first.kind !== "reset") return undefined;
  const register = qubits.find(({ start }) => start === first.qubit);
  if (register === undefined) return undefined;
  const run = statements.slice(at, at + register.size);
  if (run.length < register.size) return undefined;
  const inOrder = (value: number, k: number, from: number) => value === from + k;
  if (first.kind === "reset") {
    const all = run.every((step, k) => step.kind === "reset" && inOrder(step.qubit, k, register.start));
    return all ? { text: `reset ${register.name};`, length: run.length } : undefined;
  }
  const target = bits.find(({ start, size }) => start === first.bit && size === register.size);
  const all = run.every(
    (step, k) =>
      step.kind === "measure" && inOrder(step.qubit, k, register.start) && inOrder(step.bit, k, first.bit),
  );
  if (target === undefined || !all) return undefined;
  return { text: measureText(version, register.name, target.name), length: run.length };
}
