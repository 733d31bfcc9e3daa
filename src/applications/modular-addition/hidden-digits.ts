import { Circuit } from "../../circuit/circuit.ts";
import { LimitError } from "../../errors/limit-error.ts";
import { cyclicFourierCircuit, digitQubits } from "../../primitives/cyclic-fourier-circuit.ts";
import { simulate } from "../../simulator/simulate.ts";
import type { LinearFormOracle } from "./linear-form-oracle.ts";

/** The most qubits that a search for hidden digits is simulated on. */
const largestRegister = 20;

/** Digits that were found, and how surely. */
export interface HiddenDigits {
  readonly digits: readonly number[];
  /** The probability of measuring them: 1 up to rounding. */
  readonly probability: number;
}

/**
 * Finds s from one use of |a⟩|y⟩ → |a⟩|y + ⟨s, a⟩ mod N⟩ (Bernstein–Vazirani over Z_N).
 *
 * The answer register holds Σ_y ω^{−y}|y⟩/√N, to which adding c gives the phase ω^c; the digits start in QFT|0⟩, collect
 * ω^{⟨s, a⟩}, and the inverse transform reads s. Certain, for any modulus.
 *
 * Queries: 1. Classical: k (see askHiddenDigits), since an answer gives one digit's worth of information at most.
 * Errors: LimitError beyond 20 qubits, before the oracle is used.
 *
 * @example findHiddenDigits(linearFormOracle([3, 2, 6], { modulus: 7, ledger })).digits // [3, 2, 6]
 *
 * Source: Bernstein and Vazirani, SIAM Journal on Computing 26, 1411 (1997), over Z_N.
 */
export function findHiddenDigits(oracle: LinearFormOracle): HiddenDigits {
  const { modulus, count } = oracle;
  const width = digitQubits(modulus);
  const qubits = (count + 1) * width;
  if (qubits > largestRegister) {
    throw new LimitError(
      "findHiddenDigits",
      largestRegister,
      qubits,
      "qubits",
      "take fewer digits or a smaller modulus",
    );
  }
  const transform = cyclicFourierCircuit(modulus);
  const register = (j: number) => Array.from({ length: width }, (_, bit) => j * width + bit);
  let circuit = new Circuit(qubits);
  register(count).forEach((qubit, bit) => {
    // |N − 1⟩, whose transform is Σ_y ω^{−y}|y⟩/√N.
    if (((modulus - 1) >> bit) & 1) circuit = circuit.x(qubit);
  });
  for (let j = 0; j <= count; j++) circuit = circuit.append(transform, register(j));
  circuit = circuit.append(oracle.query());
  for (let j = 0; j < count; j++) circuit = circuit.append(transform.inverse(), register(j));
  const law = simulate(circuit).marginal(Array.from({ length: count * width }, (_, qubit) => qubit));
  const seen = law.reduce((best, probability, outcome) => (probability > law[best] ? outcome : best), 0);
  return {
    digits: Array.from({ length: count }, (_, j) => Math.floor(seen / 2 ** (j * width)) % 2 ** width),
    probability: law[seen],
  };
}

/** Finds s classically: one question for each digit. */
export function askHiddenDigits(oracle: LinearFormOracle): number[] {
  return Array.from({ length: oracle.count }, (_, j) =>
    oracle.ask(Array.from({ length: oracle.count }, (_, i) => (i === j ? 1 : 0))),
  );
}
