import type { Amplitudes } from "../amplitudes.ts";
import { subspace } from "./subspace.ts";

/** The squared lengths of the parts of a state where a qubit is 0 and where it is 1. */
export function qubitWeights(state: Amplitudes, qubit: number): readonly [zero: number, one: number] {
  const { re, im } = state;
  const weights: [number, number] = [0, 0];
  for (let i = 0; i < re.length; i++) weights[(i >> qubit) & 1] += re[i] * re[i] + im[i] * im[i];
  return weights;
}

/** Projects a qubit on a value, given the squared length of that part, and restores length 1. */
export function projectQubit(state: Amplitudes, qubit: number, value: 0 | 1, weight: number): void {
  const { re, im } = state;
  const scale = 1 / Math.sqrt(weight);
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
