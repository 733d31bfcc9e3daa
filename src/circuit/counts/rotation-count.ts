import type { Circuit } from "../circuit.ts";
import { gateOf, gateTable } from "../gate-table.ts";
import { type BasisCountOptions, basisCounts } from "./basis-count.ts";

/**
 * The number of rotations, when the circuit is written in a gate set: gates that take an angle, global phases aside.
 *
 * In "clifford+t" these are the angles that are no multiples of π/4, the ones that a fault-tolerant machine approximates.
 *
 * Errors: those of `expand`.
 *
 * @example rotationCount(new Circuit(2).cp(0.3, 0, 1)) // 3
 */
export function rotationCount(circuit: Circuit, options: BasisCountOptions = {}): number {
  return rotationsIn(basisCounts(circuit, options));
}

/** The gates that take an angle among counted gates, global phases aside. */
export function rotationsIn(gates: Readonly<Record<string, number>>): number {
  let rotations = 0;
  for (const [name, count] of Object.entries(gates)) if (takesAngle(name)) rotations += count;
  return rotations;
}

function takesAngle(name: string): boolean {
  if (name === "gphase" || name === "u0" || !Object.hasOwn(gateTable, name)) return false;
  return gateOf(name).parameters.length > 0;
}
