import QuantumCircuitClass from "quantum-circuit";
import type { QuantumCircuit, QuantumCircuitOptions } from "../../src/adapters/quantum-circuit/index.ts";
import { type ComplexMatrix, zeroMatrix } from "../../src/circuit/complex-matrix.ts";

/** quantum-circuit itself, with what its tests need beside what the adapter uses. */
export interface WholeQuantumCircuit extends QuantumCircuit {
  readonly basicGates: Readonly<Record<string, { readonly params: string[]; readonly matrix: unknown[] }>>;
  readonly customGates: Readonly<Record<string, QuantumCircuit>>;
  readonly cregs: Readonly<Record<string, readonly number[]>>;
  circuitMatrix(endianness: "little"): readonly (readonly (number | { re: number; im: number })[])[];
  importQASM(text: string, onError: (errors: readonly unknown[]) => void): void;
  registerGate(name: string, circuit: object): void;
  exportToIonq(options: object): unknown;
  exportQuirk(): unknown;
}

/** A circuit of quantum-circuit with some gates. */
export function circuitOf(
  qubits: number,
  ...gates: readonly (readonly [name: string, wires: readonly number[], options?: QuantumCircuitOptions])[]
): WholeQuantumCircuit {
  const circuit = new QuantumCircuitClass(qubits) as WholeQuantumCircuit;
  for (const [name, wires, options] of gates) circuit.appendGate(name, wires, options ?? {});
  return circuit;
}

/** What the reader of quantum-circuit makes of the gates of an OpenQASM 2 program on two qubits. */
export function importedGates(program: string): readonly (readonly [name: string, params: object])[] {
  const circuit = new QuantumCircuitClass(2) as WholeQuantumCircuit;
  let errors: readonly unknown[] = [];
  circuit.importQASM(`OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[2];\n${program}`, (found) => {
    errors = found;
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return circuit.gates
    .flat()
    .filter((cell) => cell?.connector === 0)
    .map((cell) => [cell?.name ?? "", cell?.options?.params ?? {}]);
}

/** The gates that quantum-circuit has built in. */
export function basicGates(): WholeQuantumCircuit["basicGates"] {
  return circuitOf(1).basicGates;
}

/** The matrix that quantum-circuit multiplies a circuit out to, qubit 0 as the low bit. */
export function matrixOf(circuit: WholeQuantumCircuit): ComplexMatrix {
  const rows = circuit.circuitMatrix("little");
  const matrix = zeroMatrix(rows.length);
  rows.forEach((row, r) => {
    row.forEach((entry, c) => {
      matrix.re[r * rows.length + c] = typeof entry === "number" ? entry : entry.re;
      matrix.im[r * rows.length + c] = typeof entry === "number" ? 0 : entry.im;
    });
  });
  return matrix;
}
