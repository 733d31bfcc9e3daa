import type { Circuit } from "../circuit.ts";
import { type BasisCountOptions, basisCounts } from "./basis-count.ts";

/**
 * The number of T gates and their inverses, when the circuit is written in a gate set: counted, not predicted.
 *
 * Gates inside branches and loops count once, as they are written.
 *
 * Errors: those of `expand`.
 *
 * @example tCount(new Circuit(3).ccx(0, 1, 2)) // 7
 */
export function tCount(circuit: Circuit, options: BasisCountOptions = {}): number {
  return tGatesIn(basisCounts(circuit, options));
}

/** The T gates and their inverses among counted gates. */
export function tGatesIn({ t = 0, tdg = 0 }: Readonly<Record<string, number>>): number {
  return t + tdg;
}
