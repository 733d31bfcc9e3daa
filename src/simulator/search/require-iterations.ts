/** Throws a RangeError unless a number of iterations is a whole number ≥ 0. */
export function requireIterations(subject: string, iterations: number): void {
  if (!Number.isSafeInteger(iterations) || iterations < 0) {
    throw new RangeError(
      `${subject}: expected iterations to be a whole number ≥ 0, got ${iterations}; use optimalIterations(size, marked).`,
    );
  }
}

/** Throws a RangeError unless both phases of a rotation are finite. */
export function requirePhases(subject: string, alpha: number, beta: number): void {
  if (!Number.isFinite(alpha) || !Number.isFinite(beta)) {
    throw new RangeError(
      `${subject}: expected two finite phases in radians, got ${alpha} and ${beta}; π and π give a plain iteration.`,
    );
  }
}
