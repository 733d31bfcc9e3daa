import { Circuit } from "../circuit/circuit.ts";

/** A phase estimation as a circuit, and where its parts are. */
export interface PhaseEstimationCircuit {
  readonly circuit: Circuit;
  /** The qubits that the unitary acts on, as it numbers them. */
  readonly target: readonly number[];
  /** The counting register, lowest bit first: its outcome y estimates the phase by y/2^bits. */
  readonly counting: readonly number[];
}

/** What is estimated, how finely, and on which state. */
export interface PhaseEstimationOptions {
  /** The unitary U whose eigenphases e^{2πiφ} are estimated. */
  readonly unitary: Circuit;
  /** Bits t of the estimate. */
  readonly bits: number;
  /** Prepares the state of the target from |0…0⟩ (default: leaves |0…0⟩). */
  readonly preparation?: Circuit;
}

/**
 * Builds phase estimation: U|φ⟩ = e^{2πiφ}|φ⟩ gives outcome y with probability sin²(2^t πΔ)/(4^t sin²(πΔ)), Δ = y/2^t − φ.
 *
 * Hadamard gates on the counting register, U^{2^k} controlled by its bit k, then the inverse Fourier transform.
 * Cost: 2^t − 1 controlled uses of U.
 *
 * Errors: RangeError for bits that are not a whole number ≥ 1, or a preparation on another number of qubits.
 *
 * Source: Cleve, Ekert, Macchiavello and Mosca, quant-ph/9708016.
 */
export function phaseEstimationCircuit(options: PhaseEstimationOptions): PhaseEstimationCircuit {
  const { unitary, bits, preparation = new Circuit(unitary.qubits) } = options;
  if (!Number.isInteger(bits) || bits < 1) {
    throw new RangeError(
      `phaseEstimationCircuit: expected bits to be a whole number ≥ 1, got ${bits}; 2^bits is the number of points.`,
    );
  }
  if (preparation.qubits !== unitary.qubits) {
    throw new RangeError(
      `phaseEstimationCircuit: expected a preparation of ${unitary.qubits} qubits as the unitary has, got ${preparation.qubits}; build both on the same qubits.`,
    );
  }
  const target = Array.from({ length: unitary.qubits }, (_, q) => q);
  const counting = Array.from({ length: bits }, (_, k) => unitary.qubits + k);
  let circuit = new Circuit(unitary.qubits + bits).append(preparation).onEach("h", counting);
  counting.forEach((qubit, k) => {
    circuit = circuit.append(unitary.controlled([qubit]).repeat(2 ** k));
  });
  return { circuit: circuit.inverseQft(counting), target, counting };
}
