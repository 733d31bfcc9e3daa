import type { KrausChannel } from "./kraus-channel.ts";
import { requireProbability } from "./require-probability.ts";

/**
 * How gates and readings go wrong. All of it is plain and stationary, for teaching; what is left out is perfect.
 *
 * After each gate act, in this order: depolarizing on the qubits of the gate together, then amplitude damping, phase
 * damping and the further channels on each of its qubits. A gate is a step of the circuit with its controls, boxes
 * opened; `id` is one too, so that it serves as waiting. A step on many qubits (qft, lookup, …) counts as one gate:
 * `expand` the circuit for noise on elementary gates. Resets and barriers are perfect.
 */
export interface NoiseModel {
  /** With this probability the qubits of a gate are replaced by the maximally mixed state: ρ → (1 − p) ρ + p · 1/2^k ⊗ tr_k ρ. */
  readonly depolarizing?: number | DepolarizingRates;
  /** The probability γ that |1⟩ decays to |0⟩ in one gate. */
  readonly amplitudeDamping?: number;
  /** λ of phase damping in one gate: coherence shrinks by √(1 − λ). */
  readonly phaseDamping?: number;
  /** Further one-qubit channels. */
  readonly channels?: readonly KrausChannel[];
  /** How measured bits are misread; the qubit itself is left as it was measured. */
  readonly readout?: ReadoutError;
}

/** Depolarizing that depends on the gate. */
export interface DepolarizingRates {
  /** For gates on one qubit. */
  readonly oneQubit: number;
  /** For gates on two qubits or more. */
  readonly twoQubit: number;
}

/** How a measured bit is misread. */
export interface ReadoutError {
  /** The probability to read 1 where the qubit is 0. */
  readonly p01: number;
  /** The probability to read 0 where the qubit is 1. */
  readonly p10: number;
}

const knownNames = ["depolarizing", "amplitudeDamping", "phaseDamping", "channels", "readout"];

/**
 * Checks a noise model.
 *
 * Errors: RangeError for probabilities outside [0, 1] and channels on more than one qubit; TypeError for unknown names.
 */
export function checkNoise(subject: string, noise: NoiseModel): void {
  if (typeof noise !== "object" || noise === null) {
    throw new TypeError(
      `${subject}: expected a noise model such as { depolarizing: 0.01 }, got ${noise === null ? "null" : typeof noise}; see NoiseModel.`,
    );
  }
  checkNames(`${subject}: noise`, noise, knownNames);
  const { depolarizing = 0, amplitudeDamping = 0, phaseDamping = 0, channels = [], readout } = noise;
  if (typeof depolarizing === "object") {
    checkNames(`${subject}: depolarizing`, depolarizing, ["oneQubit", "twoQubit"]);
    requireProbability(subject, "depolarizing.oneQubit", depolarizing.oneQubit);
    requireProbability(subject, "depolarizing.twoQubit", depolarizing.twoQubit);
  } else {
    requireProbability(subject, "depolarizing", depolarizing);
  }
  requireProbability(subject, "amplitudeDamping", amplitudeDamping);
  requireProbability(subject, "phaseDamping", phaseDamping);
  for (const { name, qubits } of channels) {
    if (qubits !== 1) {
      throw new RangeError(
        `${subject}: expected channels on one qubit, got ${name} on ${qubits}; noise after a gate acts on each of its qubits.`,
      );
    }
  }
  if (readout !== undefined) {
    checkNames(`${subject}: readout`, readout, ["p01", "p10"]);
    requireProbability(subject, "readout.p01", readout.p01);
    requireProbability(subject, "readout.p10", readout.p10);
  }
}

/** A misspelt name would switch its noise off without a word. */
function checkNames(subject: string, record: object, known: readonly string[]): void {
  const unknown = Object.keys(record).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`${subject}: expected ${known.join(", ")}, got ${unknown}; check the spelling.`);
  }
}
