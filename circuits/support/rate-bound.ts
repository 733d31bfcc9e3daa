/** The probability that a correct program whose law is known by rates fails its comparison. */
export const falseAlarm = 1e-6;

/**
 * How far rates may lie from their probabilities: √(ln(2k/α)/(2N)) for k outcomes in N runs.
 *
 * By Hoeffding's inequality and the union bound some rate lies farther with probability at most α = 1e-6.
 *
 * @example rateBound(4096, 4) // 0.044
 */
export function rateBound(shots: number, outcomes: number): number {
  return Math.sqrt(Math.log((2 * outcomes) / falseAlarm) / (2 * shots));
}
