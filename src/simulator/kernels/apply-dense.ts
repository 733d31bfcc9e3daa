import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { scatterTable } from "../scatter-table.ts";
import type { Subspace } from "./subspace.ts";

/** Applies a 2^k × 2^k matrix to k qubits: gather, multiply, scatter. */
export function applyDense(
  state: Amplitudes,
  targets: readonly number[],
  matrix: ComplexMatrix,
  on: Subspace,
): void {
  const { re, im } = state;
  const { base, fixed, free } = on;
  const { size } = matrix;
  const offsets = scatterTable(targets);
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  let rest = 0;
  do {
    for (let c = 0; c < size; c++) {
      x[c] = re[rest | base | offsets[c]];
      y[c] = im[rest | base | offsets[c]];
    }
    for (let r = 0; r < size; r++) {
      let sum = 0;
      let sumi = 0;
      for (let c = 0, k = r * size; c < size; c++, k++) {
        sum += matrix.re[k] * x[c] - matrix.im[k] * y[c];
        sumi += matrix.re[k] * y[c] + matrix.im[k] * x[c];
      }
      re[rest | base | offsets[r]] = sum;
      im[rest | base | offsets[r]] = sumi;
    }
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
