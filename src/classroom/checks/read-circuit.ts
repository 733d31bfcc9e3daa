import { type Circuit, parseQasm, QasmError } from "../../index.ts";
import type { CircuitCheck, Given } from "../check-schema.ts";

/** Limits of an answer: everything a mark depends on is counted, not timed. */
const limits = { qubits: 10, operations: 5_000, depth: 50, rounds: 64 };

/** The most amplitudes that one answer may touch: operations × 4^qubits. */
const mostWork = 2e8;

/** Makes one circuit of an answer: reads its text, with the gate that the exercise gives it. */
export function readCircuit(text: string, check: CircuitCheck, instance = 0): Circuit {
  const circuit = parsed(text, check, instance);
  const work = (circuit.length + 1) * 4 ** circuit.qubits;
  if (work > mostWork) {
    throw new RangeError(
      `circuit: expected at most ${mostWork} amplitudes to be touched (operations × 4^qubits), got ${work}; use fewer qubits or operations.`,
    );
  }
  return circuit;
}

function parsed(text: string, { given }: CircuitCheck, instance: number): Circuit {
  const include = (name: string) =>
    given !== undefined && name === givenFile ? givenText(given, instance) : undefined;
  try {
    return parseQasm(text, { source: "answer", version: 3, include, limits });
  } catch (error) {
    // The place in the definition of the exercise would tell what is hidden in it.
    if (error instanceof QasmError && error.source === givenFile) {
      throw new Error(
        `answer: expected the given gate ${given?.gate} not to be defined again; remove the definition.`,
      );
    }
    throw error;
  }
}

/** The name under which an answer includes the given gate. */
export const givenFile = "given.inc";

/** The definition of the given gate, for one of the things that it may turn out to be. */
export function givenText({ gate, qubits, instances }: Given, instance: number): string {
  const names = Array.from({ length: qubits }, (_, k) => `q${k}`);
  return `gate ${gate} ${names.join(", ")} { ${instances[instance].body} }\n`;
}

/** An answer that only carries the text of a circuit. */
export function circuitText(answer: object): string {
  return (answer as { circuit: string }).circuit;
}

/** How many things the given gate may turn out to be; 1 where none is given. */
export function instancesOf({ given }: CircuitCheck): number {
  return given?.instances.length ?? 1;
}
