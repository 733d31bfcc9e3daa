import { type Circuit, densityMatrix, type RandomStream, run, simulate } from "../../src/index.ts";

/** The law of the classical bits of a circuit: probabilities of outcomes, bit 0 lowest. */
export interface BitLaw {
  readonly bits: number;
  readonly probabilities: Float64Array;
  /** How many runs the probabilities are rates of; absent where they are exact. */
  readonly shots?: number;
}

/** Most qubits for which every branch is followed by density matrices. */
const mostQubits = 7;

/**
 * The law of the classical bits: from the final state where nothing follows a measurement, from density matrices of all
 * branches where they are small and no loop is there, else from seeded runs.
 */
export function bitLaw(
  circuit: Circuit,
  { shots, random }: { readonly shots: number; readonly random: RandomStream },
): BitLaw {
  const { bits } = circuit;
  const probabilities = new Float64Array(2 ** bits);
  if (measuresLast(circuit)) {
    // Of two measurements into one bit the later counts; a bit that nothing is written to is 0.
    const qubitOf = new Map<number, number>();
    for (const step of circuit.operations) if (step.kind === "measure") qubitOf.set(step.bit, step.qubit);
    const qubits = [...new Set(qubitOf.values())];
    simulate(circuit)
      .marginal(qubits)
      .forEach((probability, value) => {
        let outcome = 0;
        for (const [bit, qubit] of qubitOf) outcome += ((value >> qubits.indexOf(qubit)) & 1) * 2 ** bit;
        probabilities[outcome] += probability;
      });
    return { bits, probabilities };
  }
  const isExact = followsBranches(circuit);
  const law = isExact ? densityMatrix(circuit).probabilities : run(circuit, { shots, random }).counts;
  for (const [outcome, value] of Object.entries(law)) {
    probabilities[Number.parseInt(outcome, 2)] = isExact ? value : value / shots;
  }
  return { bits, probabilities, ...(!isExact && { shots }) };
}

/** Whether a circuit is small enough, and without a loop, to follow all its branches. */
export function followsBranches(circuit: Circuit): boolean {
  const loops = (steps: Circuit["operations"]): boolean =>
    steps.some(
      (step) =>
        step.kind === "while" ||
        (step.kind === "conditional" && (loops(step.operations) || loops(step.otherwise))),
    );
  return circuit.qubits <= mostQubits && !loops(circuit.operations);
}

/** Whether a circuit is unitary up to measurements at its end, so that it has one final state. */
export function measuresLast(circuit: Circuit): boolean {
  const measured = new Set<number>();
  return circuit.operations.every((step) => {
    if (step.kind === "measure") measured.add(step.qubit);
    if (step.kind === "measure" || step.kind === "barrier") return true;
    return "controls" in step && operationQubits(step).every((qubit) => !measured.has(qubit));
  });
}

function operationQubits(step: Extract<Circuit["operations"][number], { controls: unknown }>): number[] {
  const targets = step.kind === "lookup" ? [...step.inputs, ...step.outputs] : step.qubits;
  return [...targets, ...step.controls.map(({ qubit }) => qubit)];
}
