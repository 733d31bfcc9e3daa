import type { Register } from "../register.ts";

/**
 * The registers after their qubits or bits have moved, k to `to[k]`.
 *
 * A register goes with its members where they stay neighbours, in whatever order; otherwise its name is given up.
 */
export function remapRegisters(registers: readonly Register[], to: readonly number[]): Register[] {
  return registers
    .map(({ name, start, size }) => {
      const places = to.slice(start, start + size);
      const first = Math.min(...places);
      return Math.max(...places) - first === size - 1 ? { name, start: first, size } : undefined;
    })
    .filter((register) => register !== undefined)
    .sort((a, b) => a.start - b.start);
}
