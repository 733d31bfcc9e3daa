import type { Condition } from "../../condition.ts";
import { conditionBits } from "../../conditions/condition-bits.ts";
import type { Operand } from "../syntax/expression.ts";
import type { Assignment, Measurement } from "../syntax/statement.ts";
import type { Position } from "../text/sources.ts";
import { isOne } from "./conditions.ts";
import { convert, wrongType } from "./convert.ts";
import { evaluate, infix } from "./evaluate.ts";
import { angleBits, makeMeasurable } from "./measured-angles.ts";
import { findName, nameValue, wrongKind } from "./names.ts";
import { bitsOf, type Named, notAssignable, qubitsOf } from "./operands.ts";
import type { Program } from "./program.ts";
import type { Entry, Variable } from "./scope.ts";
import { isFixedAngle, typeText, type Value } from "./value.ts";

/** `measure qubits -> bits;`; without bits, into one that has no name. */
export function lowerMeasurement(program: Program, { at, operand, target }: Measurement): void {
  let bits: Named;
  if (target !== undefined) bits = bitsOf(program, target);
  else {
    const qubits = qubitsOf(program, operand);
    const list = program.addBits(at, typeof qubits === "object" ? qubits.length : 1);
    bits = typeof qubits === "object" ? list : list[0];
  }
  measureTo(program, at, operand, bits);
}

/** Measures qubits into bits that were just declared. */
export function measureInto(
  program: Program,
  at: Position,
  operand: Operand,
  list: readonly number[],
  single: boolean,
): void {
  measureTo(program, at, operand, single ? list[0] : list);
}

/** Sets bits to a value. Bits of a new register are 0 and need no setting to 0. */
export function assignBits(
  program: Program,
  at: Position,
  list: readonly number[],
  value: Value,
  isNew = false,
): void {
  if (value.kind === "unknown") return;
  const conditions = conditionsOf(program, at, value, list.length);
  for (const { bit, condition } of inSafeOrder(program, at, list, conditions)) {
    const isZero = condition.kind === "constant" && !condition.value;
    if (!(isNew && isZero && program.level === 0))
      program.emit(at, { kind: "assign", bit, value: condition });
  }
}

/** `target = value;`, with or without an operator. */
export function lowerAssignment(program: Program, statement: Assignment): void {
  const { target } = statement;
  if (target.name.startsWith("$")) throw notAssignable(program, target, "a physical qubit");
  const entry = findName(program, target.at, target.name, "a variable");
  if (entry.kind === "variable" && isFixedAngle(entry.type) && isSetByBits(statement)) {
    if (makeMeasurable(program, target.at, target.name, entry)) lowerAssignment(program, statement);
  } else if (entry.kind === "bits") assignToBits(program, statement, entry);
  else if (entry.kind === "variable") assignVariable(program, statement, entry);
  else if (entry.kind === "constant") {
    throw notAssignable(program, target, entry.isInput ? "an input" : "a constant");
  } else throw wrongKind(program, target.at, target.name, entry, "a variable");
}

function assignToBits(
  program: Program,
  statement: Assignment,
  entry: Entry & { readonly kind: "bits" },
): void {
  const { at, target, operator, value } = statement;
  const bits: Named = entry.isTruth && target.index === undefined ? entry.list[0] : bitsOf(program, target);
  if ("measured" in value) {
    if (operator !== undefined) throw measuredWithOperator(program, at);
    measureTo(program, at, value.measured, bits);
    return;
  }
  let result = evaluate(program, value);
  if (bits === undefined) return;
  const list = typeof bits === "number" ? [bits] : bits;
  if (operator !== undefined) {
    const single = typeof bits === "number";
    const old: Value = entry.isTruth
      ? { kind: "truth", condition: isOne(list[0]) }
      : entry.isAngle === true && target.index === undefined
        ? { kind: "measured angle", bits: list.map(isOne) }
        : { kind: "bits", bits: list.map(isOne), single };
    result = infix(
      program,
      at,
      operator,
      old,
      single && result.kind === "number" ? asBit(program, value.at, result) : result,
    );
  }
  if (entry.isAngle === true && target.index === undefined) {
    assignBits(program, at, list, {
      kind: "bits",
      bits: angleBits(program, value.at, result, list.length),
      single: false,
    });
    return;
  }
  const type = entry.isTruth
    ? ({ base: "bool" } as const)
    : typeof bits === "number"
      ? ({ base: "bit" } as const)
      : ({ base: "bit", size: list.length } as const);
  assignBits(program, at, list, convert(program, value.at, result, type));
}

