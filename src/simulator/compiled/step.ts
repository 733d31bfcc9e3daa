import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";

/** cos·(a − t·b, b + t·a) on a qubit, with |t| ≤ 1. The cosines of many rotations are multiplied in at once, later. */
export interface RotateStep {
  readonly kind: "rotate";
  readonly qubit: number;
  readonly tangent: number;
  readonly cosine: number;
}

/** The phase e^{i·angle} where a qubit is 1. */
export interface TurnStep {
  readonly kind: "turn";
  readonly qubit: number;
  readonly angle: number;
}

/** The phase e^{i·angle} where two qubits are 1. */
export interface TurnPairStep {
  readonly kind: "turnPair";
  readonly first: number;
  readonly second: number;
  readonly angle: number;
}

/** The phase e^{i·angle} on the basis states x with x & mask = value. */
export interface PhaseStep {
  readonly kind: "phase";
  readonly mask: number;
  readonly value: number;
  readonly angle: number;
}

/** X on the target where the control is 1. */
export interface ExchangeStep {
  readonly kind: "exchange";
  readonly control: number;
  readonly target: number;
}

/** A matrix on some qubits where x & mask = value; bit k of a row number is `targets[k]`. */
export interface MatrixStep {
  readonly kind: "matrix";
  readonly targets: readonly number[];
  readonly mask: number;
  readonly value: number;
  readonly matrix: ComplexMatrix;
}

/** 1 + (e^{i·angle} − 1)|s⟩⟨s|, |s⟩ the uniform superposition of all qubits: the mean of all amplitudes is turned. */
export interface MeanStep {
  readonly kind: "mean";
  readonly angle: number;
}

/** X on a qubit. */
export interface FlipStep {
  readonly kind: "flip";
  readonly qubit: number;
}

/** Two qubits change places. */
export interface SwapStep {
  readonly kind: "swap";
  readonly first: number;
  readonly second: number;
}

/** What remains of a circuit when flips and swaps are resolved. */
export type Step = TileableStep | MeanStep;

/** What can be done one tile after the other. */
export type TileableStep = RotateStep | TurnStep | TurnPairStep | PhaseStep | ExchangeStep | MatrixStep;

/** What operations are lowered to. */
export type LoweredStep = Step | FlipStep | SwapStep;

/** The qubits that a step does more to than to multiply by phases, as a mask. */
export function actsOn(step: Step): number {
  switch (step.kind) {
    case "rotate":
      return 1 << step.qubit;
    case "exchange":
      return 1 << step.target;
    case "matrix":
      return maskOf(step.targets);
    case "mean":
      // All, and more than any tile has.
      return -1;
    default:
      return 0;
  }
}

/** The qubits whose values only decide what a step does, as a mask. */
export function reads(step: Step): number {
  switch (step.kind) {
    case "turn":
      return 1 << step.qubit;
    case "turnPair":
      return (1 << step.first) | (1 << step.second);
    case "phase":
    case "matrix":
      return step.mask;
    case "exchange":
      return 1 << step.control;
    default:
      return 0;
  }
}

/** Some qubits as a mask. */
export function maskOf(qubits: readonly number[]): number {
  let mask = 0;
  for (const qubit of qubits) mask |= 1 << qubit;
  return mask;
}

/** The qubits of a mask, ascending. */
export function qubitsIn(mask: number): number[] {
  const qubits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) qubits.push(31 - Math.clz32(rest & -rest));
  return qubits;
}
