import type { ComplexMatrix } from "../circuit/complex-matrix.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Plane } from "./amplitudes.ts";
import { checkMemory } from "./check-memory.ts";
import { formatKet, type KetFormat } from "./format-ket.ts";
import { marginal } from "./marginal.ts";
import { reducedDensity } from "./reduced-density.ts";
import { sampleCounts } from "./sample-counts.ts";
import { type SampledOutcomes, sampleWeights, stateWeights } from "./sample-weights.ts";

/**
 * The amplitudes of n qubits: basis state i has amplitude `re[i] + i·im[i]`, and bit q of i is qubit q.
 *
 * Memory: 16 · 2^n bytes, checked before it is allocated; 8 · 2^n with amplitudes of 32 bits, as an engine of that
 * precision gives them. Everything that is read from a state is computed in 64 bits.
 *
 * Errors: LimitError for too many qubits; RangeError for arrays whose length is not 2^n.
 *
 * @example simulate(new Circuit(2).h(0).cx(0, 1)).ket() // "0.707|00⟩ + 0.707|11⟩"
 */
export class StateVector {
  readonly qubits: number;
  readonly re: Plane;
  readonly im: Plane;

  /** The state |0…0⟩, or the state with the given amplitudes (kept, not copied). */
  constructor(qubits: number, re?: Plane, im?: Plane) {
    if (!Number.isInteger(qubits) || qubits < 0) {
      throw new RangeError(
        `StateVector: expected a whole number ≥ 0 of qubits, got ${qubits}; count qubits.`,
      );
    }
    const size = 2 ** qubits;
    for (const part of [re, im]) {
      if (part !== undefined && part.length !== size) {
        throw new RangeError(
          `StateVector: expected ${size} amplitudes for ${qubits} qubits, got ${part.length}; list every basis state.`,
        );
      }
    }
    if (re === undefined || im === undefined) checkMemory(qubits);
    this.qubits = qubits;
    this.re = re ?? new Float64Array(size);
    this.im = im ?? new Float64Array(size);
    if (re === undefined) this.re[0] = 1;
  }

  /** The basis state |index⟩. */
  static basis(qubits: number, index: number): StateVector {
    const state = new StateVector(qubits);
    state.#checkIndex("basis", index);
    state.re[0] = 0;
    state.re[index] = 1;
    return state;
  }

  /** Number of basis states, 2^n. */
  get size(): number {
    return this.re.length;
  }

  /** The amplitude of basis state i, as (real part, imaginary part). */
  amplitude(i: number): readonly [re: number, im: number] {
    this.#checkIndex("amplitude", i);
    return [this.re[i], this.im[i]];
  }

  /** The probability of basis state i. */
  probability(i: number): number {
    this.#checkIndex("probability", i);
    return this.re[i] ** 2 + this.im[i] ** 2;
  }

  /** The probabilities of all basis states. */
  probabilities(): Float64Array {
    const { re, im } = this;
    const result = new Float64Array(re.length);
    for (let i = 0; i < re.length; i++) result[i] = re[i] * re[i] + im[i] * im[i];
    return result;
  }

  /** The law of some qubits alone: 2^k probabilities, bit j of an outcome being `qubits[j]`. */
  marginal(qubits: readonly number[]): Float64Array {
    return marginal(this, qubits);
  }

  /** The reduced density matrix of some qubits, bit j of a row number being `qubits[j]`. */
  reducedDensity(qubits: readonly number[]): ComplexMatrix {
    return reducedDensity(this, qubits);
  }

  /** The length √⟨ψ|ψ⟩; 1 up to rounding. */
  norm(): number {
    let sum = 0;
    for (let i = 0; i < this.size; i++) sum += this.re[i] * this.re[i] + this.im[i] * this.im[i];
    return Math.sqrt(sum);
  }

  /** ⟨this|other⟩. */
  innerProduct(other: StateVector): readonly [re: number, im: number] {
    if (other.qubits !== this.qubits) {
      throw new RangeError(
        `innerProduct: expected a state of ${this.qubits} qubits, got ${other.qubits}; compare equal sizes.`,
      );
    }
    let re = 0;
    let im = 0;
    for (let i = 0; i < this.size; i++) {
      re += this.re[i] * other.re[i] + this.im[i] * other.im[i];
      im += this.re[i] * other.im[i] - this.im[i] * other.re[i];
    }
    return [re, im];
  }

  /** |⟨this|other⟩|². */
  fidelity(other: StateVector): number {
    const [re, im] = this.innerProduct(other);
    return re * re + im * im;
  }

  /** The state in Dirac notation, ascending: `0.707|00⟩ + 0.707|11⟩`. */
  ket(format: KetFormat = {}): string {
    return formatKet(this, format);
  }

  /** Measures all qubits of so many copies: how often each bit string came, qubit 0 rightmost. */
  sample(shots: number, random: RandomStream): Record<string, number> {
    return sampleCounts(stateWeights(this), this.qubits, shots, random);
  }

  /** The same outcomes as `sample` as numbers, ascending: for very many shots, where strings take longer than the drawing. */
  sampleOutcomes(shots: number, random: RandomStream): SampledOutcomes {
    return sampleWeights(stateWeights(this), shots, random);
  }

  /** An independent copy. */
  clone(): StateVector {
    return new StateVector(this.qubits, this.re.slice(), this.im.slice());
  }

  #checkIndex(method: string, i: number): void {
    if (!Number.isInteger(i) || i < 0 || i >= this.size) {
      throw new RangeError(
        `${method}: expected a basis state from 0 to ${this.size - 1}, got ${i}; qubit 0 is the low bit.`,
      );
    }
  }
}
