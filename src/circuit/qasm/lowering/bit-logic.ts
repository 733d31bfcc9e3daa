import type { Condition } from "../../condition.ts";
import type { InfixOperator } from "../syntax/expression.ts";
import type { Position } from "../text/sources.ts";
import { isWhole } from "./arithmetic.ts";
import { always, and, comparesWith, constant, equalsNumber, never, not, or, xor } from "./conditions.ts";
import { requireFit, toTruth, wrongType } from "./convert.ts";
import type { Program } from "./program.ts";
import { type BitsValue, exactWhole, type NumberValue, type Value, valuePhrase, whole } from "./value.ts";

const unknownTruth: Value = { kind: "unknown", type: { base: "bool" } };
const flipped = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

type Ordering = keyof typeof flipped;

/** a == b, a < b and so on, for numbers, bits and truth values. */
export function comparison(
  program: Program,
  at: Position,
  operator: "==" | "!=" | Ordering,
  left: Value,
  right: Value,
): Value {
  if (left.kind === "unknown" || right.kind === "unknown") return unknownTruth;
  if (operator === "!=") {
    const equal = comparison(program, at, "==", left, right);
    return equal.kind === "truth" ? { kind: "truth", condition: not(equal.condition) } : equal;
  }
  return { kind: "truth", condition: compare(program, at, operator, left, right) };
}

function compare(
  program: Program,
  at: Position,
  operator: "==" | Ordering,
  left: Value,
  right: Value,
): Condition {
  if (left.kind === "number" && right.kind === "number") {
    const areWhole = isWhole(left) && isWhole(right);
    return constant(
      areWhole
        ? order(operator, exactWhole(left), exactWhole(right))
        : order(operator, left.value, right.value),
    );
  }
  if (left.kind === "symbol" || right.kind === "symbol") {
    throw program.error(at, {
      code: "Q504",
      expected: "known numbers to compare",
      got: "a number that an input decides",
      remedy: "give the input a value",
    });
  }
  if (right.kind === "bits" && left.kind === "number" && operator !== "==") {
    return bitsWithNumber(program, at, flipped[operator], right, left);
  }
  if (right.kind === "bits" && left.kind === "number") return bitsWithNumber(program, at, "==", right, left);
  if (left.kind === "bits" && right.kind === "number")
    return bitsWithNumber(program, at, operator, left, right);
  if (left.kind === "bits" && right.kind === "bits" && (!left.single || !right.single)) {
    return bitsWithBits(program, at, operator, left, right);
  }
  if (isTruthLike(left) && isTruthLike(right) && operator === "==") {
    return not(xor(truthOf(program, at, left), truthOf(program, at, right)));
  }
  const wrong = left.kind === "number" || left.kind === "bits" || left.kind === "truth" ? right : left;
  throw wrongType(
    program,
    at,
    "values that can be compared",
    wrong,
    "compare numbers, or bits with a number",
  );
}

function order<T extends number | bigint>(operator: "==" | Ordering, x: T, y: T): boolean {
  if (operator === "==") return x === y;
  if (operator === "<") return x < y;
  if (operator === "<=") return x <= y;
  return operator === ">" ? x > y : x >= y;
}

function isTruthLike(value: Value): boolean {
  return value.kind === "truth" || (value.kind === "bits" && value.single) || value.kind === "number";
}

function truthOf(program: Program, at: Position, value: Value): Condition {
  if (value.kind === "number" && value.value !== 0 && value.value !== 1) {
    throw wrongType(program, at, "true, false, 0 or 1", value, "compare with true or false");
  }
  return toTruth(program, at, value);
}

function bitsWithNumber(
  program: Program,
  at: Position,
  operator: "==" | Ordering,
  value: BitsValue,
  number: NumberValue,
): Condition {
  if (!isWhole(number))
    throw wrongType(program, at, "a whole number to compare bits with", number, "write a whole number");
  const exact = exactWhole(number);
  const isSigned = value.readAs === "int";
  if (operator === "==") {
    // A negative number is compared with its pattern in as many bits.
    const pattern = isSigned && exact < 0n ? BigInt.asUintN(value.bits.length, exact) : exact;
    return noteIfDecided(program, at, value, equalsNumber(value.bits, pattern));
  }
  const condition = isSigned ? undefined : comparesWith(value.bits, operator, exact);
  if (condition !== undefined) return noteIfDecided(program, at, value, condition);
  throw program.error(at, {
    code: "Q603",
    expected: "up to 50 unsigned bits as they are to compare by size",
    got: isSigned ? "bits with a sign" : valuePhrase(value),
    remedy: `write uint[${value.bits.length}](…) around the register, or compare with ==`,
  });
}

/** Remarks on a comparison whose outcome does not depend on the bits, because they cannot hold the number. */
function noteIfDecided(program: Program, at: Position, { bits }: BitsValue, condition: Condition): Condition {
  if (condition.kind === "constant" && bits.some((bit) => bit.kind !== "constant")) {
    const count = `${bits.length} bit${bits.length === 1 ? "" : "s"}`;
    program.note(at, `this is ${condition.value ? "always" : "never"} so for ${count}`);
  }
  return condition;
}

