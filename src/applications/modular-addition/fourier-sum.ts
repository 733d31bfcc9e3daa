import { Circuit } from "../../circuit/circuit.ts";
import { cyclicFourierCircuit, digitQubits } from "../../primitives/cyclic-fourier-circuit.ts";
import { simulate } from "../../simulator/simulate.ts";
import type { StateVector } from "../../simulator/state-vector.ts";
import type { DigitOracle } from "./digit-oracle.ts";

/** A sum that was made of phases. */
export interface FourierSum {
  /** QFT|0⟩, one phase a digit, inverse QFT. */
  readonly circuit: Circuit;
  /** The state before measurement: |Σ a_j mod N⟩. */
  readonly state: StateVector;
  /** The digit that is measured, and its probability: 1 up to rounding. */
  readonly sum: number;
  readonly probability: number;
}

/**
 * Adds digits modulo N with Fourier phases: QFT|0⟩, diag(e^{2πiζa_j/N}) for each digit, inverse QFT: |Σ_j a_j mod N⟩.
 *
 * The digits of Z_N live in the lowest N states of ⌈lg N⌉ qubits. For N = 2^t everything is gates: t(t + 1)/2 for a
 * transform and t phases for a digit.
 * Amplitude of c before measurement: (1/N) Σ_ζ e^{2πiζ(Σa − c)/N}.
 *
 * Queries: each digit once, as a phase. A classical sum reads each digit once too: nothing is gained.
 *
 * @example fourierSum(digitOracle([3, 5, 6], { modulus: 7, ledger })).sum // 0
 *
 * Source: Draper, quant-ph/0008033.
 */
export function fourierSum(oracle: DigitOracle): FourierSum {
  const { modulus, count } = oracle;
  const transform = cyclicFourierCircuit(modulus);
  let circuit = transform;
  for (let j = 0; j < count; j++) circuit = circuit.append(oracle.phase(j));
  circuit = circuit.append(transform.inverse());
  const state = simulate(circuit);
  let sum = 0;
  for (let c = 1; c < modulus; c++) if (state.probability(c) > state.probability(sum)) sum = c;
  return { circuit, state, sum, probability: state.probability(sum) };
}

/**
 * Adds digits that are in registers of their own: |a_1⟩ … |a_k⟩|0⟩ → |a_1⟩ … |a_k⟩|Σ a_j mod N⟩.
 *
 * A digit gives its phases through controlled phase gates e^{2πi·2^{i+b}/N}, one for each pair of bits; for N = 2^t the
 * pairs with i + b ≥ t turn by full circles and are left out: t(t + 1)/2 remain.
 * Qubits: the digits from the first on, ⌈lg N⌉ each, then the sum.
 *
 * @example registerSumCircuit(5, 2).qubits // 9
 */
export function registerSumCircuit(modulus: number, digits: number): Circuit {
  if (!Number.isInteger(digits) || digits < 1) {
    throw new RangeError(
      `registerSumCircuit: expected a whole number of digits ≥ 1, got ${digits}; each has a register.`,
    );
  }
  const width = digitQubits(modulus);
  const sum = Array.from({ length: width }, (_, bit) => digits * width + bit);
  const transform = cyclicFourierCircuit(modulus);
  let circuit = new Circuit((digits + 1) * width).append(transform, sum);
  for (let j = 0; j < digits; j++) {
    for (let i = 0; i < width; i++) {
      for (let bit = 0; bit < width; bit++) {
        const turn = 2 ** (i + bit) % modulus;
        if (turn !== 0) circuit = circuit.cp((2 * Math.PI * turn) / modulus, j * width + i, sum[bit]);
      }
    }
  }
  return circuit.append(transform.inverse(), sum);
}
