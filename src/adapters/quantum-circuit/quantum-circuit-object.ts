import QuantumCircuitClass from "quantum-circuit";

/** One end of a gate on one wire of the grid; the ends of a gate share its `id`. */
export interface QuantumCircuitCell {
  readonly id?: string;
  readonly name: string;
  readonly connector: number;
  readonly options?: QuantumCircuitOptions;
}

/** What a gate of quantum-circuit carries beside its wires. */
export interface QuantumCircuitOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly creg?: { readonly name: string; readonly bit: number };
  readonly condition?: { readonly creg: string; readonly value: number };
}

/** A circuit as `save()` of quantum-circuit gives it: a grid of cells, wires down, columns to the right. */
export interface QuantumCircuitData {
  readonly numQubits: number;
  readonly gates: readonly (readonly (QuantumCircuitCell | null)[])[];
  readonly cregs?: Readonly<Record<string, readonly number[]>>;
  readonly options?: { readonly params?: Readonly<Record<string, string | number>> };
  readonly customGates?: Readonly<Record<string, QuantumCircuitData>>;
}

/** The part of the class of quantum-circuit that kronket uses; the object itself has all of it. */
export interface QuantumCircuit extends QuantumCircuitData {
  readonly state: Readonly<Record<string, { readonly re: number; readonly im: number }>>;
  appendGate(name: string, wires: number | readonly number[], options?: QuantumCircuitOptions): string;
  createCreg(name: string, length: number): void;
  run(): void;
  save(): QuantumCircuitData;
  exportToSVG(options: object): string;
  exportToQiskit(options: object): string;
  exportToCirq(options: object): string;
  exportToPyquil(options: object): string;
  exportToQuil(options: object): string;
  exportToQSharp(options: object): string;
  exportToQuEST(options: object): string;
  exportToBraket(options: object): string;
  exportToCudaQ(options: object): string;
  exportToAQASM(options: object): string;
  exportToPyAQASM(options: object): string;
  exportToTFQ(options: object): string;
  exportToQobj(options: object): object;
  exportJavaScript(): string;
}

/** An empty circuit of quantum-circuit. */
export function newQuantumCircuit(qubits: number): QuantumCircuit {
  return new QuantumCircuitClass(qubits) as QuantumCircuit;
}
