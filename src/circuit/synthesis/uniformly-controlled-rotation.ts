import type { Operation } from "../operation.ts";

/**
 * A rotation whose angle depends on other qubits: on control state i (bit m of i is `controls[m]`) by `angles[i]`.
 *
 * Formula: rotations by θ'_j = 2^{−k} Σ_i (−1)^{i·g_j} θ_i with the Gray code g_j, a CNOT after each from the control
 * in which g_j and g_{j+1} differ.
 * Cost: 2^k CNOT and 2^k rotations for k ≥ 1 controls; one rotation for none.
 *
 * Errors: RangeError when there are not 2^k angles.
 *
 * Source: Möttönen, Vartiainen, Bergholm and Salomaa, quant-ph/0404089, section II; quant-ph/0407010.
 */
export function uniformlyControlledRotation(
  gate: "ry" | "rz",
  angles: ArrayLike<number>,
  controls: readonly number[],
  target: number,
): Operation[] {
  const size = 2 ** controls.length;
  if (angles.length !== size) {
    throw new RangeError(
      `uniformlyControlledRotation: expected ${size} angles for ${controls.length} controls, got ${angles.length}; pass one for each control state.`,
    );
  }
  const spectrum = walshTransform(angles);
  return Array.from({ length: size }, (_, j): Operation[] => {
    const gray = j ^ (j >> 1);
    const rotation: Operation = {
      kind: "gate",
      gate,
      parameters: [spectrum[gray] / size],
      qubits: [target],
      controls: [],
    };
    if (size === 1) return [rotation];
    // The bit that changes next is the lowest 1 of j + 1; after the last code word it is the highest bit.
    const next = j + 1 < size ? 31 - Math.clz32((j + 1) & -(j + 1)) : controls.length - 1;
    return [
      rotation,
      { kind: "gate", gate: "cx", parameters: [], qubits: [controls[next], target], controls: [] },
    ];
  }).flat();
}

/** Σ_i (−1)^{i·j} values[i] for each j, i·j the parity of common bits. */
function walshTransform(values: ArrayLike<number>): Float64Array {
  const result = Float64Array.from(values);
  for (let half = 1; half < result.length; half *= 2) {
    for (let i = 0; i < result.length; i++) {
      if ((i & half) !== 0) continue;
      const [a, b] = [result[i], result[i | half]];
      result[i] = a + b;
      result[i | half] = a - b;
    }
  }
  return result;
}
