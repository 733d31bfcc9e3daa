import type { Operation } from "../operation.ts";
import { amplitudeTree } from "./amplitude-tree.ts";
import { uniformlyControlledRotation } from "./uniformly-controlled-rotation.ts";

/**
 * Prepares one of several real vectors, by the state of other qubits: |i⟩|0…0⟩ → |i⟩ Σ_k vectors[i][k]|k⟩ / ‖vectors[i]‖.
 *
 * The trees of all vectors are walked at once: the rotation of a level is controlled by the selecting qubits and by the
 * higher targets. A vector of zeros leaves |0…0⟩.
 * Cost on s selecting and n target qubits: 2^s (2^n − 1) CNOT and as many RY (s ≥ 1).
 *
 * Errors: RangeError unless there are 2^s vectors of 2^n ≥ 2 finite entries.
 *
 * Source: Kerenidis and Prakash, arXiv:1603.08675, section 5 (the map U_R of a row data structure).
 */
export function prepareSelectedState(
  vectors: readonly ArrayLike<number>[],
  select: readonly number[],
  targets: readonly number[],
): Operation[] {
  const n = targets.length;
  if (vectors.length !== 2 ** select.length || n === 0) {
    throw new RangeError(
      `prepareSelectedState: expected ${2 ** select.length} vectors and at least one target, got ${vectors.length} and ${n}; pass one vector for each selecting state.`,
    );
  }
  const trees = vectors.map((vector) => {
    if (vector.length !== 2 ** n) {
      throw new RangeError(
        `prepareSelectedState: expected vectors of ${2 ** n} entries, got ${vector.length}; pad with zeros.`,
      );
    }
    return Array.from(vector).every((entry) => entry === 0) ? undefined : amplitudeTree(vector);
  });
  return targets.flatMap((_, level) => {
    const nodes = 2 ** level;
    const angles = new Float64Array(nodes * vectors.length);
    trees.forEach((tree, i) => {
      if (tree !== undefined) angles.set(tree[level], i * nodes);
    });
    const controls = [...targets.slice(n - level), ...select];
    return uniformlyControlledRotation("ry", angles, controls, targets[n - 1 - level]);
  });
}
