import type { Stretch } from "./stretch.ts";

/** Entries below this modulus are rounding, and taken for 0. */
const tiny = 1e-16;

/**
 * Adds a unitary 2 × 2 matrix, entries as pairs of parts row by row, as phases and one scaled rotation.
 *
 * Formula: U = e^{iα} P(φ) R P(λ), R = cos·[[1, −t], [t, 1]]. With |t| > 1 the columns are exchanged first, U = U'X, so
 * that |t| ≤ 1 and the factor is never small.
 */
export function addOneQubit(stretch: Stretch, qubit: number, matrix: ArrayLike<number>): void {
  const swapped = Math.hypot(matrix[0], matrix[1]) < Math.hypot(matrix[4], matrix[5]);
  if (swapped) stretch.steps.push({ kind: "flip", qubit });
  const [a, b] = swapped ? [2, 0] : [0, 2];
  const [c, d] = [a + 4, b + 4];
  const bit = 1 << qubit;
  const cosine = Math.hypot(matrix[a], matrix[a + 1]);
  const sine = Math.hypot(matrix[c], matrix[c + 1]);
  const alpha = Math.atan2(matrix[a + 1], matrix[a]);
  const delta = Math.atan2(matrix[d + 1], matrix[d]);
  stretch.angle += alpha;
  if (sine <= tiny) {
    stretch.addPhase(bit, bit, delta - alpha);
    return;
  }
  const gamma = Math.atan2(matrix[c + 1], matrix[c]);
  stretch.addPhase(bit, bit, delta - gamma);
  const tangent = sine / cosine;
  stretch.steps.push({ kind: "rotate", qubit, tangent, cosine: 1 / Math.sqrt(1 + tangent * tangent) });
  stretch.addPhase(bit, bit, gamma - alpha);
}
