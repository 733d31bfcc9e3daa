import type { ComplexMatrix } from "./complex-matrix.ts";
import type { Control } from "./control.ts";
import type { GateName } from "./gate-table.ts";

/** A gate of the table, under further controls. `qubits` starts with the gate's own controls. */
export interface GateOperation {
  readonly kind: "gate";
  readonly gate: GateName;
  readonly parameters: readonly number[];
  readonly qubits: readonly number[];
  readonly controls: readonly Control[];
}

/** A dense unitary matrix on a few qubits; bit k of a row number belongs to `qubits[k]`. */
export interface UnitaryOperation {
  readonly kind: "unitary";
  readonly matrix: ComplexMatrix;
  readonly qubits: readonly number[];
  readonly controls: readonly Control[];
  /** What it is called in drawings and counts. */
  readonly label?: string;
}

/** A table look-up |x⟩|z⟩ → |x⟩|z ⊕ table[x]⟩; bit k of x belongs to `inputs[k]`, bit k of z to `outputs[k]`. */
export interface LookupOperation {
  readonly kind: "lookup";
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly table: Uint32Array;
  readonly controls: readonly Control[];
  readonly label?: string;
}

/** The phase e^{i·phase} on listed basis states of some qubits; bit k of a state belongs to `qubits[k]`. */
export interface PhaseOracleOperation {
  readonly kind: "phaseOracle";
  readonly qubits: readonly number[];
  /** The marked states, strictly ascending. */
  readonly marked: Uint32Array;
  readonly phase: number;
  readonly controls: readonly Control[];
  readonly label?: string;
}

/**
 * The reflection (1 − e^{−iα})|s⟩⟨s| − 1 about the uniform superposition |s⟩ of some qubits.
 *
 * α = π gives Grover's 2|s⟩⟨s| − 1; other α give −(1 − (1 − e^{−iα})|s⟩⟨s|) of fixed-point and exact search.
 */
export interface ReflectUniformOperation {
  readonly kind: "reflectUniform";
  readonly qubits: readonly number[];
  readonly alpha: number;
  readonly controls: readonly Control[];
}

/** The Fourier transform |x⟩ → 2^{−k/2} Σ_y e^{±2πi xy/2^k}|y⟩, plus sign unless inverse; `qubits[0]` is the low bit of x and y. */
export interface QftOperation {
  readonly kind: "qft";
  readonly qubits: readonly number[];
  readonly inverse: boolean;
  readonly controls: readonly Control[];
}

/** Measures a qubit in the computational basis into a classical bit. */
export interface MeasureOperation {
  readonly kind: "measure";
  readonly qubit: number;
  readonly bit: number;
}

/** Puts a qubit to |0⟩, whatever it was. */
export interface ResetOperation {
  readonly kind: "reset";
  readonly qubit: number;
}

/** A mark that operations are not moved across; it does nothing. */
export interface BarrierOperation {
  readonly kind: "barrier";
  readonly qubits: readonly number[];
}

/** Operations that happen only if some classical bits, read as a number with `bits[0]` lowest, have a value. */
export interface ConditionalOperation {
  readonly kind: "conditional";
  readonly bits: readonly number[];
  readonly value: number;
  readonly operations: readonly Operation[];
}

/** The operations that have a matrix. */
export type UnitaryKindOperation =
  | GateOperation
  | UnitaryOperation
  | LookupOperation
  | PhaseOracleOperation
  | ReflectUniformOperation
  | QftOperation;

/** One step of a circuit, as plain data. */
export type Operation =
  | UnitaryKindOperation
  | MeasureOperation
  | ResetOperation
  | BarrierOperation
  | ConditionalOperation;

/** Whether an operation has a matrix (and so can be inverted and controlled). */
export function isUnitary(operation: Operation): operation is UnitaryKindOperation {
  return "controls" in operation;
}