function bitsWithBits(
  program: Program,
  at: Position,
  operator: "==" | Ordering,
  left: BitsValue,
  right: BitsValue,
): Condition {
  const numberOf = ({ bits }: BitsValue) =>
    bits.every((bit) => bit.kind === "constant")
      ? bits.reduce((sum, bit, k) => sum + (bit === always ? 1n << BigInt(k) : 0n), 0n)
      : undefined;
  if (left.bits.length !== right.bits.length) {
    throw wrongType(program, at, `${left.bits.length} bits`, right, "compare registers of one size");
  }
  const [a, b] = [numberOf(left), numberOf(right)];
  if (operator === "==") {
    if (b !== undefined) return equalsNumber(left.bits, b);
    if (a !== undefined) return equalsNumber(right.bits, a);
    return left.bits.reduce((all, bit, k) => and(all, not(xor(bit, right.bits[k]))), always);
  }
  const condition =
    b !== undefined
      ? comparesWith(left.bits, operator, b)
      : a !== undefined
        ? comparesWith(right.bits, flipped[operator], a)
        : undefined;
  if (condition !== undefined) return condition;
  throw program.error(at, {
    code: "Q603",
    expected: "a register and a number to compare by size",
    got: "two registers",
    remedy: "compare with ==, or with a number",
  });
}

/** a & b, a | b, a ^ b, for bits, truth values and whole numbers. */
export function bitwise(
  program: Program,
  at: Position,
  operator: "&" | "|" | "^",
  left: Value,
  right: Value,
): Value {
  if (left.kind === "unknown") return left;
  if (right.kind === "unknown") return right;
  const combine = operator === "&" ? and : operator === "|" ? or : xor;
  if (left.kind === "number" && right.kind === "number" && isWhole(left) && isWhole(right)) {
    const [x, y] = [exactWhole(left), exactWhole(right)];
    const result = Number(operator === "&" ? x & y : operator === "|" ? x | y : x ^ y);
    requireFit(program, at, result, { base: "int" }, whole(result));
    return whole(result);
  }
  if (left.kind === "truth" || right.kind === "truth") {
    const condition = combine(toTruth(program, at, left), toTruth(program, at, right));
    return { kind: "truth", condition };
  }
  if (left.kind !== "bits") throw wrongType(program, at, "bits", left, "use + and * for numbers");
  if (right.kind !== "bits") throw wrongType(program, at, "bits", right, "use + and * for numbers");
  if (left.bits.length !== right.bits.length) {
    throw wrongType(program, at, `${left.bits.length} bits`, right, "combine registers of one size");
  }
  return { ...left, bits: left.bits.map((bit, k) => combine(bit, right.bits[k])) };
}

/** ~a. */
export function complement(program: Program, at: Position, value: Value): Value {
  switch (value.kind) {
    case "unknown":
      return value;
    case "bits":
      return { ...value, bits: value.bits.map(not) };
    case "truth":
      return { kind: "truth", condition: not(value.condition) };
    case "number":
      if (value.base === "int" && value.exact === undefined) return whole(-value.value - 1);
      if (value.base === "uint" && value.size !== undefined) {
        const result = Number(BigInt.asUintN(value.size, ~exactWhole(value)));
        requireFit(program, at, result, value, whole(result));
        return { ...value, value: result };
      }
      break;
    default:
  }
  throw wrongType(program, at, "bits", value, "use ~ on registers and whole numbers");
}

/** a << k, a >> k: bits fall off the end. */
export function shift(program: Program, at: Position, operator: "<<" | ">>", value: Value, by: Value): Value {
  if (value.kind === "unknown" || by.kind === "unknown") return value;
  if (by.kind !== "number" || !isWhole(by) || by.value < 0) {
    throw wrongType(program, at, "a known whole number ≥ 0 to shift by", by, "write a number");
  }
  if (value.kind === "bits" || value.kind === "measured angle") {
    const { bits } = value;
    const from = operator === "<<" ? -by.value : by.value;
    return { ...value, bits: bits.map((_, k) => bits[k + from] ?? never) };
  }
  if (value.kind !== "number" || !isWhole(value)) {
    throw wrongType(program, at, "bits or a whole number", value, "multiply by a power of 2");
  }
  if (operator === ">>") return { ...value, value: Math.floor(value.value / 2 ** by.value) };
  const shifted = value.value * 2 ** by.value;
  if (value.base === "uint" && value.size !== undefined && Number.isFinite(shifted)) {
    const result = Number(BigInt.asUintN(value.size, BigInt(shifted)));
    requireFit(program, at, result, value, whole(result));
    return { ...value, value: result };
  }
  requireFit(program, at, shifted, { base: "int" }, value);
  return whole(shifted);
}

/** a && b, a || b. */
export function logical(
  program: Program,
  at: Position,
  operator: "&&" | "||",
  left: Value,
  right: Value,
): Value {
  if (left.kind === "unknown" || right.kind === "unknown") return unknownTruth;
  const [a, b] = [toTruth(program, at, left), toTruth(program, at, right)];
  return { kind: "truth", condition: operator === "&&" ? and(a, b) : or(a, b) };
}

/** !a. */
export function logicalNot(program: Program, at: Position, value: Value): Value {
  if (value.kind === "unknown") return unknownTruth;
  return { kind: "truth", condition: not(toTruth(program, at, value)) };
}

/** Whether an operator compares. */
export function isComparison(operator: InfixOperator): operator is "==" | "!=" | Ordering {
  return operator === "==" || operator === "!=" || Object.hasOwn(flipped, operator);
}
