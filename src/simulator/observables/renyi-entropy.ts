import { purity } from "./purity.ts";
import type { QuantumState } from "./quantum-state.ts";

/**
 * The Rényi entropy of order 2, −log₂ tr ρ², in bits. It needs no eigenvalues, and is at most the von Neumann entropy.
 *
 * Errors: RangeError for what is no state.
 *
 * @example renyiEntropy(simulate(new Circuit(2).h(0).cx(0, 1)).reducedDensity([0])) // 1
 */
export function renyiEntropy(state: QuantumState): number {
  // Rounding may lift the purity above 1.
  return Math.max(0, -Math.log2(purity(state)));
}
