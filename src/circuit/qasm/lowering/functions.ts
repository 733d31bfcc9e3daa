import { type UnaryOperator, unaryExpression } from "../../parameter.ts";
import type { Position } from "../text/sources.ts";
import type { QasmVersion } from "../text/token-table.ts";
import { arithmetic, finite, isWhole } from "./arithmetic.ts";
import { requireFit, toAngle, wrongType } from "./convert.ts";
import type { Program } from "./program.ts";
import { exactWhole, float, unknownFloat, type Value, valuePhrase, whole } from "./value.ts";

/** A built-in function. */
export interface BuiltIn {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  readonly apply: (program: Program, at: Position, args: readonly Value[]) => Value;
}

const versions: Readonly<Record<QasmVersion, ReadonlyMap<string, BuiltIn>>> = {
  2: new Map([
    ["sin", real("sin", Math.sin)],
    ["cos", real("cos", Math.cos)],
    ["tan", real("tan", Math.tan)],
    ["exp", real("exp", Math.exp)],
    ["ln", real("ln", Math.log)],
    ["sqrt", real("sqrt", Math.sqrt)],
    ["asin", real("asin", Math.asin)],
    ["acos", real("acos", Math.acos)],
    ["atan", real("atan", Math.atan)],
  ]),
  3: new Map([
    ["sin", real("sin", Math.sin)],
    ["cos", real("cos", Math.cos)],
    ["tan", real("tan", Math.tan)],
    ["exp", real("exp", Math.exp)],
    ["log", real("ln", Math.log)],
    ["sqrt", real("sqrt", Math.sqrt)],
    ["arcsin", real("asin", Math.asin)],
    ["arccos", real("acos", Math.acos)],
    ["arctan", real("atan", Math.atan)],
    ["floor", real(undefined, Math.floor)],
    ["ceiling", real(undefined, Math.ceil)],
    ["pow", { least: 2, most: 2, apply: (program, at, [a, b]) => arithmetic(program, at, "**", a, b) }],
    ["mod", { least: 2, most: 2, apply: mod }],
    ["popcount", { least: 1, most: 1, apply: popcount }],
    ["rotl", { least: 2, most: 2, apply: (program, at, args) => rotate(program, at, args, 1) }],
    ["rotr", { least: 2, most: 2, apply: (program, at, args) => rotate(program, at, args, -1) }],
    ["sizeof", { least: 1, most: 1, apply: sizeOf }],
  ]),
};

/** The functions that the paper of version 2 does not have. */
const extended2 = new Set(["asin", "acos", "atan"]);

/** The built-in function of this name. */
export function builtIn(program: Program, name: string): BuiltIn | undefined {
  if (program.version === 2 && program.options.strict === true && extended2.has(name)) return undefined;
  return versions[program.version].get(name);
}

/** The names of the built-in functions. */
export function builtInNames(program: Program): string[] {
  return [...versions[program.version].keys()].filter((name) => builtIn(program, name) !== undefined);
}

/** A function of a real number; with an operator, also of a parameter of the circuit. */
function real(operator: UnaryOperator | undefined, compute: (x: number) => number): BuiltIn {
  return {
    least: 1,
    most: 1,
    apply: (program, at, [value]) => {
      if (value.kind === "unknown") return unknownFloat;
      const x = toAngle(program, at, value);
      if (typeof x === "number") return finite(program, at, compute(x), `this function of ${x}`);
      if (operator === undefined) {
        throw program.error(at, {
          code: "Q504",
          expected: "a known number",
          got: valuePhrase(value),
          remedy: "give the input a value",
        });
      }
      const parameter = unaryExpression(operator, x);
      return typeof parameter === "number" ? float(parameter) : { kind: "symbol", parameter };
    },
  };
}

/** The remainder that has the sign of the divisor. */
function mod(program: Program, at: Position, [a, b]: readonly Value[]): Value {
  const remainder = arithmetic(program, at, "%", a, b);
  if (remainder.kind !== "number" || b.kind !== "number") return remainder;
  const value =
    remainder.value !== 0 && remainder.value < 0 !== b.value < 0
      ? remainder.value + b.value
      : remainder.value;
  return { ...remainder, value };
}

/** Number of ones. */
function popcount(program: Program, at: Position, [value]: readonly Value[]): Value {
  if (value.kind === "unknown") return { kind: "unknown", type: { base: "uint" } };
  if (value.kind === "number" && isWhole(value) && value.value >= 0) {
    return whole([...exactWhole(value).toString(2)].filter((digit) => digit === "1").length);
  }
  if (value.kind === "bits") {
    if (value.bits.every((bit) => bit.kind === "constant")) {
      return whole(value.bits.filter((bit) => bit.kind === "constant" && bit.value).length);
    }
    throw program.error(at, {
      code: "Q603",
      expected: "known bits to count",
      got: "bits that are measured",
      remedy: "compare the bits one by one",
    });
  }
  throw wrongType(program, at, "bits or a whole number ≥ 0", value, "count the ones of a register");
}

/** Moves bits around the ring: the bit at k goes to k + by. */
function rotate(program: Program, at: Position, [value, by]: readonly Value[], sign: 1 | -1): Value {
  if (value.kind === "unknown" || by.kind === "unknown") return value;
  if (by.kind !== "number" || !isWhole(by)) {
    throw wrongType(program, at, "a known whole number to rotate by", by, "write a number");
  }
  if (value.kind === "bits") {
    const { bits } = value;
    const size = bits.length;
    const from = (k: number) => (((k - sign * by.value) % size) + size) % size;
    return { ...value, bits: bits.map((_, k) => bits[from(k)]) };
  }
  if (value.kind === "number" && value.base === "uint" && value.size !== undefined) {
    const { size } = value;
    const amount = (((sign * by.value) % size) + size) % size;
    const pattern = exactWhole(value);
    const turned = (pattern << BigInt(amount)) | (pattern >> BigInt(size - amount));
    const result = Number(BigInt.asUintN(size, turned));
    requireFit(program, at, result, value, whole(result));
    return { ...value, value: result };
  }
  throw wrongType(program, at, "bits or a uint with a size", value, "rotate a register");
}

/** Number of elements of a register. */
function sizeOf(program: Program, at: Position, [value]: readonly Value[]): Value {
  if (value.kind === "bits" && !value.single) return whole(value.bits.length);
  if (value.kind === "qubits" && !value.single) return whole(value.qubits.length);
  if (value.kind === "unknown") return { kind: "unknown", type: { base: "uint" } };
  throw wrongType(program, at, "a register", value, "ask for the size of a register");
}
