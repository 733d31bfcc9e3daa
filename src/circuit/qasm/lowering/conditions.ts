import type { Condition } from "../../condition.ts";

/** Always and never. */
export const always: Condition = Object.freeze({ kind: "constant", value: true });
export const never: Condition = Object.freeze({ kind: "constant", value: false });

/** The most bits that a number compares with exactly. */
const exactBits = 50;

/** The constant condition. */
export function constant(value: boolean): Condition {
  return value ? always : never;
}

/** The bit is 1. */
export function isOne(bit: number): Condition {
  return { kind: "equals", bits: [bit], value: 1 };
}

/** The bit that a condition reads, if it is no more than that. */
export function plainBit(condition: Condition): number | undefined {
  if (condition.kind !== "equals" || condition.bits.length !== 1 || condition.value !== 1) return undefined;
  return condition.bits[0];
}

/** Not a. */
export function not(a: Condition): Condition {
  if (a.kind === "constant") return constant(!a.value);
  if (a.kind === "not") return a.of;
  if (a.kind === "equals" && a.bits.length === 1) return { ...a, value: 1 - a.value };
  return { kind: "not", of: a };
}

/** a and b. */
export function and(a: Condition, b: Condition): Condition {
  if (a.kind === "constant") return a.value ? b : never;
  if (b.kind === "constant") return b.value ? a : never;
  return { kind: "and", left: a, right: b };
}

/** a or b. */
export function or(a: Condition, b: Condition): Condition {
  if (a.kind === "constant") return a.value ? always : b;
  if (b.kind === "constant") return b.value ? always : a;
  return { kind: "or", left: a, right: b };
}

/** Exactly one of a and b. */
export function xor(a: Condition, b: Condition): Condition {
  if (a.kind === "constant") return a.value ? not(b) : b;
  if (b.kind === "constant") return b.value ? not(a) : a;
  return { kind: "xor", left: a, right: b };
}

/** The bits, lowest first, read as this number. */
export function equalsNumber(bits: readonly Condition[], value: bigint): Condition {
  if (value < 0n || value >> BigInt(bits.length) > 0n) return never;
  const plain = bits.map(plainBit);
  if (!plain.every((bit) => bit !== undefined)) {
    return bits.reduce((all, bit, k) => and(all, (value >> BigInt(k)) & 1n ? bit : not(bit)), always);
  }
  let all = always;
  for (let k = 0; k < plain.length; k += exactBits) {
    const part = plain.slice(k, k + exactBits);
    const piece = (value >> BigInt(k)) & ((1n << BigInt(part.length)) - 1n);
    all = and(all, { kind: "equals", bits: part, value: Number(piece) });
  }
  return all;
}

/** The bits compare so with a number; undefined where that cannot be said. */
export function comparesWith(
  bits: readonly Condition[],
  operator: "<" | "<=" | ">" | ">=",
  value: bigint,
): Condition | undefined {
  if (value < 0n) return constant(operator === ">" || operator === ">=");
  if (value >> BigInt(bits.length) > 0n) return constant(operator === "<" || operator === "<=");
  const known = bits.map((bit) => (bit.kind === "constant" ? bit.value : undefined));
  if (known.every((bit) => bit !== undefined)) {
    const number = known.reduce((sum, bit, k) => sum + (bit ? 1n << BigInt(k) : 0n), 0n);
    if (operator === "<") return constant(number < value);
    if (operator === "<=") return constant(number <= value);
    return constant(operator === ">" ? number > value : number >= value);
  }
  const plain = bits.map(plainBit);
  if (bits.length > exactBits || !plain.every((bit) => bit !== undefined)) return undefined;
  return { kind: "compare", bits: plain, operator, value: Number(value) };
}
