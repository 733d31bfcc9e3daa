import type { CircuitRegisters, Register } from "../register.ts";

/**
 * Checks registers: names of letters, digits and _, none twice; each within the circuit; ascending, none overlapping.
 *
 * Errors: RangeError that says which register is wrong.
 */
export function checkRegisters(registers: CircuitRegisters, qubits: number, bits: number): void {
  const names = new Set<string>();
  checkList("qubit", registers.qubitRegisters, qubits, names);
  checkList("bit", registers.bitRegisters, bits, names);
}

function checkList(what: string, list: readonly Register[], count: number, names: Set<string>): void {
  let from = 0;
  for (const { name, start, size } of list) {
    if (typeof name !== "string" || !/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}_]*$/u.test(name)) {
      throw new RangeError(
        `Circuit: expected a register name of letters, digits and _, got ${JSON.stringify(name)}; choose a name such as data.`,
      );
    }
    if (names.has(name)) {
      throw new RangeError(`Circuit: expected distinct register names, got ${name} twice; rename one.`);
    }
    names.add(name);
    if (!Number.isInteger(start) || !Number.isInteger(size) || size < 1 || start < from) {
      throw new RangeError(
        `Circuit: expected register ${name} to start at or after ${from} and hold at least one ${what}, got start ${start} and size ${size}; list registers in order, without overlap.`,
      );
    }
    from = start + size;
    if (from > count) {
      throw new RangeError(
        `Circuit: expected register ${name} to end within ${count} ${what}s, got ${from}; make the circuit larger.`,
      );
    }
  }
}
