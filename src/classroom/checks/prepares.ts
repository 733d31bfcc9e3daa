import {
  type Circuit,
  densityMatrix,
  fidelity,
  type QuantumState,
  StateVector,
  simulate,
  splitFinalMeasurements,
  traceDistance,
} from "../../index.ts";
import type { Difference } from "../difference.ts";
import { exactly, widened } from "./amplitudes.ts";
import { circuitChecker } from "./circuit-checker.ts";

/** Whether a circuit leads from |0…0⟩ to the state of the solution, up to a global phase. */
export const prepares = circuitChecker<"prepares", QuantumState>({
  look: endOf,
  compare(seen, right, check): Difference | null {
    const wanted = qubitsOf(right);
    const qubits = qubitsOf(seen);
    const work = check.work ?? 0;
    if (qubits < wanted || qubits > wanted + work) {
      const range = work === 0 ? `${wanted}` : `${wanted} to ${wanted + work}`;
      return { reason: `It has ${qubits} qubits; ${range} are asked for.` };
    }
    const expected = right instanceof StateVector ? widened(right, qubits) : right;
    if (fidelity(seen, expected) > 1 - exactly) return null;
    return {
      reason: "It ends in another state.",
      counterexample: `Expected ${text(expected)}, got ${text(seen)}.`,
    };
  },
  same: (one, other) => qubitsOf(one) === qubitsOf(other) && traceDistance(one, other) < Math.sqrt(exactly),
});

/** The state at the end, before final measurements; a mixture where something was measured or reset on the way. */
function endOf(circuit: Circuit): QuantumState {
  return splitFinalMeasurements(circuit) === undefined ? densityMatrix(circuit).density : simulate(circuit);
}

function qubitsOf(state: QuantumState): number {
  return "qubits" in state ? state.qubits : Math.log2(state.size);
}

function text(state: QuantumState): string {
  return state instanceof StateVector
    ? state.ket()
    : "a mixture of states, as something was measured or reset";
}
