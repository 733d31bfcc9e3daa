import type { Position } from "../text/sources.ts";
import { constant } from "./conditions.ts";
import { toWhole, wrongType } from "./convert.ts";
import type { Program } from "./program.ts";
import type { BitsValue, QubitsValue, Value } from "./value.ts";

/** An element or a part of a register, or a bit of a whole number. */
export function element(program: Program, at: Position, value: Value, index: Value): Value {
  if (value.kind === "unknown") {
    if (value.type.base === "float" || value.type.base === "bool") throw notIndexed(program, at, value);
    return unknownPart(value.type.base, index);
  }
  const list = registerOf(value);
  if ((list.kind !== "qubits" && list.kind !== "bits") || list.single) {
    throw notIndexed(program, at, value);
  }
  const size = list.kind === "qubits" ? list.qubits.length : list.bits.length;
  if (index.kind === "unknown") return { ...unknownPart(list.kind, index) };
  if (index.kind !== "range" && index.kind !== "set") {
    const k = toWhole(program, at, index, "an index");
    return k === undefined ? unknownPart(list.kind, index) : part(list, [place(program, at, k, size)], true);
  }
  const places =
    index.kind === "range"
      ? rangePlaces(program, at, index, size)
      : index.values.map((k) => place(program, at, toWhole(program, at, k, "an index") ?? 0, size));
  if (list.kind === "qubits" && new Set(places).size < places.length && !program.isLenient) {
    throw program.error(at, {
      code: "Q403",
      expected: "different qubits",
      got: "one of them twice in a set",
      remedy: "list each index once",
    });
  }
  return part(list, places, false);
}

function notIndexed(program: Program, at: Position, value: Value) {
  return wrongType(program, at, "a register to index", value, "index registers only");
}

/** a ++ b. */
export function concatenate(program: Program, at: Position, left: Value, right: Value): Value {
  if (left.kind === "unknown") return left;
  if (right.kind === "unknown") return right;
  if (left.kind === "qubits" && right.kind === "qubits") {
    return { kind: "qubits", qubits: [...left.qubits, ...right.qubits], single: false };
  }
  if (left.kind === "bits" && right.kind === "bits") {
    return { kind: "bits", bits: [...left.bits, ...right.bits], single: false };
  }
  const wrong = left.kind === "qubits" || left.kind === "bits" ? right : left;
  throw wrongType(
    program,
    at,
    "registers of one kind to join",
    wrong,
    "join qubits with qubits, bits with bits",
  );
}

/** The place of an index: negative ones count from the end. */
export function place(program: Program, at: Position, index: number, size: number): number {
  const from = index < 0 && program.version === 3 ? index + size : index;
  if (from >= 0 && from < size) return from;
  // Out of reach, any element will do.
  if (program.isLenient) return 0;
  throw program.error(at, {
    code: "Q404",
    expected: `an index from 0 to ${size - 1}`,
    got: String(index),
    remedy: "indices count from 0; make the register larger or the index smaller",
  });
}

function rangePlaces(
  program: Program,
  at: Position,
  range: Value & { readonly kind: "range" },
  size: number,
): number[] {
  const { step } = range;
  const start = place(program, at, range.start ?? (step > 0 ? 0 : size - 1), size);
  const stop = place(program, at, range.stop ?? (step > 0 ? size - 1 : 0), size);
  const places: number[] = [];
  for (let k = start; step > 0 ? k <= stop : k >= stop; k += step) places.push(k);
  if (places.length > 0 || program.isLenient) return places.length > 0 ? places : [0];
  throw program.error(at, {
    code: "Q404",
    expected: "a range with elements",
    got: `none from ${start} to ${stop} by ${step}`,
    remedy: "order the bounds, or change the sign of the step",
  });
}

function part(list: QubitsValue | BitsValue, places: readonly number[], single: boolean): Value {
  if (list.kind === "qubits") return { kind: "qubits", qubits: places.map((k) => list.qubits[k]), single };
  return { kind: "bits", bits: places.map((k) => list.bits[k]), single };
}

/** What is indexed: a register, or the bits of a number. */
function registerOf(value: Value): Value {
  if (value.kind === "measured angle") return { kind: "bits", bits: value.bits, single: false };
  return value.kind === "number" ? numberBits(value) : value;
}

/** The bits of a whole number that has a size, two's complement. */
function numberBits(value: Value & { readonly kind: "number" }): Value {
  const { base, size, value: number } = value;
  if ((base !== "int" && base !== "uint") || size === undefined) return value;
  const pattern = BigInt.asUintN(size, BigInt(number));
  const bits = Array.from({ length: size }, (_, k) => constant(((pattern >> BigInt(k)) & 1n) === 1n));
  return { kind: "bits", bits, single: false };
}

function unknownPart(kind: string, index: Value): Value {
  const isPart = index.kind === "range" || index.kind === "set";
  if (kind === "qubits") return { kind: "qubits", qubits: [], single: !isPart };
  return { kind: "unknown", type: { base: "bit" } };
}
