import type { Circuit } from "../../index.ts";

/** A circuit that measures, or has to do with classical bits otherwise, as it is; any other measured completely at its end. */
export function measuredCircuit(circuit: Circuit): Circuit {
  const classical = circuit.operations.some(
    ({ kind }) => kind === "measure" || kind === "conditional" || kind === "while" || kind === "assign",
  );
  return classical ? circuit : circuit.measureAll();
}
