import type { LookupOperation } from "../../circuit/operation.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { scatterTable } from "../scatter-table.ts";
import type { Subspace } from "./subspace.ts";

/** Exchanges the amplitudes of |x⟩|z⟩ and |x⟩|z ⊕ table[x]⟩. */
export function applyLookup(state: Amplitudes, operation: LookupOperation, on: Subspace): void {
  const { re, im } = state;
  const { base, fixed, free } = on;
  const input = scatterTable(operation.inputs);
  const output = scatterTable(operation.outputs);
  for (let x = 0; x < input.length; x++) {
    const flip = operation.table[x];
    if (flip === 0) continue;
    for (let z = 0; z < output.length; z++) {
      if ((z ^ flip) < z) continue; // each pair once
      const from = base | input[x] | output[z];
      const to = base | input[x] | output[z ^ flip];
      let rest = 0;
      do {
        const i = rest | from;
        const j = rest | to;
        [re[i], re[j]] = [re[j], re[i]];
        [im[i], im[j]] = [im[j], im[i]];
        rest = ((rest | fixed) + 1) & free;
      } while (rest !== 0);
    }
  }
}
