import type { Control } from "../../circuit/control.ts";

/**
 * The basis states that satisfy some controls and are 0 on some target qubits, as numbers to loop over:
 *
 *     let rest = 0;
 *     do {
 *       const i = rest | base;
 *       …
 *       rest = ((rest | fixed) + 1) & free;
 *     } while (rest !== 0);
 *
 * Adding 1 above the fixed bits, all set, carries through them: `rest` counts on the free bits alone.
 */
export interface Subspace {
  /** The control values in place. */
  readonly base: number;
  /** The bits of controls and targets. */
  readonly fixed: number;
  /** All other bits. */
  readonly free: number;
}

/** The subspace for so many qubits, some targets and some controls. */
export function subspace(qubits: number, targets: readonly number[], controls: readonly Control[]): Subspace {
  let base = 0;
  let fixed = 0;
  for (const qubit of targets) fixed |= 1 << qubit;
  for (const { qubit, value } of controls) {
    fixed |= 1 << qubit;
    base |= value << qubit;
  }
  return { base, fixed, free: 2 ** qubits - 1 - fixed };
}
