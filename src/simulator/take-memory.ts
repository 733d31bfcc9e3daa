import { LimitError } from "../errors/limit-error.ts";
import { MemoryError } from "../errors/memory-error.ts";
import { hostMemory } from "./host-memory.node.ts";

/** Smaller needs are not compared with what the host has. */
const checkedFrom = 2 ** 28;

/**
 * Takes memory for a state, after comparing the need with what the host has: systems promise more memory than there is,
 * and end processes that use it.
 *
 * Errors: LimitError with the need, where the host has less or refuses.
 */
export function takeMemory<Taken>(subject: string, bytes: number, qubits: number, take: () => Taken): Taken {
  if (bytes >= checkedFrom) {
    const available = hostMemory();
    if (bytes > available) {
      const remedy = `for ${qubits} qubits, more than this machine can give now; use fewer qubits or precision 32`;
      throw new LimitError(subject, available, bytes, "bytes", remedy);
    }
  }
  try {
    return take();
  } catch (cause) {
    const remedy = "drop states that are not needed, use fewer qubits or precision 32";
    throw new MemoryError(subject, bytes, `${qubits} qubits`, remedy, { cause });
  }
}
