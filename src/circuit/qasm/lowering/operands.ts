import type { Operand } from "../syntax/expression.ts";
import { plainBits, wrongType } from "./convert.ts";
import { evaluate } from "./evaluate.ts";
import { place } from "./indexing.ts";
import { makeMeasurable } from "./measured-angles.ts";
import { findName, wrongKind } from "./names.ts";
import type { Program } from "./program.ts";
import { isFixedAngle } from "./value.ts";

/**
 * Qubits or bits that an operand names: one, or a list for a register.
 *
 * While code is only checked, an element whose index is not known yet is `undefined`.
 */
export type Named = number | readonly number[] | undefined;

/** The qubits of an operand. */
export function qubitsOf(program: Program, operand: Operand): Named {
  const { at, name, index } = operand;
  if (typeof index === "object") {
    const value = evaluate(program, index);
    if (value.kind === "unknown") return undefined;
    if (value.kind !== "qubits") throw wrongType(program, at, "qubits", value, "name qubits here");
    if (value.qubits.length === 0) return undefined;
    return value.single ? value.qubits[0] : value.qubits;
  }
  if (name.charCodeAt(0) === 36 && index === undefined) return program.physicalQubit(at, name);
  const entry = findName(program, at, name, "qubits");
  if (entry.kind !== "qubits") throw wrongKind(program, at, name, entry, "qubits");
  return select(program, operand, entry.list, entry.single);
}

/** The bits of an operand, which something is to be put in. */
export function bitsOf(program: Program, operand: Operand): Named {
  const { at, name, index } = operand;
  const entry = findName(program, at, name, "bits");
  if (entry.kind === "constant") throw notAssignable(program, operand, "a constant");
  if (entry.kind === "variable" && isFixedAngle(entry.type)) {
    return makeMeasurable(program, at, name, entry) ? bitsOf(program, operand) : undefined;
  }
  if (entry.kind === "variable") {
    throw program.error(at, {
      code: "Q601",
      expected: "a bit or a register of bits",
      got: `${name}, a number whose bits would be set while the circuit runs`,
      remedy: "use a bit register, and if for each value it may have",
    });
  }
  if (entry.kind !== "bits" || entry.isTruth) throw wrongKind(program, at, name, entry, "bits");
  if (typeof index !== "object") return select(program, operand, entry.list, entry.single);
  const value = evaluate(program, index);
  if (value.kind === "unknown") return undefined;
  const bits = value.kind === "bits" ? plainBits(value) : undefined;
  if (value.kind !== "bits" || bits === undefined) throw notAssignable(program, operand, "an expression");
  return value.single ? bits[0] : bits;
}

/** Says that something cannot be assigned to. */
export function notAssignable(program: Program, { at, name }: Operand, what: string) {
  return program.error(at, {
    code: "Q507",
    expected: "a variable to assign to",
    got: `${name}, ${what}`,
    remedy: "declare a variable without const",
  });
}

function select(program: Program, operand: Operand, list: readonly number[], single: boolean): Named {
  const { at, name, index } = operand;
  if (index === undefined) return single ? list[0] : list;
  if (typeof index === "number" && !single) return list[place(program, operand.indexAt, index, list.length)];
  throw program.error(at, {
    code: "Q305",
    expected: "a register before an index",
    got: `${name}, which is a single element`,
    remedy: "remove the index",
  });
}
