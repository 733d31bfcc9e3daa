import { Circuit } from "../circuit/circuit.ts";
import { off } from "../circuit/control.ts";
import type { GateSearch } from "../simulator/search/gate-register.ts";
import { requireIterations } from "../simulator/search/require-iterations.ts";

/**
 * Builds Grover's search: uniform superposition, then so many iterations of phase oracle and diffuser.
 *
 * Formula: the marked states are seen with probability sin²((2r + 1)θ), sin²θ their share. The diffuser 2|s⟩⟨s| − 1 is
 * H on all, a multi-controlled Z on |0…0⟩, H on all, and a sign.
 *
 * Errors: RangeError for iterations that are not a whole number ≥ 0, or an empty index.
 *
 * @example simulate(groverCircuit(flagSearch(2, (x) => x === 2), 1)).ket() // "|010⟩"
 *
 * Source: Grover, quant-ph/9605043; Boyer, Brassard, Høyer and Tapp, quant-ph/9605034.
 */
export function groverCircuit(search: GateSearch, iterations: number): Circuit {
  requireIterations("groverCircuit", iterations);
  const iteration = search.phase(Math.PI).append(diffuser(search.qubits, search.index));
  return new Circuit(search.qubits).onEach("h", search.index).append(iteration.repeat(iterations));
}

/** 2|s⟩⟨s| − 1 on some qubits: H, multi-controlled Z on |0…0⟩, H, sign. */
function diffuser(qubits: number, index: readonly number[]): Circuit {
  if (index.length === 0) {
    throw new RangeError(
      "groverCircuit: expected at least one index qubit, got none; search over something.",
    );
  }
  const [target, ...others] = index;
  return new Circuit(qubits)
    .onEach("h", index)
    .x(target)
    .control(others.map(off), (body) => body.z(target))
    .x(target)
    .onEach("h", index)
    .gphase(Math.PI);
}
