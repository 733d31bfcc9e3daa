import type { Condition } from "../../condition.ts";
import type { Expression } from "../../parameter.ts";
import type { ScalarBase } from "../syntax/expression.ts";

/** A classical type; without a size, a single bit or a number of the machine's size. */
export interface ScalarType {
  readonly base: ScalarBase;
  readonly size?: number;
}

/** A number that is known when the program is read. Angles without a size are floats. */
export interface NumberValue {
  readonly kind: "number";
  readonly base: "int" | "uint" | "float" | "angle";
  readonly size?: number;
  readonly value: number;
  /** The whole number where a double is not exact. */
  readonly exact?: bigint;
  /** Whether a division of whole numbers left a remainder behind. */
  readonly truncated?: boolean;
}

/** A number that a parameter of the circuit decides. */
export interface SymbolValue {
  readonly kind: "symbol";
  readonly parameter: Expression;
}

/** Bits, each a condition on the bits of the circuit, the lowest first. */
export interface BitsValue {
  readonly kind: "bits";
  readonly bits: readonly Condition[];
  /** Whether this is a bit and not a register. */
  readonly single: boolean;
  /** Set where the bits were cast to a whole number. */
  readonly readAs?: "int" | "uint";
}

/** An angle of n bits that are measured, the lowest first: Σ 2^k b_k · 2π/2^n. */
export interface MeasuredAngleValue {
  readonly kind: "measured angle";
  readonly bits: readonly Condition[];
}

/** True or false, or a condition on the bits of the circuit. */
export interface TruthValue {
  readonly kind: "truth";
  readonly condition: Condition;
}

/** Qubits of the circuit. */
export interface QubitsValue {
  readonly kind: "qubits";
  readonly qubits: readonly number[];
  readonly single: boolean;
}

/** The whole numbers start, start + step, …, stop; what is undefined is the end of what is indexed. */
export interface RangeValue {
  readonly kind: "range";
  readonly start: number | undefined;
  readonly step: number;
  readonly stop: number | undefined;
}

/** Values in braces. */
export interface SetValue {
  readonly kind: "set";
  readonly values: readonly Value[];
}

/** A value of a type that nothing more is known about: an argument, while a definition is checked. */
export interface UnknownValue {
  readonly kind: "unknown";
  readonly type: ScalarType;
}

/** What a subroutine without a result gives. */
export interface NothingValue {
  readonly kind: "nothing";
}

/** What an expression evaluates to. */
export type Value =
  | NumberValue
  | SymbolValue
  | BitsValue
  | MeasuredAngleValue
  | TruthValue
  | QubitsValue
  | RangeValue
  | SetValue
  | UnknownValue
  | NothingValue;

export const nothing: NothingValue = { kind: "nothing" };
export const unknownFloat: UnknownValue = { kind: "unknown", type: { base: "float" } };

/** A known real number. */
export function float(value: number): NumberValue {
  return { kind: "number", base: "float", value };
}

/** A known whole number. */
export function whole(value: number, truncated = false): NumberValue {
  return truncated
    ? { kind: "number", base: "int", value, truncated }
    : { kind: "number", base: "int", value };
}

/** Whether a type is that of angles of so many bits. */
export function isFixedAngle(type: ScalarType): type is { readonly base: "angle"; readonly size: number } {
  return type.base === "angle" && type.size !== undefined;
}

/** The whole number that a value is, exactly. */
export function exactWhole({ exact, value }: NumberValue): bigint {
  return exact ?? BigInt(value);
}

/** A value in the words of a message. */
export function valuePhrase(value: Value): string {
  switch (value.kind) {
    case "number":
      return value.base === "float" || value.base === "angle"
        ? `the real number ${value.value}`
        : `the whole number ${value.exact ?? value.value}`;
    case "symbol":
      return "a number that an input decides";
    case "bits":
      return value.single ? "a bit" : `${value.bits.length} bits`;
    case "measured angle":
      return "an angle of measured bits";
    case "truth":
      return "true or false";
    case "qubits":
      return value.single ? "a qubit" : `${value.qubits.length} qubits`;
    case "range":
      return "a range";
    case "set":
      return "a set";
    case "unknown":
      return `a value of type ${typeText(value.type)}`;
    case "nothing":
      return "nothing";
  }
}

/** A type as it is written. */
export function typeText({ base, size }: ScalarType): string {
  return size === undefined ? base : `${base}[${size}]`;
}
