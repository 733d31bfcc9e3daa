/** Throws a RangeError unless a number is a probability. */
export function requireProbability(subject: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(
      `${subject}: expected ${name} from 0 to 1, got ${String(value)}; it is a probability.`,
    );
  }
}
