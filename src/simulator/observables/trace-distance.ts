import { zeroMatrix } from "../../circuit/complex-matrix.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { hermitianEigenvalues } from "./hermitian-spectrum.ts";
import { densityOf, isPure, type QuantumState, requirePair } from "./quantum-state.ts";

/**
 * The trace distance ½ tr|ρ − σ|: 0 for equal states, 1 for states on orthogonal subspaces.
 *
 * The best single measurement tells the two apart with probability (1 + distance)/2. Of two pure states it is
 * √(1 − |⟨ψ|φ⟩|²), here as the length of ψ − φ⟨φ|ψ⟩, which does not cancel.
 *
 * Errors: RangeError for states of different sizes; LimitError for density matrices of more than 9 qubits.
 *
 * @example traceDistance(simulate(new Circuit(1).h(0)), simulate(new Circuit(1))) // 0.707…
 */
export function traceDistance(first: QuantumState, second: QuantumState): number {
  requirePair("traceDistance", first, second);
  if (isPure(first) && isPure(second)) return Math.min(1, rejection(first, second));
  const a = densityOf(first);
  const b = densityOf(second);
  const difference = zeroMatrix(a.size);
  for (let k = 0; k < a.re.length; k++) {
    difference.re[k] = a.re[k] - b.re[k];
    difference.im[k] = a.im[k] - b.im[k];
  }
  const eigenvalues = hermitianEigenvalues("traceDistance", difference);
  return Math.min(1, eigenvalues.reduce((sum, value) => sum + Math.abs(value), 0) / 2);
}

/** ‖a − b⟨b|a⟩‖. */
function rejection(a: Amplitudes, b: Amplitudes): number {
  let real = 0;
  let imaginary = 0;
  for (let i = 0; i < a.re.length; i++) {
    real += b.re[i] * a.re[i] + b.im[i] * a.im[i];
    imaginary += b.re[i] * a.im[i] - b.im[i] * a.re[i];
  }
  let square = 0;
  for (let i = 0; i < a.re.length; i++) {
    const x = a.re[i] - (b.re[i] * real - b.im[i] * imaginary);
    const y = a.im[i] - (b.re[i] * imaginary + b.im[i] * real);
    square += x * x + y * y;
  }
  return Math.sqrt(square);
}
