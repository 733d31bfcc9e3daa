import { checkQubits } from "./check-operation.ts";
import { Circuit } from "./circuit.ts";
import { expandOperation } from "./expand/expand-operation.ts";
import { lowerControls } from "./expand/lower-controls.ts";
import { isUnitary, type Operation } from "./operation.ts";
import { operationQubits } from "./operation-qubits.ts";

/** How far a circuit is expanded. */
export interface ExpandOptions {
  /** Whether gates keep added controls ("keep", default) or are written without any ("lower"). */
  readonly controls?: "keep" | "lower";
  /** Qubits that are |0⟩ and that nothing else uses: with b − 2 of them, b controls take 2b − 3 Toffoli gates. */
  readonly ancillas?: readonly number[];
}

/**
 * Writes the first-class operations of a circuit as gates of the table; measurements and the like stay.
 *
 * - lookup: X on the output bits of each table entry, controlled by its input state;
 * - phaseOracle: a controlled phase for each marked state;
 * - reflectUniform: H, a multi-controlled phase, H, and the sign;
 * - qft: H, controlled phases, swaps;
 * - unitary: one-qubit gates under full control;
 * - box: what is inside.
 *
 * The result acts like the circuit, phase included (with ancillas: as long as they are |0⟩, where they return to).
 *
 * Errors: RangeError for ancillas that the circuit uses itself, and for a parameter without a value where its number is
 * needed.
 *
 * @example expand(new Circuit(2).qft([0, 1])) // h(1).cp(π/2, 0, 1).h(0).swap(0, 1)
 */
export function expand(circuit: Circuit, options: ExpandOptions = {}): Circuit {
  const { controls = "keep", ancillas = [] } = options;
  checkQubits("expand", ancillas, circuit.qubits);
  const used = circuit.operations.filter(({ kind }) => kind !== "barrier").flatMap(operationQubits);
  const busy = ancillas.find((qubit) => used.includes(qubit));
  if (busy !== undefined) {
    throw new RangeError(
      `expand: expected ancillas that nothing uses, got ${busy}; add qubits to the circuit.`,
    );
  }
  const expandSteps = (steps: readonly Operation[]): Operation[] =>
    steps.flatMap((step): Operation[] => {
      if (step.kind === "conditional") {
        return [
          { ...step, operations: expandSteps(step.operations), otherwise: expandSteps(step.otherwise) },
        ];
      }
      if (step.kind === "while") return [{ ...step, operations: expandSteps(step.operations) }];
      if (!isUnitary(step)) return [step];
      const gates = expandOperation(step);
      return controls === "keep" ? gates : gates.flatMap((gate) => lowerControls(gate, ancillas));
    });
  return new Circuit(circuit.qubits, circuit.bits, expandSteps(circuit.operations), circuit.registers);
}
