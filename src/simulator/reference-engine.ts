import type { Circuit } from "../circuit/circuit.ts";
import { requireBound } from "../circuit/parameters/require-bound.ts";
import { applyOperation } from "./apply-operation.ts";
import { checkMemory } from "./check-memory.ts";
import { type Engine, type EngineOptions, type EngineResult, requireInitial } from "./engine.ts";
import { StateVector } from "./state-vector.ts";
import { takeMemory } from "./take-memory.ts";
import { walkOperations } from "./walk-operations.ts";

/**
 * The plain engine: one kernel call for each operation, in order, on the whole state vector.
 *
 * It is written to be read; faster engines must agree with it. No fusion, no blocking, no threads.
 */
export const referenceEngine: Engine = {
  name: "reference",
  run(circuit: Circuit, options: EngineOptions = {}): EngineResult {
    const { initial, inPlace = false, random, memoryLimit } = options;
    requireBound("run", circuit);
    checkMemory(circuit.qubits, memoryLimit, 2 * (initial?.re.BYTES_PER_ELEMENT ?? 8));
    requireInitial(circuit, initial);
    const state = (inPlace ? initial : initial?.clone()) ?? zeroState(circuit.qubits);
    const bits = new Uint8Array(circuit.bits);
    for (const step of walkOperations(circuit.operations, bits)) applyOperation(state, bits, step, random);
    return { state, bits };
  },
};

// The memory was checked against the limit of this run, which may be above the default of the StateVector.
function zeroState(qubits: number): StateVector {
  const size = 2 ** qubits;
  const [re, im] = takeMemory("run", 16 * size, qubits, () => [
    new Float64Array(size),
    new Float64Array(size),
  ]);
  re[0] = 1;
  return new StateVector(qubits, re, im);
}
