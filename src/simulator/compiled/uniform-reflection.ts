/** Entries below this modulus are taken for rounding. */
const tiny = 1e-14;

/** Whether a one-qubit gate only multiplies basis states by phases, or exchanges them and does so. */
export function isMonomial(matrix: Float64Array): boolean {
  return isSmall(matrix, 2, 4) || isSmall(matrix, 0, 6);
}

/** Sets the entries of a monomial gate that are rounding to 0. */
export function cleaned(matrix: Float64Array): Float64Array {
  const result = matrix.slice();
  const [a, d] = isSmall(matrix, 2, 4) ? [2, 4] : [0, 6];
  for (const at of [a, a + 1, d, d + 1]) result[at] = 0;
  return result;
}

function isSmall(matrix: Float64Array, a: number, d: number): boolean {
  return Math.hypot(matrix[a], matrix[a + 1], matrix[d], matrix[d + 1]) < tiny;
}

/** Whether a gate takes the uniform superposition of a qubit to a basis state, up to a phase. */
export function takesUniformTo(matrix: Float64Array, value: number): boolean {
  // The other row of the matrix has entries that cancel.
  const at = value === 1 ? 0 : 4;
  return Math.hypot(matrix[at] + matrix[at + 2], matrix[at + 1] + matrix[at + 3]) < tiny;
}
