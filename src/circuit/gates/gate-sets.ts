import type { GateName } from "../gate-table.ts";

/** Gate sets by name, for `expand`. */
export const gateSets = {
  /** Clifford gates, T, and RZ for angles that are no multiples of π/4: what fault-tolerant machines are counted in. */
  "clifford+t": ["x", "y", "z", "h", "s", "sdg", "t", "tdg", "cx", "cz", "rz"],
  /** One general one-qubit gate and CNOT: the gates that OpenQASM 2 is built on. */
  "u+cx": ["u", "cx"],
  /** What many superconducting machines offer. */
  "rz+sx+cx": ["rz", "sx", "x", "cx"],
} as const satisfies Record<string, readonly GateName[]>;

/** The name of a gate set. */
export type GateSetName = keyof typeof gateSets;

/**
 * The gates of a set by name, or the list as it is.
 *
 * Errors: RangeError for an unknown name.
 */
export function gatesOfSet(subject: string, set: GateSetName | readonly GateName[]): readonly GateName[] {
  if (typeof set !== "string") return set;
  if (!Object.hasOwn(gateSets, set)) {
    throw new RangeError(
      `${subject}: expected a gate set, got "${String(set)}"; use one of ${Object.keys(gateSets).join(", ")} or a list of gates.`,
    );
  }
  return gateSets[set];
}
