import type { Operand } from "../syntax/expression.ts";
import type { Named } from "./operands.ts";
import type { Program } from "./program.ts";

/**
 * Does something once for single elements, or once for each element of registers, which must have one size; single
 * elements are used every time.
 */
export function broadcast(
  program: Program,
  operands: readonly Operand[],
  named: readonly Named[],
  act: (list: readonly number[]) => void,
): void {
  let size = -1;
  for (let k = 0; k < named.length; k++) {
    const list = named[k];
    if (list === undefined) return;
    if (typeof list === "number") continue;
    if (size >= 0 && list.length !== size) throw differentSizes(program, operands[k], size, list.length);
    size = list.length;
  }
  if (size < 0) {
    requireDistinct(program, operands, named as readonly number[]);
    act(named as readonly number[]);
    return;
  }
  for (let j = 0; j < size; j++) {
    const list = named.map((item) => (typeof item === "number" ? item : (item as readonly number[])[j]));
    requireDistinct(program, operands, list);
    act(list);
    if (program.isDry) return;
  }
}

/** Refuses a qubit that is named twice. */
export function requireDistinct(
  program: Program,
  operands: readonly Operand[],
  list: readonly number[],
): void {
  for (let k = 1; k < list.length; k++) {
    for (let j = 0; j < k; j++) {
      if (list[j] === list[k] && !program.isLenient) throw givenTwice(program, operands[k]);
    }
  }
}

/** Says that a qubit is named twice. */
export function givenTwice(program: Program, { at, name, index }: Operand) {
  const text = typeof index === "number" ? `${name}[${index}]` : `a qubit of ${name}`;
  return program.error(at, {
    code: "Q403",
    expected: "different qubits",
    got: `${text} twice`,
    remedy: "name each qubit once",
  });
}

function differentSizes(program: Program, { at, name }: Operand, size: number, got: number) {
  return program.error(at, {
    code: "Q405",
    expected: `a register of ${size}, as the one before it`,
    got: `${name} of ${got}`,
    remedy: "use registers of one size, or single elements",
  });
}
