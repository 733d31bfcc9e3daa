import type { Amplitudes } from "../amplitudes.ts";
import { subspace } from "./subspace.ts";

/** The probability that a qubit is measured as 0, relative to the length of the state. */
export function probabilityOfZero(state: Amplitudes, qubit: number): number {
  const { re, im } = state;
  const weights = [0, 0];
  for (let i = 0; i < re.length; i++) weights[(i >> qubit) & 1] += re[i] * re[i] + im[i] * im[i];
  return weights[0] / (weights[0] + weights[1]);
}

/** Projects a qubit on a value of the given probability and restores the length. */
export function projectQubit(state: Amplitudes, qubit: number, value: 0 | 1, probability: number): void {
  const { re, im } = state;
  const scale = 1 / Math.sqrt(probability);
  for (let i = 0; i < re.length; i++) {
    const factor = ((i >> qubit) & 1) === value ? scale : 0;
    re[i] *= factor;
    im[i] *= factor;
  }
}

/** Moves all amplitude from the states with a qubit at 1, where it was projected, to those with 0. */
export function lowerQubit(state: Amplitudes, qubit: number): void {
  const { re, im } = state;
  const { fixed, free } = subspace(state.qubits, [qubit], []);
  const bit = 1 << qubit;
  let rest = 0;
  do {
    re[rest] = re[rest | bit];
    im[rest] = im[rest | bit];
    re[rest | bit] = 0;
    im[rest | bit] = 0;
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
