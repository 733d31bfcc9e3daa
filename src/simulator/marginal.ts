import { checkQubits } from "../circuit/check-operation.ts";
import { isPure, type QuantumState, qubitsOf, requireState } from "./observables/quantum-state.ts";
import { scatterTable } from "./scatter-table.ts";

/**
 * The law of a measurement of some qubits, of a pure or mixed state.
 *
 * Shape: 2^k probabilities for k qubits; bit j of an outcome is `qubits[j]`.
 *
 * Errors: RangeError for qubits that the state does not have or that are named twice.
 *
 * @example marginal(simulate(new Circuit(2).h(0).x(1)), [1]) // Float64Array [0, 1]
 */
export function marginal(state: QuantumState, qubits: readonly number[]): Float64Array {
  requireState("marginal", state);
  checkQubits("marginal", qubits, qubitsOf(state));
  const { re, im } = state;
  const offsets = scatterTable(qubits);
  const mask = offsets[offsets.length - 1];
  const result = new Float64Array(offsets.length);
  const size = 2 ** qubitsOf(state);
  const free = size - 1 - mask;
  const pure = isPure(state);
  let rest = 0;
  do {
    for (let x = 0; x < offsets.length; x++) {
      const i = rest | offsets[x];
      result[x] += pure ? re[i] * re[i] + im[i] * im[i] : re[i * size + i];
    }
    rest = ((rest | mask) + 1) & free;
  } while (rest !== 0);
  return result;
}
