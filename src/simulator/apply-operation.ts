import { gateOf } from "../circuit/gate-table.ts";
import type { GateOperation } from "../circuit/operation.ts";
import { targetQubits } from "../circuit/operation-qubits.ts";
import { requireNumbers } from "../circuit/parameters/require-numbers.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Amplitudes } from "./amplitudes.ts";
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
import type { StateOperation } from "./walk-operations.ts";

/**
 * Applies one operation to the amplitudes, in place, by its plain kernel; a measurement writes its bit.
 *
 * Errors: TypeError for a measurement or reset without a random stream.
 */
export function applyOperation(
  state: Amplitudes,
  bits: Uint8Array,
  step: StateOperation,
  random?: RandomStream,
): void {
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
