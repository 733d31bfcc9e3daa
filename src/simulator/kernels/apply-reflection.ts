import type { ReflectUniformOperation } from "../../circuit/operation.ts";
import { unitPhase } from "../../circuit/unit-phase.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { scatterTable } from "../scatter-table.ts";
import type { Subspace } from "./subspace.ts";

/** Replaces each amplitude a by (1 − e^{−iα})·mean − a, the mean taken over the states of the register. */
export function applyReflection(state: Amplitudes, operation: ReflectUniformOperation, on: Subspace): void {
  const { re, im } = state;
  const { base, fixed, free } = on;
  const offsets = scatterTable(operation.qubits);
  const [c, s] = unitPhase(-operation.alpha);
  const factor = (1 - c) / offsets.length;
  const factori = -s / offsets.length;
  let rest = 0;
  do {
    const at = rest | base;
    let sum = 0;
    let sumi = 0;
    for (let x = 0; x < offsets.length; x++) {
      sum += re[at | offsets[x]];
      sumi += im[at | offsets[x]];
    }
    const shift = factor * sum - factori * sumi;
    const shifti = factor * sumi + factori * sum;
    for (let x = 0; x < offsets.length; x++) {
      const i = at | offsets[x];
      re[i] = shift - re[i];
      im[i] = shifti - im[i];
    }
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
