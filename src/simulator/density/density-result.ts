import { type ComplexMatrix, zeroMatrix } from "../../circuit/complex-matrix.ts";
import { LimitError } from "../../errors/limit-error.ts";
import type { ReadoutError } from "../noise/noise-model.ts";
import type { MeasureStep } from "../program/step.ts";
import { addScaled, scaleDensity, traceOf } from "./density-kernels.ts";
import { type Member, negligible } from "./mixture.ts";

/** Most bits of a law of readings that go wrong, which has every string of bits in it. */
const mostMisread = 20;

/** The exact end of a circuit: the state of its qubits and the law of its classical bits. */
export class DensityResult {
  readonly qubits: number;
  /** The density matrix at the end, averaged over what was measured. Measured qubits have lost their coherence. */
  readonly density: ComplexMatrix;
  /** The probability of each string of classical bits that can occur, bit 0 rightmost. */
  readonly probabilities: Readonly<Record<string, number>>;
  readonly #members: readonly Member[];
  readonly #final: readonly MeasureStep[];
  readonly #readout: ReadoutError | undefined;

  /** Members before the final measurements; their matrices are kept and lose the coherence of the measured qubits. */
  constructor(
    qubits: number,
    members: readonly Member[],
    final: readonly MeasureStep[],
    readout: ReadoutError | undefined,
  ) {
    this.qubits = qubits;
    this.#members = members;
    this.#final = final;
    this.#readout = readout;
    this.density = zeroMatrix(2 ** qubits);
    const mask = final.reduce((sum, { qubit }) => sum | (1 << qubit), 0);
    for (const { density } of members) {
      dephase(density, mask);
      addScaled(this.density, density, 1);
    }
    this.probabilities = this.#law();
  }

  /**
   * The density matrix at the end, given that the classical bits read so.
   *
   * Errors: RangeError for a string of bits that has no probability.
   */
  given(bits: string): ComplexMatrix {
    if (!Object.hasOwn(this.probabilities, bits)) {
      throw new RangeError(
        `given: expected a string of bits of positive probability, got ${JSON.stringify(bits)}; see the keys of probabilities.`,
      );
    }
    const read = Uint8Array.from([...bits].reverse(), Number);
    const last = this.#lastReadings();
    const result = zeroMatrix(2 ** this.qubits);
    for (const member of this.#members) {
      const agrees = member.bits.every((value, bit) => last.has(bit) || value === read[bit]);
      if (!agrees) continue;
      const { size, re, im } = member.density;
      for (let r = 0; r < size; r++) {
        let factor = 1;
        // Rows and columns agree on the measured qubits wherever an entry is left.
        for (const [bit, qubit] of last) factor *= this.#readAs(read[bit], (r >> qubit) & 1);
        if (factor === 0) continue;
        for (let at = r * size; at < (r + 1) * size; at++) {
          result.re[at] += factor * re[at];
          result.im[at] += factor * im[at];
        }
      }
    }
    scaleDensity(result, 1 / traceOf(result));
    return result;
  }

  /** The final measurements that count: of two into one bit, the later. */
  #lastReadings(): Map<number, number> {
    return new Map(this.#final.map(({ bit, qubit }) => [bit, qubit]));
  }

  /** The probability to read a value where the qubit has one. */
  #readAs(read: number, value: number): number {
    const { p01, p10 } = this.#readout ?? { p01: 0, p10: 0 };
    const wrong = value === 0 ? p01 : p10;
    return read === value ? 1 - wrong : wrong;
  }

  #law(): Record<string, number> {
    const last = this.#lastReadings();
    const qubits = [...new Set(last.values())];
    const law = new Map<string, number>();
    for (const { bits, density } of this.#members) {
      diagonalMarginal(density, qubits).forEach((p, outcome) => {
        if (!(p > negligible)) return;
        const read = bits.slice();
        for (const [bit, qubit] of last) read[bit] = (outcome >> qubits.indexOf(qubit)) & 1;
        const key = [...read].reverse().join("");
        law.set(key, (law.get(key) ?? 0) + p);
      });
    }
    return Object.fromEntries([...this.#misread(law, [...last.keys()])].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Each of some bits flipped on its own with the probabilities of the readout error. */
  #misread(law: Map<string, number>, bits: readonly number[]): Map<string, number> {
    if (this.#readout === undefined) return law;
    if (bits.length > mostMisread) {
      throw new LimitError(
        "densityMatrix",
        mostMisread,
        bits.length,
        "misread bits",
        "the law has every string of them: measure fewer",
      );
    }
    let current = law;
    for (const bit of bits) {
      const next = new Map<string, number>();
      for (const [key, p] of current) {
        const at = key.length - 1 - bit;
        for (const read of [0, 1]) {
          const share = p * this.#readAs(read, Number(key[at]));
          if (share === 0) continue;
          const to = `${key.slice(0, at)}${read}${key.slice(at + 1)}`;
          next.set(to, (next.get(to) ?? 0) + share);
        }
      }
      current = next;
    }
    return current;
  }
}

/** Sets the entries to 0 whose row and column differ in some of these qubits. */
function dephase({ size, re, im }: ComplexMatrix, mask: number): void {
  if (mask === 0) return;
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      if (((r ^ c) & mask) === 0) continue;
      re[r * size + c] = 0;
      im[r * size + c] = 0;
    }
  }
}

/** The diagonal summed over all but some qubits; bit j of an outcome is `qubits[j]`. */
function diagonalMarginal({ size, re }: ComplexMatrix, qubits: readonly number[]): Float64Array {
  const result = new Float64Array(2 ** qubits.length);
  for (let r = 0; r < size; r++) {
    let outcome = 0;
    for (let j = 0; j < qubits.length; j++) outcome |= ((r >> qubits[j]) & 1) << j;
    result[outcome] += re[r * size + r];
  }
  return result;
}
