import { LimitError } from "../errors/limit-error.ts";

/** Bytes that a state vector may take unless a caller allows more: 4 GiB, which is 28 qubits, or 29 of 8 bytes an amplitude. */
export const defaultMemoryLimit = 2 ** 32;

/** Most qubits whatever the memory: basis states are counted in 32-bit integers. */
const mostQubits = 30;

/**
 * Checks that a state of so many qubits may be allocated, before it is: 16 or 8 bytes an amplitude.
 *
 * Errors: LimitError with the qubits and the bytes; RangeError for a limit that holds not even one amplitude.
 *
 * @example checkMemory(40) // throws: simulate: expected at most 4 GiB, got 16 TiB; for 40 qubits; use at most 28 qubits or raise memoryLimit.
 */
export function checkMemory(qubits: number, limit = defaultMemoryLimit, bytesPerAmplitude = 16): void {
  if (!(limit >= bytesPerAmplitude)) {
    throw new RangeError(
      `simulate: expected memoryLimit to be at least ${bytesPerAmplitude} bytes, got ${limit}; pass a number of bytes.`,
    );
  }
  const most = Math.min(mostQubits, Math.floor(Math.log2(limit / bytesPerAmplitude)));
  if (qubits > most) {
    throw new LimitError(
      "simulate",
      bytesPerAmplitude * 2 ** most,
      bytesPerAmplitude * 2 ** qubits,
      "bytes",
      `for ${qubits} qubits; use at most ${most} qubits or raise memoryLimit`,
    );
  }
}
