import { type Circuit, LimitError, StateVector, splitFinalMeasurements } from "../../index.ts";
import { toQuantumCircuit } from "./to-quantum-circuit.ts";

/** The most qubits: amplitudes are objects in an object there, and gates are formulas. */
const largest = 16;

/**
 * The state that a circuit prepares, computed by quantum-circuit: a second opinion to `simulate`, global phase included.
 *
 * Cost: about a thousand times that of `simulate`.
 *
 * Errors: RangeError for a circuit that measures, resets or branches before its end, and as `toQuantumCircuit`;
 * LimitError above 16 qubits.
 *
 * @example quantumCircuitState(new Circuit(2).h(0).cx(0, 1)).ket() // "0.707|00⟩ + 0.707|11⟩"
 */
export function quantumCircuitState(circuit: Circuit): StateVector {
  const split = splitFinalMeasurements(circuit);
  if (split === undefined) {
    throw new RangeError(
      "quantumCircuitState: expected measurements at the end only, got a circuit that measures, resets or branches before; use run with shots.",
    );
  }
  const { qubits } = circuit;
  if (qubits > largest) {
    throw new LimitError("quantumCircuitState", largest, qubits, "qubits", "use simulate");
  }
  const target = toQuantumCircuit(split.circuit, { globalPhase: "gates" });
  target.run();
  const state = new StateVector(qubits);
  state.re[0] = 0;
  // Read from the table itself: its lists of amplitudes are rounded to 14 digits.
  for (const [index, { re, im }] of Object.entries(target.state)) {
    state.re[Number(index)] = re;
    state.im[Number(index)] = im;
  }
  return state;
}
