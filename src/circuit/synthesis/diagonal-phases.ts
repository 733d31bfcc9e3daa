import type { Operation } from "../operation.ts";
import { uniformlyControlledRotation } from "./uniformly-controlled-rotation.ts";

/**
 * Multiplies each basis state of some qubits by its own phase: |i⟩ → e^{i·phases[i]}|i⟩, bit k of i being `qubits[k]`.
 *
 * Formula: the phase differences along the lowest qubit are a uniformly controlled RZ, the means are a diagonal on the
 * others; what is left at the end is a global phase.
 * Cost: 2^n − 2 CNOT, 2^n − 1 RZ and one global phase for n ≥ 1 qubits.
 *
 * Errors: RangeError when there are not 2^n phases.
 *
 * Source: Bullock and Markov, quant-ph/0303039; Möttönen et al., quant-ph/0407010.
 */
export function diagonalPhases(phases: ArrayLike<number>, qubits: readonly number[]): Operation[] {
  if (phases.length !== 2 ** qubits.length) {
    throw new RangeError(
      `diagonalPhases: expected ${2 ** qubits.length} phases for ${qubits.length} qubits, got ${phases.length}; pass one for each state.`,
    );
  }
  const steps: Operation[] = [];
  let means = Float64Array.from(phases);
  for (let level = 0; level < qubits.length; level++) {
    const pairs = means.length / 2;
    const before = means;
    const differences = Float64Array.from({ length: pairs }, (_, p) => before[2 * p + 1] - before[2 * p]);
    steps.push(...uniformlyControlledRotation("rz", differences, qubits.slice(level + 1), qubits[level]));
    means = Float64Array.from({ length: pairs }, (_, p) => (before[2 * p + 1] + before[2 * p]) / 2);
  }
  steps.push({ kind: "gate", gate: "gphase", parameters: [means[0]], qubits: [], controls: [] });
  return steps;
}
