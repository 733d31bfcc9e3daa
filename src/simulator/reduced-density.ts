import { checkQubits } from "../circuit/check-operation.ts";
import { type ComplexMatrix, zeroMatrix } from "../circuit/complex-matrix.ts";
import { LimitError } from "../errors/limit-error.ts";
import type { Amplitudes } from "./amplitudes.ts";
import { scatterTable } from "./scatter-table.ts";

/** Largest number of kept qubits: 2^10 × 2^10 complex entries. */
const largest = 10;

/**
 * The partial trace over all qubits that are not kept: ρ[a, b] = Σ_r ψ(a, r) ψ(b, r)*.
 *
 * Shape: 2^k × 2^k; bit j of a row number is `qubits[j]`.
 *
 * Errors: LimitError for more than 10 kept qubits.
 */
export function reducedDensity(state: Amplitudes, qubits: readonly number[]): ComplexMatrix {
  checkQubits("reducedDensity", qubits, state.qubits);
  if (qubits.length > largest) {
    throw new LimitError(
      "reducedDensity",
      largest,
      qubits.length,
      "kept qubits",
      `the matrix needs ${16 * 4 ** qubits.length} bytes: keep fewer`,
    );
  }
  const offsets = scatterTable(qubits);
  const size = offsets.length;
  const mask = offsets[size - 1];
  const free = state.re.length - 1 - mask;
  const result = zeroMatrix(size);
  let rest = 0;
  do {
    for (let a = 0; a < size; a++) {
      const are = state.re[rest | offsets[a]];
      const aim = state.im[rest | offsets[a]];
      for (let b = 0; b < size; b++) {
        const bre = state.re[rest | offsets[b]];
        const bim = state.im[rest | offsets[b]];
        result.re[a * size + b] += are * bre + aim * bim;
        result.im[a * size + b] += aim * bre - are * bim;
      }
    }
    rest = ((rest | mask) + 1) & free;
  } while (rest !== 0);
  return result;
}
