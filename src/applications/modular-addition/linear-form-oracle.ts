import { Circuit } from "../../circuit/circuit.ts";
import { zeroMatrix } from "../../circuit/complex-matrix.ts";
import type { Ledger } from "../../oracles/ledger.ts";
import { digitQubits } from "../../primitives/cyclic-fourier-circuit.ts";

/** A hidden s ∈ Z_N^k behind the values of a ↦ ⟨s, a⟩ mod N. */
export interface LinearFormOracle {
  readonly modulus: number;
  /** k. */
  readonly count: number;
  /** ⟨s, a⟩ mod N. Bills 1 classical entry. */
  ask(digits: readonly number[]): number;
  /**
   * O_s: |a⟩|y⟩ → |a⟩|y + ⟨s, a⟩ mod N⟩ for one use: k registers of ⌈lg N⌉ qubits, then that of y. Bills 1 quantum entry.
   */
  query(): Circuit;
}

/**
 * Hides digits behind the values of their linear form.
 *
 * Errors: RangeError for no digit or digits that are not whole numbers from 0 to N − 1.
 *
 * @example linearFormOracle([3, 2], { modulus: 5, ledger }).ask([1, 1]) // 0
 */
export function linearFormOracle(
  secret: readonly number[],
  options: { readonly modulus: number; readonly ledger: Ledger },
): LinearFormOracle {
  const { modulus, ledger } = options;
  const width = digitQubits(modulus);
  const count = secret.length;
  const requireDigits = (subject: string, digits: readonly number[]) => {
    if (
      digits.length === count &&
      count > 0 &&
      digits.every((a) => Number.isInteger(a) && a >= 0 && a < modulus)
    )
      return;
    throw new RangeError(
      `${subject}: expected ${Math.max(1, count)} digits from 0 to ${modulus - 1}, got ${JSON.stringify(digits)}; reduce them modulo ${modulus}.`,
    );
  };
  requireDigits("linearFormOracle", secret);
  return {
    modulus,
    count,
    ask(digits) {
      requireDigits("ask", digits);
      ledger.charge({ oracle: "O_s", access: "classical", unit: "entry", use: "read", count: 1 });
      return digits.reduce((sum, a, j) => (sum + a * secret[j]) % modulus, 0);
    },
    query() {
      ledger.charge({ oracle: "O_s", access: "quantum", unit: "entry", use: "forward", count: 1 });
      const answer = Array.from({ length: width }, (_, bit) => count * width + bit);
      let circuit = new Circuit((count + 1) * width);
      for (let j = 0; j < count; j++) {
        for (let bit = 0; bit < width; bit++) {
          const worth = (secret[j] * 2 ** bit) % modulus;
          if (worth === 0) continue;
          circuit = circuit.control([j * width + bit], (body) =>
            body.unitary(addition(worth, modulus, width), answer, `+${worth} mod ${modulus}`),
          );
        }
      }
      return circuit;
    },
  };
}

/** |y⟩ → |y + worth mod N⟩ for y < N; other states stay where they are. */
function addition(worth: number, modulus: number, width: number) {
  const size = 2 ** width;
  const matrix = zeroMatrix(size);
  for (let y = 0; y < size; y++) {
    const to = y < modulus ? (y + worth) % modulus : y;
    matrix.re[to * size + y] = 1;
  }
  return matrix;
}
