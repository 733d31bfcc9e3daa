import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";

/**
 * What is done to a tile, as plain data. Qubits are those of the steps; the encoder knows where each of them lies.
 */
export type TileStep = RotationSweep | DiagonalSweep | PhaseWhere | MatrixWhere;

/** Scaled rotations of up to three qubits of the tile, then an exchange of the 2, 4 or 8 places. */
export interface RotationSweep {
  readonly kind: "rotations";
  readonly qubits: readonly number[];
  readonly tangents: readonly number[];
  /** Where the value of each place goes; bit k of a place is `qubits[k]`. */
  readonly places: readonly number[];
}

/** A phase for each basis state of the tile, times a factor, and what the outer qubits add. */
export interface DiagonalSweep {
  readonly kind: "diagonal";
  /** The factor of all entries: its modulus and its angle. */
  readonly scale: number;
  readonly angle: number;
  /** Terms of one or two qubits of the tile. */
  readonly inner: readonly PhaseTerm[];
  /** Terms of a qubit of the tile and then one outside. */
  readonly crossing: readonly PhaseTerm[];
  /** Terms of one or two qubits outside. */
  readonly outer: readonly PhaseTerm[];
}

/** The phase e^{i·angle} where all these qubits are 1. */
export interface PhaseTerm {
  readonly qubits: readonly number[];
  readonly angle: number;
}

/** The phase e^{i·angle} where x & mask = value, inside the tile and outside. */
export interface PhaseWhere {
  readonly kind: "phase";
  readonly mask: number;
  readonly value: number;
  readonly angle: number;
}

/** A matrix on qubits of the tile where x & mask = value, inside the tile and outside. */
export interface MatrixWhere {
  readonly kind: "matrix";
  readonly targets: readonly number[];
  readonly mask: number;
  readonly value: number;
  readonly matrix: ComplexMatrix;
}
