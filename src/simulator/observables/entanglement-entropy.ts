import type { Amplitudes } from "../amplitudes.ts";
import { shannonEntropy } from "./entropy.ts";
import { schmidtCoefficients } from "./schmidt-coefficients.ts";

/**
 * The entanglement entropy of a pure state across a cut, in bits: the von Neumann entropy of either side,
 * −Σ s_k² log₂ s_k² over the Schmidt coefficients.
 *
 * Errors: as `schmidtCoefficients`.
 *
 * @example entanglementEntropy(simulate(new Circuit(2).h(0).cx(0, 1)), [0]) // 1
 */
export function entanglementEntropy(state: Amplitudes, qubits: readonly number[]): number {
  return shannonEntropy(schmidtCoefficients(state, qubits).map((s) => s * s));
}
