import { LimitError } from "../errors/limit-error.ts";

/** Bytes that a state vector may take unless a caller allows more: 4 GiB, which is 28 qubits. */
export const defaultMemoryLimit = 2 ** 32;

/** Most qubits whatever the memory: basis states are counted in 32-bit integers. */
const mostQubits = 30;

/**
 * Checks that a state of so many qubits may be allocated, before it is: 16 bytes an amplitude.
 *
 * Errors: LimitError with the qubits and the bytes; RangeError for a limit that holds not even one amplitude.
 *
 * @example checkMemory(40) // throws: simulate: expected at most 4 GiB, got 16 TiB; for 40 qubits; use at most 28 qubits or raise memoryLimit.
 */
export function checkMemory(qubits: number, limit = defaultMemoryLimit): void {
  if (!(limit >= 16)) {
    throw new RangeError(
      `simulate: expected memoryLimit to be at least 16 bytes, got ${limit}; pass a number of bytes.`,
    );
  }
  const most = Math.min(mostQubits, Math.floor(Math.log2(limit / 16)));
  if (qubits > most) {
    throw new LimitError(
      "simulate",
      16 * 2 ** most,
      16 * 2 ** qubits,
      "bytes",
      `for ${qubits} qubits; use at most ${most} qubits or raise memoryLimit`,
    );
  }
}
