import type { QftOperation } from "../../circuit/operation.ts";
import { unitPhase } from "../../circuit/unit-phase.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { scatterTable } from "../scatter-table.ts";
import type { Subspace } from "./subspace.ts";

/** Applies the Fourier transform to a register by the radix-2 algorithm of Cooley and Tukey. */
export function applyQft(state: Amplitudes, operation: QftOperation, on: Subspace): void {
  const { re, im } = state;
  const { base, fixed, free } = on;
  const { qubits } = operation;
  const offsets = scatterTable(qubits);
  // Reading the register with its bits reversed is the first step of the algorithm.
  const reversed = scatterTable([...qubits].reverse());
  const size = offsets.length;
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const sign = operation.inverse ? -1 : 1;
  const roots = Array.from({ length: size / 2 }, (_, k) => unitPhase((sign * 2 * Math.PI * k) / size));
  const cosine = Float64Array.from(roots, ([c]) => c);
  const sine = Float64Array.from(roots, ([, s]) => s);
  const scale = 1 / Math.sqrt(size);
  let rest = 0;
  do {
    const at = rest | base;
    for (let k = 0; k < size; k++) {
      x[k] = re[at | reversed[k]] * scale;
      y[k] = im[at | reversed[k]] * scale;
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let block = 0; block < size; block += 2 * half) {
        for (let k = 0; k < half; k++) {
          const low = block + k;
          const high = low + half;
          const c = cosine[k * stride];
          const s = sine[k * stride];
          const tx = c * x[high] - s * y[high];
          const ty = c * y[high] + s * x[high];
          x[high] = x[low] - tx;
          y[high] = y[low] - ty;
          x[low] += tx;
          y[low] += ty;
        }
      }
    }
    for (let k = 0; k < size; k++) {
      re[at | offsets[k]] = x[k];
      im[at | offsets[k]] = y[k];
    }
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
