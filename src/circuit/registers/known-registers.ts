import { type CircuitRegisters, noRegisters } from "../register.ts";
import { checkRegisters } from "./check-registers.ts";

/** Registers that have been checked: a circuit that grows has at least the qubits and bits that they name. */
const known = new WeakSet<object>([noRegisters]);

/**
 * The registers of a circuit, checked unless they were before, so that growing step by step checks them once.
 *
 * Errors: RangeError that says which register is wrong.
 */
export function knownRegisters(
  registers: Partial<CircuitRegisters>,
  qubits: number,
  bits: number,
): CircuitRegisters {
  if (known.has(registers)) return registers as CircuitRegisters;
  const { qubitRegisters = [], bitRegisters = [] } = registers;
  const checked = Object.freeze({ qubitRegisters, bitRegisters });
  checkRegisters(checked, qubits, bits);
  known.add(checked);
  return checked;
}
