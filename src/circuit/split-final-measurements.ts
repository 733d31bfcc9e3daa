import { Circuit } from "./circuit.ts";
import { isUnitary, type MeasureOperation, type Operation } from "./operation.ts";
import { operationQubits } from "./operation-qubits.ts";

/** A measurement after which nothing happens to its qubit. */
export type FinalMeasurement = Pick<MeasureOperation, "qubit" | "bit">;

/**
 * Separates a circuit into its unitary part and the measurements at its end.
 *
 * Returns undefined when it measures, resets or branches before its end, that is when a measured qubit is acted on
 * again. Of two measurements into one bit, the later counts.
 */
export function splitFinalMeasurements(
  circuit: Circuit,
): { circuit: Circuit; measurements: readonly FinalMeasurement[] } | undefined {
  const steps: Operation[] = [];
  const measured = new Set<number>();
  const qubitOfBit = new Map<number, number>();
  for (const step of circuit.operations) {
    if (step.kind === "measure") {
      measured.add(step.qubit);
      qubitOfBit.set(step.bit, step.qubit);
    } else if (step.kind === "barrier") {
      steps.push(step);
    } else if (!isUnitary(step) || operationQubits(step).some((qubit) => measured.has(qubit))) {
      return undefined;
    } else {
      steps.push(step);
    }
  }
  return {
    circuit: new Circuit(circuit.qubits, 0, steps, { qubitRegisters: circuit.registers.qubitRegisters }),
    measurements: Array.from(qubitOfBit, ([bit, qubit]) => ({ qubit, bit })),
  };
}
