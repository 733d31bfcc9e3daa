import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { scatterTable } from "../scatter-table.ts";
import type { Subspace } from "./subspace.ts";

/** Multiplies amplitudes by the diagonal entries of a matrix on some qubits (on none: by one phase). */
export function applyDiagonal(
  state: Amplitudes,
  targets: readonly number[],
  matrix: ComplexMatrix,
  on: Subspace,
): void {
  const { re, im } = state;
  const { base, fixed, free } = on;
  const offsets = scatterTable(targets);
  for (let x = 0; x < offsets.length; x++) {
    const c = matrix.re[x * matrix.size + x];
    const s = matrix.im[x * matrix.size + x];
    if (c === 1 && s === 0) continue;
    let rest = 0;
    do {
      const i = rest | base | offsets[x];
      const before = re[i];
      re[i] = c * before - s * im[i];
      im[i] = s * before + c * im[i];
      rest = ((rest | fixed) + 1) & free;
    } while (rest !== 0);
  }
}
