import { Circuit } from "../../circuit/circuit.ts";
import type { GateSearch } from "./gate-register.ts";

/**
 * A predicate on n qubits as a search at gate level: computed into a flag, phased there, uncomputed.
 *
 * Qubits: the index 0 … n − 1 and the flag n.
 *
 * @example gateRegister(flagSearch(4, (x) => x === 11)).iterate(3)
 */
export function flagSearch(indexQubits: number, isMarked: (position: number) => boolean): GateSearch {
  const size = 2 ** indexQubits;
  const table = Uint8Array.from({ length: size }, (_, x) => (isMarked(x) ? 1 : 0));
  const index = Array.from({ length: indexQubits }, (_, q) => q);
  const compute = new Circuit(indexQubits + 1).lookup({ inputs: index, outputs: [indexQubits], table });
  return {
    qubits: indexQubits + 1,
    index,
    phase: (beta) =>
      (beta === Math.PI ? compute.z(indexQubits) : compute.p(beta, indexQubits)).append(compute),
    marked: {
      size,
      positions: Float64Array.from([...table.keys()].filter((x) => table[x] === 1)),
    },
  };
}
