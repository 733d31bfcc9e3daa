import { Circuit } from "../circuit/circuit.ts";
import { zeroMatrix } from "../circuit/complex-matrix.ts";
import { qftCircuit } from "./qft-circuit.ts";

/** The most states of a modulus: its transform is a dense matrix of 2^20 entries then. */
const largestModulus = 2 ** 10;

/**
 * The Fourier transform of Z_N on ⌈lg N⌉ qubits: |x⟩ → N^{−1/2} Σ_{y<N} e^{+2πi xy/N}|y⟩ for x < N, and |x⟩ → |x⟩ beyond.
 *
 * The digit is a qudit of N levels held in the lowest N states of the qubits, qubit 0 the low bit; the other states are
 * left alone. For N = 2^t it is made of gates (see qftCircuit): t(t + 1)/2 Hadamard gates and controlled phases. For any
 * other N it is one dense matrix, labelled as such: an exact circuit of gates is known for it but is not built here.
 *
 * Errors: RangeError for a modulus that is no whole number from 2 to 1024.
 *
 * @example simulate(cyclicFourierCircuit(3)).ket() // "0.577|00⟩ + 0.577|01⟩ + 0.577|10⟩"
 *
 * Source: Nielsen and Chuang, section 5.1; Mosca and Zalka, quant-ph/0301093 (exact circuits for other moduli).
 */
export function cyclicFourierCircuit(modulus: number): Circuit {
  const qubits = digitQubits(modulus);
  if (modulus === 2 ** qubits) return qftCircuit(qubits);
  const size = 2 ** qubits;
  const matrix = zeroMatrix(size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const inside = x < modulus && y < modulus;
      // The product is reduced first, so that the angle keeps all its digits.
      const angle = (2 * Math.PI * ((x * y) % modulus)) / modulus;
      matrix.re[y * size + x] = inside ? Math.cos(angle) / Math.sqrt(modulus) : x === y ? 1 : 0;
      matrix.im[y * size + x] = inside ? Math.sin(angle) / Math.sqrt(modulus) : 0;
    }
  }
  const all = Array.from({ length: qubits }, (_, q) => q);
  return new Circuit(qubits).unitary(matrix, all, `QFT mod ${modulus}`);
}

/**
 * The number of qubits that hold a digit of Z_N: ⌈lg N⌉.
 *
 * Errors: RangeError for a modulus that is no whole number from 2 to 1024.
 *
 * @example digitQubits(7) // 3
 */
export function digitQubits(modulus: number): number {
  if (!Number.isInteger(modulus) || modulus < 2 || modulus > largestModulus) {
    throw new RangeError(
      `cyclicFourierCircuit: expected a modulus that is a whole number from 2 to ${largestModulus}, got ${modulus}; it counts the states of one digit.`,
    );
  }
  return 32 - Math.clz32(modulus - 1);
}
