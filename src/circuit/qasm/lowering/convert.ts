import type { Condition } from "../../condition.ts";
import type { Parameter } from "../../parameter.ts";
import type { Position } from "../text/sources.ts";
import { constant, never, or, plainBit } from "./conditions.ts";
import type { Program } from "./program.ts";
import {
  type BitsValue,
  exactWhole,
  float,
  type NumberValue,
  type ScalarType,
  typeText,
  type Value,
  valuePhrase,
} from "./value.ts";

/** Says that a value has the wrong type. */
export function wrongType(program: Program, at: Position, expected: string, value: Value, remedy: string) {
  return program.error(at, { code: "Q501", expected, got: valuePhrase(value), remedy });
}

/** Gives a value the type of what takes it. `isCast` for a conversion that the program asks for. */
export function convert(
  program: Program,
  at: Position,
  value: Value,
  type: ScalarType,
  isCast = false,
): Value {
  if (value.kind === "unknown") return { kind: "unknown", type };
  switch (type.base) {
    case "bool":
      return { kind: "truth", condition: toTruth(program, at, value) };
    case "bit":
      return toBits(program, at, value, type.size, isCast);
    case "int":
    case "uint":
      return toInteger(program, at, value, type as ScalarType & { base: "int" | "uint" }, isCast);
    case "float":
    case "angle":
      return toReal(program, at, value, type);
  }
}

/** A condition: a truth value, a bit, or whether a number is not 0. */
export function toTruth(program: Program, at: Position, value: Value): Condition {
  switch (value.kind) {
    case "truth":
      return value.condition;
    case "bits":
      if (value.single) return value.bits[0];
      if (value.readAs !== undefined) return value.bits.reduce(or, never);
      break;
    case "number":
      return constant(value.value !== 0);
    case "unknown":
      return never;
    default:
  }
  throw wrongType(program, at, "true or false", value, "compare it with a number, such as c == 1");
}

/** An angle of a gate: a number, or an expression over parameters. */
export function toAngle(program: Program, at: Position, value: Value): Parameter {
  if (value.kind === "number" && value.truncated !== true) return value.value;
  if (value.kind === "symbol") return value.parameter;
  if (value.kind === "unknown") return 0;
  const real = toReal(program, at, value, { base: "float" });
  return (real as NumberValue).value;
}

/** A whole number that is known. */
export function toWhole(program: Program, at: Position, value: Value, what: string): number | undefined {
  if (value.kind === "unknown") return undefined;
  if (value.kind === "number" && Number.isInteger(value.value) && value.exact === undefined) {
    if (value.base === "int" || value.base === "uint") return value.value;
    throw wrongType(program, at, `a whole number as ${what}`, value, "write int(…) around it");
  }
  if (value.kind === "symbol" || value.kind === "bits" || value.kind === "truth") {
    throw program.error(at, {
      code: "Q504",
      expected: `a known whole number as ${what}`,
      got: valuePhrase(value),
      remedy:
        value.kind === "symbol" ? "give the input a value" : "use if for each case that measured bits have",
    });
  }
  throw wrongType(program, at, `a whole number as ${what}`, value, "write a whole number");
}

function toReal(program: Program, at: Position, value: Value, type: ScalarType): Value {
  if (value.kind === "symbol" && (type.base === "float" || type.size === undefined)) return value;
  if (value.kind === "symbol") {
    throw program.error(at, {
      code: "Q504",
      expected: `a known number for ${typeText(type)}`,
      got: valuePhrase(value),
      remedy: "give the input a value, or leave the size of the type out",
    });
  }
  if (value.kind !== "number") {
    const isMeasured = value.kind === "bits" || value.kind === "truth" || value.kind === "measured angle";
    if (!isMeasured) throw wrongType(program, at, "a number", value, "write a number or an expression");
    throw program.error(at, {
      code: "Q603",
      expected: "a number that does not depend on measured bits",
      got: valuePhrase(value),
      remedy: "put the operation under if, once for each case",
    });
  }
  if (value.truncated) {
    throw program.error(at, {
      code: "Q506",
      expected: "a real number",
      got: `the whole number ${value.value}, what is left of a division with a remainder`,
      remedy: "write one of the numbers with a point, such as 3.0/5, or int(…) around the division",
    });
  }
  if (type.base === "angle" && type.size !== undefined) return toFixedAngle(value.value, type.size);
  if (type.base === "float" && type.size === 32) return toSingle(program, at, value);
  return float(value.value);
}

/** The nearest number of single precision. */
function toSingle(program: Program, at: Position, value: NumberValue): Value {
  const rounded = Math.fround(value.value);
  if (Number.isFinite(rounded)) return float(rounded);
  throw program.error(at, {
    code: "Q505",
    expected: "a number up to 3.4e38 for float[32]",
    got: valuePhrase(value),
    remedy: "use float[64]",
  });
}

/** An angle of n bits: a multiple of 2π/2^n, from 0 to 2π. */
export function toFixedAngle(radians: number, size: number): NumberValue {
  const steps = 2 ** size;
  const turns = radians / (2 * Math.PI);
  const pattern = Math.round((turns - Math.floor(turns)) * steps) % steps;
  return { kind: "number", base: "angle", size, value: (pattern / steps) * 2 * Math.PI };
}

