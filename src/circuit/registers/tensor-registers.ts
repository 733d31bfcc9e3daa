import type { CircuitRegisters, Register } from "../register.ts";

/** The registers of two circuits side by side: those of the low one, then the others moved up; a name that is there already gets a number. */
export function tensorRegisters(
  low: CircuitRegisters,
  high: CircuitRegisters,
  qubits: number,
  bits: number,
): CircuitRegisters {
  const used = new Set([...low.qubitRegisters, ...low.bitRegisters].map(({ name }) => name));
  const fresh = (name: string) => {
    let candidate = name;
    for (let k = 1; used.has(candidate); k++) candidate = `${name}${k}`;
    used.add(candidate);
    return candidate;
  };
  const moved = (list: readonly Register[], by: number) =>
    list.map(({ name, start, size }) => ({ name: fresh(name), start: start + by, size }));
  return {
    qubitRegisters: [...low.qubitRegisters, ...moved(high.qubitRegisters, qubits)],
    bitRegisters: [...low.bitRegisters, ...moved(high.bitRegisters, bits)],
  };
}
