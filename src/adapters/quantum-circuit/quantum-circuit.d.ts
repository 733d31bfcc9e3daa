/** The package brings no types; what kronket uses of it is in `quantum-circuit-object.ts`. */
declare module "quantum-circuit" {
  const QuantumCircuit: new (qubits?: number) => unknown;
  export default QuantumCircuit;
}
