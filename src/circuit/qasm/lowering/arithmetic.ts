import { type BinaryOperator, binaryExpression, negative } from "../../parameter.ts";
import type { InfixOperator } from "../syntax/expression.ts";
import type { Position } from "../text/sources.ts";
import { requireFit, toAngle, toFixedAngle, wrongType } from "./convert.ts";
import type { Program } from "./program.ts";
import {
  float,
  type NumberValue,
  type ScalarType,
  unknownFloat,
  type Value,
  valuePhrase,
  whole,
} from "./value.ts";

/** The operators of arithmetic. */
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "**";

/** Whether an operator is one of arithmetic. */
export function isArithmetic(operator: InfixOperator): operator is ArithmeticOperator {
  return "+-*/%".includes(operator) || operator === "**";
}

/** a ∘ b for numbers and for parameters of the circuit. */
export function arithmetic(
  program: Program,
  at: Position,
  operator: ArithmeticOperator,
  left: Value,
  right: Value,
): Value {
  const isZero = right.kind === "number" && right.value === 0 && (operator === "/" || operator === "%");
  if (isZero && left.kind === "unknown") return divisionByZero(program, at, "a number");
  if (left.kind === "unknown" || right.kind === "unknown") return unknownResult(left, right);
  requireNumber(program, at, left);
  requireNumber(program, at, right);
  if (left.kind === "symbol" || right.kind === "symbol") {
    return symbolic(program, at, operator, left, right);
  }
  const [a, b] = [left as NumberValue, right as NumberValue];
  if (isZero) return divisionByZero(program, at, String(a.value));
  // Version 2 has real numbers only.
  const areWhole = program.version === 3 && isWhole(a) && isWhole(b);
  if (areWhole) return wholeArithmetic(program, at, operator, a, b);
  if (isFixed(a) || isFixed(b)) return angleArithmetic(program, at, operator, a, b);
  const [x, y] = [toAngle(program, at, a), toAngle(program, at, b)] as [number, number];
  return finite(program, at, compute(operator, x, y), `${x} ${operator} ${y}`);
}

/** −a. */
export function negate(program: Program, at: Position, value: Value): Value {
  if (value.kind === "unknown") return value;
  requireNumber(program, at, value);
  if (value.kind === "symbol") {
    const parameter = negative(value.parameter);
    return typeof parameter === "number" ? float(parameter) : { kind: "symbol", parameter };
  }
  const number = value as NumberValue;
  if (isFixed(number)) return toFixedAngle(-number.value, number.size as number);
  if (isWhole(number)) {
    const { truncated = false } = number;
    return number.exact === undefined ? whole(0 - number.value, truncated) : float(0 - number.value);
  }
  return float(0 - number.value);
}

/** A number that must be finite, as a value. */
export function finite(program: Program, at: Position, value: number, term: string): Value {
  if (Number.isFinite(value)) return float(value);
  if (program.isLenient) return unknownFloat;
  throw program.error(at, {
    code: "Q503",
    expected: "a finite number",
    got: `${Number.isNaN(value) ? "no real number" : "a number beyond 1.8e308"} from ${term}`,
    remedy: "check the numbers it is made of",
  });
}

/** Whether a number has a whole-number type. */
export function isWhole({ base }: NumberValue): boolean {
  return base === "int" || base === "uint";
}

function isFixed({ base }: NumberValue): boolean {
  return base === "angle";
}

function requireNumber(program: Program, at: Position, value: Value): void {
  if (value.kind === "number" || value.kind === "symbol") return;
  if (value.kind === "bits" || value.kind === "truth" || value.kind === "measured angle") {
    throw program.error(at, {
      code: "Q603",
      expected: "numbers that do not depend on measured bits",
      got: value.kind === "bits" ? "bits" : valuePhrase(value),
      remedy: "put the operation under if, once for each case",
    });
  }
  throw wrongType(program, at, "a number", value, "write numbers on both sides");
}

function unknownResult(left: Value, right: Value): Value {
  const type = (value: Value): ScalarType =>
    value.kind === "unknown" ? value.type : { base: value.kind === "number" ? value.base : "float" };
  const bases = [type(left).base, type(right).base];
  const areWhole = bases.every((base) => base === "int" || base === "uint");
  return { kind: "unknown", type: { base: areWhole ? "int" : "float" } };
}

function divisionByZero(program: Program, at: Position, dividend: string): Value {
  if (program.isLenient) return unknownFloat;
  throw program.error(at, {
    code: "Q502",
    expected: "a divisor other than 0",
    got: `${dividend} divided by 0`,
    remedy: "check the divisor",
  });
}

function compute(operator: ArithmeticOperator, x: number, y: number): number {
  switch (operator) {
    case "+":
      return x + y;
    case "-":
      return x - y;
    case "*":
      return x * y;
    case "/":
      return x / y;
    case "%":
      return x % y;
    case "**":
      return x ** y;
  }
}

/** Whole numbers stay whole: a division drops the remainder, and remembers that there was one. */
function wholeArithmetic(
  program: Program,
  at: Position,
  operator: ArithmeticOperator,
  a: NumberValue,
  b: NumberValue,
): Value {
  const [x, y] = [a.value, b.value];
  if (operator === "**" && y < 0) {
    if (program.isLenient) return { kind: "unknown", type: { base: "int" } };
    throw program.error(at, {
      code: "Q506",
      expected: "an exponent ≥ 0 of a whole number",
      got: `${x} ** ${y}`,
      remedy: `write ${x}.0 ** ${y} for a fraction`,
    });
  }
  const result = operator === "/" ? Math.trunc(x / y) : compute(operator, x, y);
  const hasRemainder = operator === "/" && x % y !== 0;
  requireFit(program, at, result, { base: "int" }, whole(result));
  return whole(result === 0 ? 0 : result, hasRemainder || a.truncated === true || b.truncated === true);
}

/** Fixed-point angles: sums and whole multiples wrap around 2π. */
function angleArithmetic(
  program: Program,
  at: Position,
  operator: ArithmeticOperator,
  a: NumberValue,
  b: NumberValue,
): Value {
  const size = (isFixed(a) ? a.size : b.size) as number;
  const step = (2 * Math.PI) / 2 ** size;
  if (operator === "/" && isFixed(a) && isWhole(b))
    return toFixedAngle(Math.floor(Math.round(a.value / step) / b.value) * step, size);
  const isProduct = operator === "*" && (isWhole(a) || isWhole(b));
  const isSum = operator === "+" || operator === "-";
  if (isProduct || isSum) return toFixedAngle(compute(operator, a.value, b.value), size);
  return finite(program, at, compute(operator, a.value, b.value), `${a.value} ${operator} ${b.value}`);
}

function symbolic(
  program: Program,
  at: Position,
  operator: ArithmeticOperator,
  left: Value,
  right: Value,
): Value {
  if (operator === "%") {
    throw program.error(at, {
      code: "Q504",
      expected: "known numbers for %",
      got: "a number that an input decides",
      remedy: "give the input a value",
    });
  }
  const [a, b] = [toAngle(program, at, left), toAngle(program, at, right)];
  if (operator === "/" && b === 0) return divisionByZero(program, at, "a number");
  const parameter = binaryExpression((operator === "**" ? "^" : operator) as BinaryOperator, a, b);
  return typeof parameter === "number" ? float(parameter) : { kind: "symbol", parameter };
}
