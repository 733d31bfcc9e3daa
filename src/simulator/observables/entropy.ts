import { hermitianEigenvalues, requirePositive } from "./hermitian-spectrum.ts";
import { isPure, type QuantumState, requireState } from "./quantum-state.ts";

/**
 * The von Neumann entropy −tr ρ log₂ ρ, in bits: 0 for a pure state, n for the maximally mixed one.
 *
 * Errors: RangeError for what is no state; LimitError for density matrices of more than 9 qubits.
 *
 * @example entropy(simulate(new Circuit(2).h(0).cx(0, 1)).reducedDensity([0])) // 1
 */
export function entropy(state: QuantumState): number {
  requireState("entropy", state);
  if (isPure(state)) return 0;
  const eigenvalues = hermitianEigenvalues("entropy", state);
  requirePositive("entropy", eigenvalues);
  return shannonEntropy(eigenvalues);
}

/** −Σ p log₂ p; what is not positive counts as 0. */
export function shannonEntropy(law: Float64Array): number {
  let bits = 0;
  for (const p of law) if (p > 0) bits -= p * Math.log2(p);
  // Rounding may lift a probability above 1, or give −0.
  return Math.max(0, bits);
}
