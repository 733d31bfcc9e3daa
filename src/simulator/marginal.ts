import { checkQubits } from "../circuit/check-operation.ts";
import type { Amplitudes } from "./amplitudes.ts";
import { scatterTable } from "./scatter-table.ts";

/**
 * The law of a measurement of some qubits.
 *
 * Shape: 2^k probabilities for k qubits; bit j of an outcome is `qubits[j]`.
 */
export function marginal(state: Amplitudes, qubits: readonly number[]): Float64Array {
  checkQubits("marginal", qubits, state.qubits);
  const offsets = scatterTable(qubits);
  const mask = offsets[offsets.length - 1];
  const result = new Float64Array(offsets.length);
  const free = state.re.length - 1 - mask;
  let rest = 0;
  do {
    for (let x = 0; x < offsets.length; x++) {
      const i = rest | offsets[x];
      result[x] += state.re[i] * state.re[i] + state.im[i] * state.im[i];
    }
    rest = ((rest | mask) + 1) & free;
  } while (rest !== 0);
  return result;
}
