import type { Circuit } from "../../circuit/circuit.ts";
import { isUnitary } from "../../circuit/operation.ts";
import { requireBound } from "../../circuit/parameters/require-bound.ts";
import { applyOperation } from "../apply-operation.ts";
import { checkMemory } from "../check-memory.ts";
import { type Engine, type EngineOptions, type EngineResult, requireInitial } from "../engine.ts";
import { referenceEngine } from "../reference-engine.ts";
import { walkOperations } from "../walk-operations.ts";
import { hasKernels } from "./kernels.ts";
import { isTiled, Lowering } from "./lower-operations.ts";
import { runStretch } from "./run-stretch.ts";
import { fewestTileQubits, mostTileQubits, tileQubitsFor } from "./tile-state.ts";
import { borrowState, giveBack } from "./workspace.ts";

/** What can be set about the fast engine. */
export interface CompiledEngineOptions {
  /** How many qubits a tile has, 6 to 16 (default: what fits the cache of a core). */
  readonly tileQubits?: number;
}

/**
 * The fast engine: rows of unitary operations are compiled to a few passes over memory, each of which does all that it
 * can on one cache-sized tile after the other, by kernels in WebAssembly.
 *
 * It gives the states of the reference engine to rounding. Where the host has no WebAssembly with SIMD, and for states
 * that are very small or too large for its memory of 4 GiB, the reference engine does the work.
 */
export function makeCompiledEngine(settings: CompiledEngineOptions = {}): Engine {
  return { name: "compiled", run: (circuit, options = {}) => run(circuit, options, settings) };
}

function run(circuit: Circuit, options: EngineOptions, settings: CompiledEngineOptions): EngineResult {
  const { initial, inPlace = false, random, memoryLimit } = options;
  const { qubits } = circuit;
  if (qubits < fewestTileQubits || qubits > mostTileQubits || !hasKernels()) {
    return referenceEngine.run(circuit, options);
  }
  requireBound("run", circuit);
  checkMemory(qubits, memoryLimit);
  requireInitial(circuit, initial);
  const state = borrowState(qubits, settings.tileQubits ?? tileQubitsFor(qubits), initial, inPlace);
  try {
    const bits = new Uint8Array(circuit.bits);
    // The state is |0…0⟩ until something was done to it.
    let start = initial === undefined ? 0 : undefined;
    let lowering: Lowering | undefined;
    const catchUp = () => {
      if (lowering === undefined) return;
      runStretch(state, lowering.finish(), start);
      lowering = undefined;
      start = undefined;
    };
    walkOperations(circuit.operations, bits, (step) => {
      if (isUnitary(step) && isTiled(step)) {
        lowering ??= new Lowering(qubits);
        lowering.add(step);
        return;
      }
      catchUp();
      start = undefined;
      applyOperation(state, bits, step, random);
    });
    catchUp();
    return { state: giveBack(state, initial, inPlace), bits };
  } catch (error) {
    giveBack(state, initial, false);
    throw error;
  }
}
