import { type ComplexMatrix, multiply } from "../../circuit/complex-matrix.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { singularValues, squareRoot } from "./hermitian-spectrum.ts";
import { isPure, type QuantumState, requirePair } from "./quantum-state.ts";

/**
 * The fidelity of two states, in the squared convention: |⟨ψ|φ⟩|², ⟨ψ|ρ|ψ⟩, or (tr √(√ρ σ √ρ))² of two mixed ones.
 *
 * 1 for equal states and 0 for states on orthogonal subspaces. Of two mixed states it is the squared sum of the
 * singular values of √ρ √σ; there, rounding of eigenvalues near 0 costs up to about 1e-8.
 *
 * Errors: RangeError for states of different sizes; LimitError for two density matrices of more than 9 qubits.
 *
 * @example fidelity(simulate(new Circuit(1).h(0)), simulate(new Circuit(1))) // 0.5
 *
 * Source: Uhlmann, Rep. Math. Phys. 9, 1976; Jozsa, J. Mod. Opt. 41, 1994 (the squared convention).
 */
export function fidelity(first: QuantumState, second: QuantumState): number {
  requirePair("fidelity", first, second);
  if (isPure(first)) return isPure(second) ? overlap(first, second) : weight(second, first);
  if (isPure(second)) return weight(first, second);
  const product = multiply(squareRoot("fidelity", first), squareRoot("fidelity", second));
  const sum = singularValues("fidelity", product).reduce((total, value) => total + value, 0);
  return Math.min(1, sum * sum);
}

/** |⟨a|b⟩|². */
function overlap(a: Amplitudes, b: Amplitudes): number {
  let real = 0;
  let imaginary = 0;
  for (let i = 0; i < a.re.length; i++) {
    real += a.re[i] * b.re[i] + a.im[i] * b.im[i];
    imaginary += a.re[i] * b.im[i] - a.im[i] * b.re[i];
  }
  return Math.min(1, real * real + imaginary * imaginary);
}

/** ⟨ψ|ρ|ψ⟩. */
function weight({ size, re, im }: ComplexMatrix, state: Amplitudes): number {
  let sum = 0;
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      // Re ψ*_r ρ_rc ψ_c
      const real = state.re[r] * state.re[c] + state.im[r] * state.im[c];
      const imaginary = state.re[r] * state.im[c] - state.im[r] * state.re[c];
      sum += real * re[r * size + c] - imaginary * im[r * size + c];
    }
  }
  return Math.min(1, Math.max(0, sum));
}
