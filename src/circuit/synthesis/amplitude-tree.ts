/**
 * The rotation angles of the binary tree over a real vector: level l has 2^l nodes, node p of it covers the entries
 * whose top l bits are p.
 *
 * Formula: 2·atan2(norm of the right half, norm of the left half); in the last level the entries with their signs. A
 * node of norm 0 has angle 0.
 * Shape: n levels for 2^n entries. The vector need not be normalised.
 *
 * Errors: RangeError unless there are 2^n finite entries, not all 0.
 *
 * @example amplitudeTree([1, 0, 0, 1]) // [[π/2], [0, π]]
 *
 * Source: Kerenidis and Prakash, arXiv:1603.08675, theorem 5.1; Möttönen et al., quant-ph/0407010.
 */
export function amplitudeTree(values: ArrayLike<number>): Float64Array[] {
  const depth = Math.log2(values.length);
  if (!Number.isInteger(depth)) {
    throw new RangeError(`amplitudeTree: expected 2^n entries, got ${values.length}; pad with zeros.`);
  }
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(
        `amplitudeTree: expected finite entries, got ${values[i]} at ${i}; check the data.`,
      );
    }
    largest = Math.max(largest, Math.abs(values[i]));
  }
  if (largest === 0) {
    throw new RangeError("amplitudeTree: expected an entry that is not 0, got none; a state needs one.");
  }
  // Scaled so that no square overflows or vanishes.
  let norms = Float64Array.from({ length: values.length }, (_, i) => values[i] / largest);
  const levels: Float64Array[] = [];
  while (norms.length > 1) {
    const half = norms.length / 2;
    const angles = new Float64Array(half);
    const above = new Float64Array(half);
    for (let p = 0; p < half; p++) {
      angles[p] = 2 * Math.atan2(norms[2 * p + 1], norms[2 * p]);
      above[p] = Math.hypot(norms[2 * p], norms[2 * p + 1]);
    }
    levels.unshift(angles);
    norms = above;
  }
  return levels;
}
