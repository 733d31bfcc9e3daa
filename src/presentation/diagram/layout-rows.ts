import type { Circuit } from "../../circuit/circuit.ts";
import type { LayoutRow } from "./layout-types.ts";
import { singleLine } from "./notation.ts";

/** The rows of a circuit, and where its qubits and bits are on them. */
export interface LayoutRows {
  readonly rows: readonly LayoutRow[];
  readonly qubitRow: Int32Array;
  readonly bitRow: Int32Array;
  /** The place of each bit in its register. */
  readonly bitPlace: Int32Array;
  /** The row of phases that belong to no qubit, or −1. */
  readonly phaseRow: number;
}

/** Makes the rows: one for each qubit, then one for each classical register; bits in no register form one called c. */
export function layoutRows(circuit: Circuit, reverse: boolean, withPhase: boolean): LayoutRows {
  const rows: LayoutRow[] = [];
  const phaseRow = withPhase ? 0 : -1;
  if (withPhase) rows.push({ kind: "phase", name: "phase" });
  const names = qubitNames(circuit);
  const qubitRow = new Int32Array(circuit.qubits);
  for (let k = 0; k < circuit.qubits; k++) {
    const qubit = reverse ? circuit.qubits - 1 - k : k;
    qubitRow[qubit] = rows.length;
    rows.push({ kind: "qubit", qubit, name: names[qubit] });
  }
  const bitRow = new Int32Array(circuit.bits).fill(-1);
  const bitPlace = new Int32Array(circuit.bits);
  const addBits = (name: string, bits: readonly number[]) => {
    bits.forEach((bit, place) => {
      bitRow[bit] = rows.length;
      bitPlace[bit] = place;
    });
    rows.push({ kind: "bits", name, bits });
  };
  for (const { name, start, size } of circuit.registers.bitRegisters ?? []) {
    const bits = Array.from({ length: size }, (_, k) => start + k).filter((bit) => bit < circuit.bits);
    if (bits.length > 0) addBits(singleLine(name), bits);
  }
  const rest = Array.from(bitRow.keys()).filter((bit) => bitRow[bit] < 0);
  if (rest.length > 0) addBits("c", rest);
  return { rows, qubitRow, bitRow, bitPlace, phaseRow };
}

/** What each qubit is called: its place in a named register, or `q` with its number. */
export function qubitNames(circuit: Circuit): string[] {
  const names = Array.from({ length: circuit.qubits }, (_, k) => `q${k}`);
  for (const { name, start, size } of circuit.registers.qubitRegisters ?? []) {
    for (let k = 0; k < size && start + k < circuit.qubits; k++) {
      names[start + k] = size === 1 ? singleLine(name) : `${singleLine(name)}[${k}]`;
    }
  }
  return names;
}

/** What lists of bits are called, given the rows: a whole register by its name, a range, one bit, or all by name. */
export function bitsNamed(rows: readonly LayoutRow[]): (bits: readonly number[]) => string {
  const places = new Map<number, { name: string; place: number; size: number }>();
  for (const row of rows) {
    if (row.kind !== "bits") continue;
    row.bits.forEach((bit, place) => {
      places.set(bit, { name: row.name, place, size: row.bits.length });
    });
  }
  const single = (bit: number) => {
    const found = places.get(bit);
    if (found === undefined) return `c[${bit}]`;
    return found.size === 1 ? found.name : `${found.name}[${found.place}]`;
  };
  return (bits) => {
    if (bits.length === 1) return single(bits[0]);
    const found = bits.map((bit) => places.get(bit));
    const [first] = found;
    const run =
      first !== undefined && found.every((at, k) => at?.name === first.name && at.place === first.place + k);
    if (!run) return `(${bits.map(single).join(", ")})`;
    if (first.size === bits.length) return first.name;
    return `${first.name}[${first.place}..${first.place + bits.length - 1}]`;
  };
}
