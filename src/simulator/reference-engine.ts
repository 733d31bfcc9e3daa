import type { Circuit } from "../circuit/circuit.ts";
import { conditionHolds } from "../circuit/conditions/condition-holds.ts";
import { openBox } from "../circuit/flatten-operation.ts";
import { gateOf } from "../circuit/gate-table.ts";
import type { GateOperation, Operation } from "../circuit/operation.ts";
import { targetQubits } from "../circuit/operation-qubits.ts";
import { requireBound } from "../circuit/parameters/require-bound.ts";
import { requireNumbers } from "../circuit/parameters/require-numbers.ts";
import { LimitError } from "../errors/limit-error.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Amplitudes } from "./amplitudes.ts";
import { checkMemory } from "./check-memory.ts";
import type { Engine, EngineOptions, EngineResult } from "./engine.ts";
import { applyDense } from "./kernels/apply-dense.ts";
import { applyDiagonal } from "./kernels/apply-diagonal.ts";
import { applyLookup } from "./kernels/apply-lookup.ts";
import { applyOneQubit } from "./kernels/apply-one-qubit.ts";
import { applyPhaseOracle } from "./kernels/apply-phase-oracle.ts";
import { applyQft } from "./kernels/apply-qft.ts";
import { applyReflection } from "./kernels/apply-reflection.ts";
import { applySwap } from "./kernels/apply-swap.ts";
import { lowerQubit, projectQubit, qubitWeights } from "./kernels/project-qubit.ts";
import { subspace } from "./kernels/subspace.ts";
import { StateVector } from "./state-vector.ts";

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
    checkMemory(circuit.qubits, memoryLimit);
    if (initial !== undefined && initial.qubits !== circuit.qubits) {
      throw new RangeError(
        `run: expected an initial state of ${circuit.qubits} qubits, got ${initial.qubits}; match the circuit.`,
      );
    }
    const state = (inPlace ? initial : initial?.clone()) ?? zeroState(circuit.qubits);
    const bits = new Uint8Array(circuit.bits);
    for (const step of circuit.operations) apply(state, bits, step, random);
    return { state, bits };
  },
};

// The memory was checked against the limit of this run, which may be above the default of the StateVector.
function zeroState(qubits: number): StateVector {
  const re = new Float64Array(2 ** qubits);
  re[0] = 1;
  return new StateVector(qubits, re, new Float64Array(2 ** qubits));
}

function apply(state: Amplitudes, bits: Uint8Array, step: Operation, random?: RandomStream): void {
  switch (step.kind) {
    case "gate":
      applyGate(state, step);
      break;
    case "unitary":
      applyDense(state, step.qubits, step.matrix, subspace(state.qubits, step.qubits, step.controls));
      break;
    case "lookup":
      applyLookup(state, step, subspace(state.qubits, targetQubits(step), step.controls));
      break;
    case "phaseOracle":
      applyPhaseOracle(state, step, subspace(state.qubits, step.qubits, step.controls));
      break;
    case "reflectUniform":
      applyReflection(state, step, subspace(state.qubits, step.qubits, step.controls));
      break;
    case "qft":
      applyQft(state, step, subspace(state.qubits, step.qubits, step.controls));
      break;
    case "measure":
      bits[step.bit] = measure(state, step.qubit, random);
      break;
    case "reset":
      if (measure(state, step.qubit, random) === 1) lowerQubit(state, step.qubit);
      break;
    case "box":
      for (const inner of openBox(step)) apply(state, bits, inner, random);
      break;
    case "conditional": {
      const branch = conditionHolds(step.condition, bits) ? step.operations : step.otherwise;
      for (const inner of branch) apply(state, bits, inner, random);
      break;
    }
    case "while":
      for (let round = 0; conditionHolds(step.condition, bits); round++) {
        if (round === step.limit) {
          throw new LimitError(
            "while",
            step.limit,
            round + 1,
            "rounds",
            "check that the body can end the loop",
          );
        }
        for (const inner of step.operations) apply(state, bits, inner, random);
      }
      break;
    case "assign":
      bits[step.bit] = conditionHolds(step.value, bits) ? 1 : 0;
      break;
    case "barrier":
      break;
  }
}

function applyGate(state: Amplitudes, step: GateOperation): void {
  const gate = gateOf(step.gate);
  const own = step.qubits.slice(0, gate.controls).map((qubit) => ({ qubit, value: 1 as const }));
  const targets = step.qubits.slice(gate.controls);
  const on = subspace(state.qubits, targets, [...step.controls, ...own]);
  if (targets.length === 2 && gate.base === "swap") {
    applySwap(state, targets[0], targets[1], on);
    return;
  }
  const core = gate.core(requireNumbers(step.gate, step.parameters));
  if (gate.action === "diagonal") applyDiagonal(state, targets, core, on);
  else if (targets.length === 1) applyOneQubit(state, targets[0], core, on);
  else applyDense(state, targets, core, on);
}

function measure(state: Amplitudes, qubit: number, random: RandomStream | undefined): 0 | 1 {
  if (random === undefined) {
    throw new TypeError(
      "run: expected a random stream for a circuit that measures or resets, got none; pass { random }.",
    );
  }
  const weights = qubitWeights(state, qubit);
  const value = random.uniform() < weights[0] / (weights[0] + weights[1]) ? 0 : 1;
  projectQubit(state, qubit, value, weights[value]);
  return value;
}
