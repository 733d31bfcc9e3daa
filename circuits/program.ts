import type { Circuit, ComplexEntry } from "../src/index.ts";

/** A circuit, what must come out of it, and who says so. */
export interface Program {
  readonly title: string;
  /** One or a few sentences for a student: what happens and why it is worth a look. Inline markup. */
  readonly explanation: string;
  /** Where the circuit and the expected outcome are stated. */
  readonly source: string;
  readonly circuit: Circuit;
  /** What must come out: consequences of theorems, written down without running the circuit. */
  readonly expect: readonly Expectation[];
}

/** What must come out of a program. Bit strings have qubit 0, or classical bit 0, rightmost. */
export type Expectation =
  | StateExpectation
  | CountsExpectation
  | MostLikelyExpectation
  | MeanExpectation
  | SpectrumExpectation
  | BlockExpectation
  | MapExpectation;

/**
 * The state of all qubits, before measurements at the end. Basis states that are not named have amplitude 0.
 *
 * A circuit that measures before its end must reach this state in every branch, up to a global phase.
 */
export interface StateExpectation {
  readonly kind: "state";
  readonly amplitudes: Readonly<Record<string, ComplexEntry>>;
  /** How many of the highest qubits name a row, where the amplitudes are the entries of a matrix: it is drawn as one. */
  readonly rowQubits?: number;
}

/** The law of the classical bits. A digit x stands for a bit that does not matter; other outcomes have probability 0. */
export interface CountsExpectation {
  readonly kind: "counts";
  readonly law: Readonly<Record<string, number>>;
}

/** The most likely string of classical bits, and the least probability that it must have. */
export interface MostLikelyExpectation {
  readonly kind: "most likely";
  readonly outcome: string;
  readonly least: number;
}

/** The mean of a number that is read off the classical bits. */
export interface MeanExpectation {
  readonly kind: "mean";
  /** What is averaged, in words. */
  readonly what: string;
  /** Its value for an outcome, bit 0 lowest. */
  readonly of: (outcome: number) => number;
  readonly value: number;
}

/** The eigenvalues of the reduced state of some qubits, in descending order; those that are left out are 0. */
export interface SpectrumExpectation {
  readonly kind: "spectrum";
  readonly qubits: readonly number[];
  readonly values: readonly number[];
}

/** The block of the circuit's matrix between the states whose higher qubits are all |0⟩. */
export interface BlockExpectation {
  readonly kind: "block";
  readonly matrix: readonly (readonly number[])[];
}

/** Basis states and the basis states that they go to, each with amplitude 1. */
export interface MapExpectation {
  readonly kind: "map";
  readonly pairs: readonly (readonly [from: number, to: number])[];
}
