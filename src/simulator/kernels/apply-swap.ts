import type { Amplitudes } from "../amplitudes.ts";
import type { Subspace } from "./subspace.ts";

/** Exchanges the amplitudes of the states that differ in two qubits, 01 with 10. */
export function applySwap(state: Amplitudes, first: number, second: number, on: Subspace): void {
  const { re, im } = state;
  const { base, fixed, free } = on;
  let rest = 0;
  do {
    const i = rest | base | (1 << first);
    const j = rest | base | (1 << second);
    [re[i], re[j]] = [re[j], re[i]];
    [im[i], im[j]] = [im[j], im[i]];
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
