import { parity, popcount } from "./bit-count.ts";
import { parsePauliSum } from "./parse-pauli-sum.ts";

/**
 * One term c·P of a sum of Pauli strings, P = i^{|x ∧ z|} X^x Z^z.
 *
 * Qubit q carries X if bit q is set in `x` alone, Z if in `z` alone, Y if in both, the identity if in none.
 */
export interface PauliTerm {
  readonly coefficient: number;
  readonly x: number;
  readonly z: number;
}

/**
 * A Hermitian observable as a real combination of Pauli strings. A sum never changes; each method returns a new one.
 *
 * Like terms are added up, terms of coefficient 0 are dropped.
 *
 * @example pauli("0.5*X0 Z2 - ZZ").plus(pauli("I").times(3)).toString() // "0.5*X0 Z2 - Z0 Z1 + 3"
 */
export class PauliSum {
  readonly terms: readonly PauliTerm[];

  /** The sum of some terms. Errors: RangeError for masks that are not whole numbers below 2^30, and coefficients that are not finite. */
  constructor(terms: Iterable<PauliTerm>) {
    const merged = new Map<string, PauliTerm>();
    for (const term of terms) {
      checkTerm(term);
      const { x, z } = term;
      const known = merged.get(`${x} ${z}`)?.coefficient ?? 0;
      merged.set(`${x} ${z}`, { coefficient: known + term.coefficient, x, z });
    }
    this.terms = Object.freeze([...merged.values()].filter(({ coefficient }) => coefficient !== 0));
  }

  /** Number of qubits that it needs: one more than the highest one named. */
  get qubits(): number {
    return this.terms.reduce((most, { x, z }) => Math.max(most, 32 - Math.clz32(x | z)), 0);
  }

  /** This sum and another. */
  plus(other: PauliSum): PauliSum {
    return new PauliSum([...this.terms, ...other.terms]);
  }

  /** This sum less another. */
  minus(other: PauliSum): PauliSum {
    return this.plus(other.times(-1));
  }

  /** All coefficients times a real number. */
  times(factor: number): PauliSum {
    return new PauliSum(this.terms.map((term) => ({ ...term, coefficient: factor * term.coefficient })));
  }

  /**
   * The square H². Terms that anticommute drop out; the product of two that commute is ± a Pauli string, so that the
   * square is a real combination again.
   */
  squared(): PauliSum {
    const products: PauliTerm[] = [];
    for (const a of this.terms) {
      for (const b of this.terms) {
        if (parity(a.x & b.z) !== parity(a.z & b.x)) continue;
        const x = a.x ^ b.x;
        const z = a.z ^ b.z;
        // X^x Z^z with its phase: moving Z^{a.z} past X^{b.x} gives (−1)^{a.z·b.x}.
        const power = popcount(a.x & a.z) + popcount(b.x & b.z) - popcount(x & z) + 2 * popcount(a.z & b.x);
        const sign = power % 4 === 0 ? 1 : -1;
        products.push({ coefficient: sign * a.coefficient * b.coefficient, x, z });
      }
    }
    return new PauliSum(products);
  }

  /** The sum as text that `pauli` reads back: `0.5*X0 Z2 - Z0 Z1 + 3`. */
  toString(): string {
    if (this.terms.length === 0) return "0";
    return this.terms
      .map((term, k) => {
        const sign = term.coefficient < 0 ? "-" : "+";
        const text = formatTerm({ ...term, coefficient: Math.abs(term.coefficient) });
        if (k > 0) return ` ${sign} ${text}`;
        return sign === "-" ? `-${text}` : text;
      })
      .join("");
  }
}

/**
 * Reads a sum of Pauli strings.
 *
 * A term is an optional coefficient, an optional `*` and one Pauli string, in one of two forms:
 * - dense, `XZI`: one letter a qubit, **qubit 0 rightmost**, as in a ket; qubits beyond the letters carry the identity;
 * - sparse, `X2 Z1`: a letter and its qubit, in any order, with or without spaces or `*` between them.
 *
 * A number alone is a multiple of the identity. `X` alone is dense: X on qubit 0.
 *
 * Errors: ParseError with the column for anything else, such as a qubit named twice in one term or above 29.
 *
 * @example pauli("0.5*X0 Z2 - ZZ").terms // [{ coefficient: 0.5, x: 1, z: 4 }, { coefficient: -1, x: 0, z: 3 }]
 */
export function pauli(text: string): PauliSum {
  return new PauliSum(parsePauliSum(text));
}

function checkTerm({ coefficient, x, z }: PauliTerm): void {
  if (!Number.isFinite(coefficient)) {
    throw new RangeError(
      `PauliSum: expected a finite real coefficient, got ${String(coefficient)}; observables are Hermitian.`,
    );
  }
  for (const mask of [x, z]) {
    if (!Number.isInteger(mask) || mask < 0 || mask >= 2 ** 30) {
      throw new RangeError(
        `PauliSum: expected masks that are whole numbers below 2^30, got ${String(mask)}; bit q belongs to qubit q.`,
      );
    }
  }
}

function formatTerm({ coefficient, x, z }: PauliTerm): string {
  const letters: string[] = [];
  for (let qubit = 0; (x | z) >> qubit > 0; qubit++) {
    const letter = "IXZY"[((x >> qubit) & 1) + 2 * ((z >> qubit) & 1)];
    if (letter !== "I") letters.push(`${letter}${qubit}`);
  }
  if (letters.length === 0) return String(coefficient);
  return coefficient === 1 ? letters.join(" ") : `${coefficient}*${letters.join(" ")}`;
}
