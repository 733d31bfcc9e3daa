import { applyDense } from "../kernels/apply-dense.ts";
import { applyOneQubit } from "../kernels/apply-one-qubit.ts";
import { lowerQubit, projectQubit, qubitWeights } from "../kernels/project-qubit.ts";
import { subspace } from "../kernels/subspace.ts";
import { isIdentity, type KrausChannel } from "../noise/kraus-channel.ts";
import type { ReadoutError } from "../noise/noise-model.ts";
import { reducedDensity } from "../reduced-density.ts";
import type { StateVector } from "../state-vector.ts";
import type { RandomInstruction } from "./instruction.ts";

/** Where chance strikes: the state and the classical bits, both changed in place. */
export interface OutcomePlace {
  readonly state: StateVector;
  readonly bits: Uint8Array;
}

/**
 * The probabilities of the outcomes of a random instruction, up to a common factor.
 *
 * measure: value + 2 · misread (without readout error: value); reset: the value before; channel: the Kraus operator;
 * chance: 0 for going on, 1 for the jump.
 */
export function outcomeWeights(
  instruction: RandomInstruction,
  state: StateVector,
  readout: ReadoutError | undefined,
): readonly number[] {
  switch (instruction.kind) {
    case "measure": {
      const [zero, one] = qubitWeights(state, instruction.qubit);
      if (readout === undefined) return [zero, one];
      const { p01, p10 } = readout;
      return [zero * (1 - p01), one * (1 - p10), zero * p01, one * p10];
    }
    case "reset":
      return qubitWeights(state, instruction.qubit);
    case "channel": {
      const { channel, qubits } = instruction;
      return channel.probabilities ?? effectMeans(channel, state, qubits);
    }
    case "chance":
      return [instruction.probability, 1 - instruction.probability];
  }
}

/** Makes an outcome happen, given the weights of all. Where to go on after `chance` is left to the caller. */
export function applyOutcome(
  instruction: RandomInstruction,
  outcome: number,
  weights: readonly number[],
  { state, bits }: OutcomePlace,
): void {
  switch (instruction.kind) {
    case "measure": {
      const value = (outcome & 1) as 0 | 1;
      bits[instruction.bit] = value ^ (outcome >> 1);
      project(state, instruction.qubit, value, weights);
      break;
    }
    case "reset":
      project(state, instruction.qubit, outcome as 0 | 1, weights);
      if (outcome === 1) lowerQubit(state, instruction.qubit);
      break;
    case "channel":
      applyOperator(state, instruction.channel, outcome, weights[outcome], instruction.qubits);
      break;
    case "chance":
      break;
  }
}

function project(state: StateVector, qubit: number, value: 0 | 1, weights: readonly number[]): void {
  // The weights of reading and misreading a value add up to that of the value.
  const weight = weights[value] + (weights[value + 2] ?? 0);
  const other = weights[1 - value] + (weights[3 - value] ?? 0);
  if (other > 0) projectQubit(state, qubit, value, weight);
}

/** ⟨K†K⟩ of each operator, from the reduced density matrix: tr(ρ E). */
function effectMeans(channel: KrausChannel, state: StateVector, qubits: readonly number[]): number[] {
  const { re, im } = reducedDensity(state, qubits);
  return channel.effects.map((effect) => {
    let sum = 0;
    // tr(ρE) = Σ ρ_rc E_cr, and E_cr = E_rc*.
    for (let k = 0; k < re.length; k++) sum += re[k] * effect.re[k] + im[k] * effect.im[k];
    return Math.max(0, sum);
  });
}

/** Applies K_k/√weight. */
function applyOperator(
  state: StateVector,
  channel: KrausChannel,
  k: number,
  weight: number,
  qubits: readonly number[],
): void {
  if (isIdentity(channel, k)) return;
  const { size, re, im } = channel.operators[k];
  const scale = 1 / Math.sqrt(weight);
  const matrix = { size, re: re.map((x) => x * scale), im: im.map((x) => x * scale) };
  const on = subspace(state.qubits, qubits, []);
  if (qubits.length === 1) applyOneQubit(state, qubits[0], matrix, on);
  else applyDense(state, qubits, matrix, on);
}
