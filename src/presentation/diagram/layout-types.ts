import type {
  BoxOperation,
  ConditionalOperation,
  LoopOperation,
  Operation,
} from "../../circuit/operation.ts";

/** What all drawings of a circuit can be told. */
export interface DiagramOptions {
  /** `closed` draws a named sub-circuit as one box, `open` as a frame around its steps. Default `closed`. */
  readonly boxes?: "closed" | "open";
  /** Draws the last qubit on top instead of qubit 0. */
  readonly reverse?: boolean;
  /** Writes the state |0⟩ in which every qubit starts, and 0 for classical bits, at the wires. */
  readonly initialStates?: boolean;
  /** Numbers the moments above the wires, from 0. */
  readonly momentNumbers?: boolean;
  /** Starts a new line after so many moments, if the width has not forced one before. */
  readonly foldAt?: number;
}

/** A horizontal line of the drawing. */
export type LayoutRow =
  | { readonly kind: "qubit"; readonly qubit: number; readonly name: string }
  /** A register of classical bits, drawn as one double line. */
  | { readonly kind: "bits"; readonly name: string; readonly bits: readonly number[] }
  /** Where phases stand that belong to no qubit. */
  | { readonly kind: "phase"; readonly name: string };

/** How an operation is drawn on its rows. */
export type LayoutSymbol =
  /** A box over all rows of the operation; rows between that it does not act on pass through. */
  | "box"
  /** ⊕ on a row. */
  | "not"
  /** × on two rows. */
  | "swap"
  /** Dots alone, as for a controlled Z. */
  | "dots"
  /** Dots with the phase beside them. */
  | "phase"
  /** A meter, with a double line to the bit. */
  | "measure"
  | "reset"
  | "barrier"
  /** A phase of no qubit at all, on the row for it. */
  | "globalPhase"
  /** A box on a classical register. */
  | "assign";

/** A dot on a row: filled for 1, open for 0. */
export interface LayoutControl {
  readonly row: number;
  readonly value: 0 | 1;
}

/** A mark on a classical register: where a condition reads, or a measurement writes. */
export interface LayoutRead {
  readonly row: number;
  /** Places in the register. */
  readonly places: readonly number[];
}

/** One operation in the drawing. */
export interface LayoutCell {
  readonly column: number;
  /** The first and the last row that the drawing touches, lines between its parts included. */
  readonly top: number;
  readonly bottom: number;
  readonly symbol: LayoutSymbol;
  readonly operation: Operation;
  /** The rows of the symbol, in the order of the operation's own qubits; without controls. */
  readonly rows: readonly number[];
  readonly controls: readonly LayoutControl[];
  /** The bits that are written or read. */
  readonly reads: readonly LayoutRead[];
  /** The condition of a single gate, drawn as a control on classical wires. The condition counts as an operation too. */
  readonly condition?: ConditionalOperation;
}

/** A group of operations in the drawing. It takes a column of its own on each side. */
export interface LayoutFrame {
  readonly operation: ConditionalOperation | LoopOperation | BoxOperation;
  readonly from: number;
  readonly to: number;
  /** The column between what happens if the condition holds and what happens else. */
  readonly divider?: number;
  readonly top: number;
  readonly bottom: number;
  readonly controls: readonly LayoutControl[];
  readonly reads: readonly LayoutRead[];
  /** How many frames inside start at the same row, and end at the same row: room for their lines is needed first. */
  readonly above: number;
  readonly below: number;
}

/** A circuit on a grid: rows are wires, columns are moments or the sides of frames. */
export interface CircuitLayout {
  readonly rows: readonly LayoutRow[];
  readonly columns: number;
  /** In the order of the circuit's operations. */
  readonly cells: readonly LayoutCell[];
  /** In the order of the circuit's operations: a frame comes before the frames inside it. */
  readonly frames: readonly LayoutFrame[];
  /** The number of each column's moment; nothing for columns that hold sides of frames only. */
  readonly moments: readonly (number | undefined)[];
  /** The lines of the drawing, if `foldAt` was given: columns `from` to `to`, the latter not included. */
  readonly lines: readonly { readonly from: number; readonly to: number }[];
}
