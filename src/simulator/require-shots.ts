/** Refuses a number of shots that is not whole and ≥ 0. Errors: RangeError that names the subject. */
export function requireShots(subject: string, shots: number): void {
  if (!Number.isSafeInteger(shots) || shots < 0) {
    throw new RangeError(`${subject}: expected a whole number ≥ 0 of shots, got ${shots}; round it.`);
  }
}
