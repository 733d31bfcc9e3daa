import type { Circuit } from "../../circuit/circuit.ts";
import { isUnitary } from "../../circuit/operation.ts";
import { walkOperations } from "../walk-operations.ts";
import { isTiled } from "./is-tiled.ts";
import { Lowering } from "./lower-operations.ts";
import { type CompiledStretch, compileStretch, type StretchWork } from "./run-stretch.ts";
import type { TileState } from "./tile-state.ts";

/** What was compiled of circuits that are still in use, by what it was compiled for. */
const known = new WeakMap<Circuit, Map<string, CompiledStretch | undefined>>();

/**
 * A circuit that consists of steps of tiles only, compiled when it is first run; undefined for any other.
 *
 * Circuits never change, so that what was compiled once serves every run of the same circuit.
 */
export function compiledCircuit(
  circuit: Circuit,
  state: TileState,
  fromBasisState: boolean,
  work: StretchWork,
): CompiledStretch | undefined {
  const versions = known.get(circuit) ?? new Map<string, CompiledStretch | undefined>();
  known.set(circuit, versions);
  const key = `${state.tileQubits}/${state.precision}/${fromBasisState}`;
  if (!versions.has(key)) {
    const stretch = wholeStretch(circuit);
    versions.set(key, stretch && compileStretch(stretch, state, fromBasisState, work));
  }
  return versions.get(key);
}

function wholeStretch(circuit: Circuit) {
  if (circuit.bits > 0 || !circuit.operations.every((step) => isUnitary(step) || step.kind === "barrier")) {
    return undefined;
  }
  const lowering = new Lowering(circuit.qubits);
  for (const step of walkOperations(circuit.operations, new Uint8Array(0))) {
    if (!isUnitary(step) || !isTiled(step)) return undefined;
    lowering.add(step);
  }
  return lowering.finish();
}
