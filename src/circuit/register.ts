/** A name for neighbouring qubits or bits: `start`, …, `start + size − 1`, the first being the lowest. */
export interface Register {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** The names of the qubits and bits of a circuit. */
export interface CircuitRegisters {
  readonly qubitRegisters: readonly Register[];
  readonly bitRegisters: readonly Register[];
}

/** No names: drawn and exported as q and c. */
export const noRegisters: CircuitRegisters = Object.freeze({
  qubitRegisters: Object.freeze([]),
  bitRegisters: Object.freeze([]),
});