/** Whether an assignment sets bits of a variable, or all of it to what is measured. */
function isSetByBits({ target, value }: Assignment): boolean {
  return target.index !== undefined || "measured" in value;
}

function asBit(program: Program, at: Position, value: Value): Value {
  return convert(program, at, value, { base: "bit" });
}

function assignVariable(
  program: Program,
  { at, target, operator, value }: Assignment,
  variable: Variable,
): void {
  const { type } = variable;
  if (target.index !== undefined) {
    throw program.error(target.indexAt, {
      code: "Q601",
      expected: "an assignment to the whole variable",
      got: `an assignment to bits of ${typeText(type)}`,
      remedy: "use a bit register",
    });
  }
  if ("measured" in value) {
    throw program.error(value.at, {
      code: "Q603",
      expected: `a known value for ${typeText(type)}`,
      got: "measured bits",
      remedy: "keep them in a bit register and compare it with numbers",
    });
  }
  let result = evaluate(program, value);
  if (operator !== undefined)
    result = infix(program, at, operator, nameValue(program, target.at, target.name), result);
  const known = convert(program, value.at, result, type);
  if (known.kind === "bits")
    throw wrongType(program, value.at, "a known value", known, "compare the bits with numbers");
  if (program.isDry) return;
  if (variable.level < program.level) {
    throw program.error(at, {
      code: "Q603",
      expected: "an assignment that does not depend on measured bits",
      got: `one to ${target.name} in a branch or loop that they decide`,
      remedy: "use a bit, or declare the variable inside",
    });
  }
  variable.value = known;
}

function measuredWithOperator(program: Program, at: Position) {
  return program.error(at, {
    code: "Q201",
    expected: '"=" before measure',
    got: "an operator",
    remedy: "measure into a bit first",
  });
}

/** Measures each qubit into its bit; a single qubit goes into a register of one. */
function measureTo(program: Program, at: Position, operand: Operand, bits: Named): void {
  const qubits = qubitsOf(program, operand);
  if (qubits === undefined || bits === undefined) return;
  const from = typeof qubits === "number" ? [qubits] : qubits;
  const to = typeof bits === "number" ? [bits] : bits;
  if (from.length !== to.length) {
    throw program.error(operand.at, {
      code: "Q407",
      expected: `${to.length} qubit${to.length === 1 ? "" : "s"} for as many bits`,
      got: String(from.length),
      remedy: "measure registers of one size, or single elements",
    });
  }
  from.forEach((qubit, k) => {
    program.emit(at, { kind: "measure", qubit, bit: to[k] });
  });
}

function conditionsOf(program: Program, at: Position, value: Value, count: number): readonly Condition[] {
  if (value.kind === "truth") return [value.condition];
  if (value.kind === "bits" && value.bits.length === count) return value.bits;
  throw wrongType(program, at, `${count} bits`, value, "the numbers of bits must agree");
}

interface Setting {
  readonly bit: number;
  readonly condition: Condition;
}

/** Settings in an order in which none reads what another has overwritten; over new bits where there is no such order. */
function inSafeOrder(
  program: Program,
  at: Position,
  list: readonly number[],
  conditions: readonly Condition[],
): Setting[] {
  const forward = list.map((bit, k): Setting => ({ bit, condition: conditions[k] }));
  if (isSafe(forward)) return forward;
  const backward = [...forward].reverse();
  if (isSafe(backward)) return backward;
  const copies = program.addBits(at, list.length);
  return [
    ...copies.map((bit, k): Setting => ({ bit, condition: conditions[k] })),
    ...list.map((bit, k): Setting => ({ bit, condition: isOne(copies[k]) })),
  ];
}

function isSafe(settings: readonly Setting[]): boolean {
  const overwritten = new Set<number>();
  for (const { bit, condition } of settings) {
    if (conditionBits(condition).some((read) => overwritten.has(read))) return false;
    overwritten.add(bit);
  }
  return true;
}
