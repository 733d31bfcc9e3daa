import { Circuit } from "../../circuit/circuit.ts";
import type { Ledger } from "../../oracles/ledger.ts";
import { digitQubits } from "../../primitives/cyclic-fourier-circuit.ts";

/** k digits of Z_N behind a door: read one by one, or used as phases. */
export interface DigitOracle {
  readonly modulus: number;
  readonly count: number;
  /** Digit j. Bills 1 classical entry. */
  read(j: number): number;
  /** diag(e^{2πiζa_j/N}) on the qubits of a register: one phase gate a qubit. Bills 1 phase. */
  phase(j: number): Circuit;
}

/**
 * Puts digits behind an oracle that bills each use.
 *
 * Errors: RangeError for no digit, digits that are not whole numbers from 0 to N − 1, or a digit that is not there.
 *
 * @example digitOracle([3, 5, 6], { modulus: 7, ledger }).read(1) // 5
 */
export function digitOracle(
  digits: readonly number[],
  options: { readonly modulus: number; readonly ledger: Ledger },
): DigitOracle {
  const { modulus, ledger } = options;
  const qubits = digitQubits(modulus);
  if (digits.length === 0 || digits.some((a) => !Number.isInteger(a) || a < 0 || a >= modulus)) {
    throw new RangeError(
      `digitOracle: expected digits from 0 to ${modulus - 1}, at least one, got ${JSON.stringify(digits)}; reduce them modulo ${modulus}.`,
    );
  }
  const digit = (j: number) => {
    if (digits[j] !== undefined) return digits[j];
    throw new RangeError(
      `digitOracle: expected a digit from 0 to ${digits.length - 1}, got ${j}; digits are counted from 0.`,
    );
  };
  return {
    modulus,
    count: digits.length,
    read(j) {
      const value = digit(j);
      ledger.charge({ oracle: "digits", access: "classical", unit: "entry", use: "read", count: 1 });
      return value;
    },
    phase(j) {
      const value = digit(j);
      ledger.charge({ oracle: "digits", access: "quantum", unit: "phase", use: "forward", count: 1 });
      let circuit = new Circuit(qubits);
      for (let bit = 0; bit < qubits; bit++) {
        circuit = circuit.p((2 * Math.PI * ((value * 2 ** bit) % modulus)) / modulus, bit);
      }
      return circuit;
    },
  };
}

/** The sum of all digits modulo N, by reading each of them once. */
export function directSum(oracle: DigitOracle): number {
  let sum = 0;
  for (let j = 0; j < oracle.count; j++) sum = (sum + oracle.read(j)) % oracle.modulus;
  return sum;
}
