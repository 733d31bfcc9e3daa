import { checkQubits } from "../../circuit/check-operation.ts";
import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import { reducedDensity } from "../reduced-density.ts";
import { type QuantumState, qubitsOf, requireState } from "./quantum-state.ts";

/**
 * The density matrix that is left when some qubits are traced out; the others keep their order.
 *
 * `reducedDensity(state, kept)` names the qubits that stay instead, in an order of choice.
 *
 * Errors: RangeError for qubits that the state does not have; LimitError for more than 10 that stay.
 *
 * @example partialTrace(simulate(new Circuit(2).h(0).cx(0, 1)), [1]).re // Float64Array [0.5, 0, 0, 0.5]
 */
export function partialTrace(state: QuantumState, traced: readonly number[]): ComplexMatrix {
  requireState("partialTrace", state);
  const qubits = qubitsOf(state);
  checkQubits("partialTrace", traced, qubits);
  const kept = Array.from({ length: qubits }, (_, q) => q).filter((q) => !traced.includes(q));
  return reducedDensity(state, kept);
}
