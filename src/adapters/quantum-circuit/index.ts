// The npm package quantum-circuit: circuits to and from it, its exporters, and its simulator as a second opinion.

export { type ExportFormat, exportFormats, exportWith } from "./export-with.ts";
export { fromQuantumCircuit } from "./from-quantum-circuit.ts";
export type {
  QuantumCircuit,
  QuantumCircuitCell,
  QuantumCircuitData,
  QuantumCircuitOptions,
} from "./quantum-circuit-object.ts";
export { quantumCircuitState } from "./quantum-circuit-state.ts";
export { type ToQuantumCircuitOptions, toQuantumCircuit } from "./to-quantum-circuit.ts";
export type { VerifiedGateName } from "./verified-gates.ts";
