import type { ComplexMatrix } from "./complex-matrix.ts";
import type { Condition } from "./condition.ts";
import type { Control } from "./control.ts";
import type { GateName } from "./gate-table.ts";
import type { Parameter } from "./parameter.ts";

/** A gate of the table, under further controls. `qubits` starts with the gate's own controls. */
export interface GateOperation {
  readonly kind: "gate";
  readonly gate: GateName;
  readonly parameters: readonly Parameter[];
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

/**
 * A named sub-circuit that stays together in drawings and counts.
 *
 * Its operations have a matrix or are barriers, and act on qubits of their own: qubit k of the body is `qubits[k]`.
 */
export interface BoxOperation {
  readonly kind: "box";
  readonly label: string;
  readonly qubits: readonly number[];
  readonly operations: readonly Operation[];
  readonly controls: readonly Control[];
}

/** Operations that happen if a condition on the classical bits holds, and others that happen if it does not. */
export interface ConditionalOperation {
  readonly kind: "conditional";
  readonly condition: Condition;
  readonly operations: readonly Operation[];
  readonly otherwise: readonly Operation[];
}

/** Operations that are done over and over while a condition holds, at most `limit` times. */
export interface LoopOperation {
  readonly kind: "while";
  readonly condition: Condition;
  readonly operations: readonly Operation[];
  /** The most rounds; running into it is an error. */
  readonly limit: number;
}

/** Sets a classical bit to whether a condition holds. */
export interface AssignOperation {
  readonly kind: "assign";
  readonly bit: number;
  readonly value: Condition;
}

/** The operations that have a matrix. */
export type UnitaryKindOperation =
  | GateOperation
  | UnitaryOperation
  | LookupOperation
  | PhaseOracleOperation
  | ReflectUniformOperation
  | QftOperation
  | BoxOperation;

/** One step of a circuit, as plain data. */
export type Operation =
  | UnitaryKindOperation
  | MeasureOperation
  | ResetOperation
  | BarrierOperation
  | ConditionalOperation
  | LoopOperation
  | AssignOperation;

/** Whether an operation has a matrix (and so can be inverted and controlled). */
export function isUnitary(operation: Operation): operation is UnitaryKindOperation {
  return "controls" in operation;
}
