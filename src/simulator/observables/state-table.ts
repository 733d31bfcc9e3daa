import type { Amplitudes } from "../amplitudes.ts";
import { bitString } from "../bit-string.ts";
import { requireState } from "./quantum-state.ts";

/** One basis state of a table. */
export interface StateRow {
  /** The number of the basis state. */
  readonly index: number;
  /** The same as a ket, qubit 0 rightmost: `|011⟩`. */
  readonly ket: string;
  readonly amplitude: readonly [re: number, im: number];
  readonly probability: number;
  /** The argument of the amplitude in radians, in (−π, π]. */
  readonly phase: number;
}

/** Which rows a table has, and in which order. */
export interface StateTableOptions {
  /** Basis states of smaller probability are left out (default 1e-12). */
  readonly threshold?: number;
  /** At most so many rows (default 1024). */
  readonly rows?: number;
  /** By number, ascending (default), or by probability, descending. */
  readonly order?: "index" | "probability";
}

/**
 * The basis states of a pure state as rows of plain data, for tables and pictures.
 *
 * Errors: RangeError for what is no state and for a number of rows that is not whole and ≥ 0.
 *
 * @example stateTable(simulate(new Circuit(1).h(0).s(0)))[1]
 * // { index: 1, ket: "|1⟩", amplitude: [0, 0.707…], probability: 0.5, phase: 1.570… }
 */
export function stateTable(state: Amplitudes, options: StateTableOptions = {}): StateRow[] {
  const { threshold = 1e-12, rows = 1024, order = "index" } = options;
  requireState("stateTable", state);
  if (!Number.isInteger(rows) || rows < 0) {
    throw new RangeError(
      `stateTable: expected a whole number ≥ 0 of rows, got ${rows}; 1024 is the default.`,
    );
  }
  const { re, im } = state;
  const kept: { index: number; probability: number }[] = [];
  // In order of number the first rows are enough.
  for (let index = 0; index < re.length && (order === "probability" || kept.length < rows); index++) {
    const probability = re[index] * re[index] + im[index] * im[index];
    if (probability >= threshold) kept.push({ index, probability });
  }
  if (order === "probability") kept.sort((a, b) => b.probability - a.probability || a.index - b.index);
  return kept.slice(0, rows).map(({ index, probability }) => ({
    index,
    ket: `|${bitString(index, state.qubits)}⟩`,
    amplitude: [re[index], im[index]],
    probability,
    // Adding 0 turns −0 into 0, so that a negative real amplitude has phase π and never −π.
    phase: Math.atan2(im[index] + 0, re[index] + 0),
  }));
}
