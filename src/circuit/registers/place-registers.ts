import type { Register } from "../register.ts";

/** Registers one after the other, and how many places they take together. */
export function placeRegisters(list: readonly (readonly [name: string, size: number])[]): {
  registers: Register[];
  count: number;
} {
  let count = 0;
  const registers = list.map(([name, size]) => {
    count += size;
    return { name, start: count - size, size };
  });
  return { registers, count };
}
