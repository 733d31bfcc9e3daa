import type { StateVector } from "../../src/simulator/state-vector.ts";

/** The largest |a − b| over all amplitudes, global phase included; infinite for different sizes. */
export function stateDifference(a: StateVector, b: StateVector): number {
  if (a.size !== b.size) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let k = 0; k < a.size; k++) {
    largest = Math.max(largest, Math.hypot(a.re[k] - b.re[k], a.im[k] - b.im[k]));
  }
  return largest;
}
