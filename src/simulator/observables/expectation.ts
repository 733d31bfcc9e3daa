import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { parity, popcount } from "./bit-count.ts";
import { type PauliSum, type PauliTerm, pauli } from "./pauli-sum.ts";
import { isPure, type QuantumState, qubitsOf, requireState } from "./quantum-state.ts";

/**
 * The mean of an observable: ⟨ψ|H|ψ⟩, or tr(ρH) of a density matrix. The state is read in place, never copied.
 *
 * With P|i⟩ = i^{|x ∧ z|} (−1)^{i·z} |i ⊕ x⟩ each term is one pass over the amplitudes (over half of them where it has
 * an X or Y): terms · 2^n.
 *
 * Errors: RangeError for an observable on more qubits than the state; what `pauli` throws for a text.
 *
 * @example expectation(simulate(new Circuit(2).h(0).cx(0, 1)), "XX + ZZ") // 2
 */
export function expectation(state: QuantumState, observable: PauliSum | string): number {
  requireState("expectation", state);
  const sum = requireObservable("expectation", observable, qubitsOf(state));
  return meanOf(state, sum.terms);
}

/** Reads an observable and checks that it fits a state. */
export function requireObservable(subject: string, observable: PauliSum | string, qubits: number): PauliSum {
  const sum = typeof observable === "string" ? pauli(observable) : observable;
  if (sum.qubits > qubits) {
    throw new RangeError(
      `${subject}: expected an observable on at most ${qubits} qubits, got ${sum} on ${sum.qubits}; dense strings have qubit 0 rightmost.`,
    );
  }
  return sum;
}

/** The mean of some terms in a state that fits them. */
export function meanOf(state: QuantumState, terms: readonly PauliTerm[]): number {
  let mean = 0;
  for (const term of terms)
    mean += term.coefficient * (isPure(state) ? inPure(state, term) : inMixed(state, term));
  return mean;
}

/** Re Σ_i ψ*_{i⊕x} i^{|x∧z|} (−1)^{i·z} ψ_i; i and i ⊕ x give conjugates, so that half of the sum is enough. */
function inPure({ re, im }: Amplitudes, { x, z }: PauliTerm): number {
  let sum = 0;
  if (x === 0) {
    for (let i = 0; i < re.length; i++) {
      const weight = re[i] * re[i] + im[i] * im[i];
      sum += parity(i & z) === 0 ? weight : -weight;
    }
    return sum;
  }
  const ys = popcount(x & z);
  const high = 1 << (31 - Math.clz32(x));
  for (let block = 0; block < re.length; block += 2 * high) {
    for (let i = block; i < block + high; i++) {
      const j = i ^ x;
      const part = ys % 2 === 0 ? re[j] * re[i] + im[j] * im[i] : im[j] * re[i] - re[j] * im[i];
      sum += parity(i & z) === 0 ? part : -part;
    }
  }
  return (ys % 4 < 2 ? 2 : -2) * sum;
}

/** Re Σ_i i^{|x∧z|} (−1)^{i·z} ρ[i, i ⊕ x]. */
function inMixed({ size, re, im }: ComplexMatrix, { x, z }: PauliTerm): number {
  const ys = popcount(x & z);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const at = i * size + (i ^ x);
    const part = ys % 2 === 0 ? re[at] : -im[at];
    sum += parity(i & z) === 0 ? part : -part;
  }
  return ys % 4 < 2 ? sum : -sum;
}
