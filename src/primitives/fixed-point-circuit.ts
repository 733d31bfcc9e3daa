import { Circuit } from "../circuit/circuit.ts";
import type { GateSearch } from "../simulator/search/gate-register.ts";
import type { FixedPointAngles } from "./fixed-point-angles.ts";

/**
 * Builds a fixed-point search: uniform superposition, then the rotations of the given angles in order.
 *
 * Formula: each rotation is −(1 − (1 − e^{−iα})|s⟩⟨s|)·(phase e^{iβ} on the marked states).
 *
 * @example fixedPointCircuit(flagSearch(4, (x) => x === 11), fixedPointAngles(9, 0.01))
 *
 * Source: Yoder, Low and Chuang, arXiv:1409.3305.
 */
export function fixedPointCircuit(
  search: GateSearch,
  angles: Pick<FixedPointAngles, "alpha" | "beta">,
): Circuit {
  let circuit = new Circuit(search.qubits).onEach("h", search.index);
  angles.alpha.forEach((alpha, k) => {
    circuit = circuit.append(search.phase(angles.beta[k])).reflectUniform(search.index, alpha);
  });
  return circuit;
}
