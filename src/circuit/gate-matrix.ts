import { type ComplexMatrix, identityMatrix } from "./complex-matrix.ts";
import { gateOf } from "./gate-table.ts";
import type { Parameter } from "./parameter.ts";
import { requireNumbers } from "./parameters/require-numbers.ts";

/**
 * The full matrix of a gate of the table, its own controls included.
 *
 * Shape: 2^k × 2^k for k qubits; bit j of a row number belongs to the j-th qubit of the gate, so that the matrix of
 * `cx` (control first) is the one that exchanges states 1 and 3.
 *
 * Errors: RangeError for an unknown gate or a wrong number of parameters, or one without a value.
 *
 * @example gateMatrix("z").re // Float64Array [1, 0, 0, -1]
 */
export function gateMatrix(name: string, parameters: readonly Parameter[] = []): ComplexMatrix {
  const gate = gateOf(name);
  if (parameters.length !== gate.parameters.length) {
    throw new RangeError(
      `gateMatrix: expected ${gate.parameters.length} parameters for ${name}, got ${parameters.length}; pass (${gate.parameters.join(", ")}).`,
    );
  }
  return controlledMatrix(gate.core(requireNumbers(name, parameters)), gate.controls);
}

/** A matrix under k leading controls: it acts where the k low bits are all 1, and all else stays. */
export function controlledMatrix(core: ComplexMatrix, controls: number): ComplexMatrix {
  const low = 2 ** controls;
  const size = core.size * low;
  const result = identityMatrix(size);
  for (let r = 0; r < core.size; r++) {
    for (let c = 0; c < core.size; c++) {
      const at = (r * low + low - 1) * size + (c * low + low - 1);
      result.re[at] = core.re[r * core.size + c];
      result.im[at] = core.im[r * core.size + c];
    }
  }
  return result;
}
