import type { Circuit } from "../../index.ts";
import { numberText } from "../../presentation/index.ts";
import type { CircuitInput } from "../documents/circuit-input.ts";

/** What a file is called in a report. */
export function fileName({ name }: CircuitInput): string {
  return name === "-" ? "stdin" : name;
}

/** One line on a file and its circuit. */
export function circuitLine(input: CircuitInput, { qubits, bits }: Pick<Circuit, "qubits" | "bits">): string {
  return `  ${counted(qubits, "qubit")}, ${counted(bits, "bit")}  sha256 ${input.sha256.slice(0, 12)}…`;
}

/** A number with what it counts. */
export function counted(count: number, what: string): string {
  return `${numberText(count)} ${what}${count === 1 ? "" : "s"}`;
}

/** Warnings at the end of a report. */
export function warningLines(warnings: readonly string[], heading: (text: string) => string): string[] {
  return warnings.length === 0 ? [] : ["", heading("Warnings"), ...warnings.map((text) => `  - ${text}`)];
}
