import type { Circuit } from "../circuit.ts";
import { expand } from "../expand.ts";
import type { GateName } from "../gate-table.ts";
import type { GateSetName } from "../gates/gate-sets.ts";
import { countGates } from "./count-gates.ts";

/** The gates in which a circuit is counted. */
export interface BasisCountOptions {
  /** The gate set that it is written in first (default "clifford+t"). */
  readonly basis?: GateSetName | readonly GateName[];
  /** Qubits that are |0⟩ and that nothing else uses: see ExpandOptions. */
  readonly ancillas?: readonly number[];
}

/** How often each gate occurs when a circuit is written in a gate set. */
export function basisCounts(circuit: Circuit, options: BasisCountOptions): Record<string, number> {
  const { basis = "clifford+t", ancillas = [] } = options;
  return countGates(expand(circuit, { basis, ancillas }));
}
