import { isPure, type QuantumState, requireState } from "./quantum-state.ts";

/**
 * The purity tr ρ²: 1 for a pure state, 2^−n for the maximally mixed one.
 *
 * Errors: RangeError for what is no state.
 *
 * @example purity(simulate(new Circuit(2).h(0).cx(0, 1)).reducedDensity([0])) // 0.5
 */
export function purity(state: QuantumState): number {
  requireState("purity", state);
  let sum = 0;
  for (let k = 0; k < state.re.length; k++) sum += state.re[k] * state.re[k] + state.im[k] * state.im[k];
  return isPure(state) ? sum * sum : sum;
}