function toInteger(
  program: Program,
  at: Position,
  value: Value,
  { base, size }: ScalarType & { base: "int" | "uint" },
  isCast: boolean,
): Value {
  const text = typeText(size === undefined ? { base } : { base, size });
  if (value.kind === "bits") {
    if (!isCast && !value.single) {
      throw wrongType(program, at, `a value of type ${text}`, value, `write ${text}(…) around it`);
    }
    return readBits(program, at, value, base, size);
  }
  if (value.kind === "truth") {
    return readBits(program, at, { kind: "bits", bits: [value.condition], single: true }, base, size);
  }
  if (value.kind !== "number")
    throw wrongType(program, at, `a value of type ${text}`, value, "write a whole number");
  if (value.base === "angle") {
    throw wrongType(program, at, `a value of type ${text}`, value, "angles do not convert to whole numbers");
  }
  const number = isCast ? Math.trunc(value.value) : value.value;
  if (!Number.isInteger(number)) {
    throw wrongType(program, at, `a value of type ${text}`, value, `write ${text}(…) around it`);
  }
  const result = isCast && size !== undefined ? wrap(value.exact ?? BigInt(number), base, size) : number;
  requireFit(program, at, result, { base, ...(size !== undefined && { size }) }, value);
  return { kind: "number", base, value: result === 0 ? 0 : result, ...(size !== undefined && { size }) };
}

/** Refuses a number that a whole-number type does not hold. */
export function requireFit(
  program: Program,
  at: Position,
  value: number,
  type: ScalarType,
  got: Value,
): void {
  const bits = Math.min(type.size ?? 53, 53);
  const isSigned = type.base === "int";
  const least = isSigned ? -(2 ** (type.size === undefined ? bits : bits - 1)) : 0;
  const most = 2 ** (isSigned && type.size !== undefined ? bits - 1 : bits) - 1;
  if (value >= least && value <= most && Number.isSafeInteger(value)) return;
  throw program.error(at, {
    code: "Q505",
    expected: `a whole number from ${least} to ${most} for ${typeText(type)}`,
    got: valuePhrase(got),
    remedy:
      type.size === undefined || type.size > 53
        ? "use smaller numbers, or a bit register"
        : `use a wider type, or ${typeText(type)}(…) to wrap around`,
  });
}

function wrap(bits: bigint, base: "int" | "uint", size: number): number {
  return Number(base === "int" ? BigInt.asIntN(size, bits) : BigInt.asUintN(size, bits));
}

/** Bits as a whole number: known if all bits are, else bits that are compared as a number. */
function readBits(
  program: Program,
  at: Position,
  value: BitsValue,
  base: "int" | "uint",
  size?: number,
): Value {
  const width = size ?? value.bits.length;
  if (width < value.bits.length) {
    throw wrongType(program, at, `at most ${width} bits`, value, "use a type that holds all bits");
  }
  if (value.bits.every((bit) => bit.kind === "constant")) {
    const pattern = value.bits.reduce((sum, bit, k) => sum + (isSet(bit) ? 1n << BigInt(k) : 0n), 0n);
    const isSigned = base === "int" && size !== undefined;
    const number = Number(isSigned ? BigInt.asIntN(size, pattern) : pattern);
    requireFit(program, at, number, { base, ...(size !== undefined && { size }) }, value);
    return { kind: "number", base, value: number, ...(size !== undefined && { size }) };
  }
  // A sign bit that no bit of the register fills is 0, and then signed and unsigned agree.
  return { kind: "bits", bits: value.bits, single: false, readAs: width > value.bits.length ? "uint" : base };
}

function toBits(
  program: Program,
  at: Position,
  value: Value,
  size: number | undefined,
  isCast: boolean,
): Value {
  const width = size ?? 1;
  const expected = size === undefined ? "a bit" : `${size} bits`;
  if (value.kind === "truth" && width === 1) return bitsOf([value.condition], size);
  if (value.kind === "bits" && value.bits.length === width) return bitsOf(value.bits, size);
  if (value.kind === "measured angle" && isCast && value.bits.length === width)
    return bitsOf(value.bits, size);
  if (value.kind === "number" && (value.base === "int" || value.base === "uint")) {
    const fits = value.value >= 0 && value.value < 2 ** width && Number.isSafeInteger(value.value);
    if (!isCast && (width > 1 || !fits)) {
      throw wrongType(program, at, expected, value, `write a string of bits, or bit[${width}](…) around it`);
    }
    const pattern = exactWhole(value);
    const bits = Array.from({ length: width }, (_, k) => constant(((pattern >> BigInt(k)) & 1n) === 1n));
    return bitsOf(bits, size);
  }
  throw wrongType(program, at, expected, value, "the numbers of bits must agree");
}

function bitsOf(bits: readonly Condition[], size: number | undefined): BitsValue {
  return { kind: "bits", bits, single: size === undefined };
}

function isSet(bit: Condition): boolean {
  return bit.kind === "constant" && bit.value;
}

/** The bits that a value reads, if it reads bits of the circuit as they are. */
export function plainBits(value: BitsValue): number[] | undefined {
  const list = value.bits.map(plainBit);
  return list.every((bit) => bit !== undefined) ? list : undefined;
}
