import { type Circuit, splitFinalMeasurements } from "../../index.ts";
import type { QuantumCircuit } from "./quantum-circuit-object.ts";
import { toQuantumCircuit } from "./to-quantum-circuit.ts";
import type { VerifiedGateName } from "./verified-gates.ts";

/** What quantum-circuit writes circuits for. */
export type ExportFormat = keyof typeof writers;

/** Gates that all of these programs have themselves, so that no definition has to be written. */
const plain: readonly VerifiedGateName[] = [
  "x",
  "y",
  "z",
  "h",
  "s",
  "t",
  "rx",
  "ry",
  "rz",
  "cx",
  "cz",
  "swap",
];
const rich: readonly VerifiedGateName[] = [...plain, "sdg", "tdg", "ccx"];

interface Writer {
  readonly gates: readonly VerifiedGateName[];
  /** False where measurements are not written, as all qubits are measured at the end anyway. */
  readonly measures?: false;
  write(circuit: QuantumCircuit): string;
}

const writers = {
  aqasm: { gates: rich, write: (circuit) => circuit.exportToAQASM({}) },
  braket: { gates: rich, measures: false, write: (circuit) => circuit.exportToBraket({}) },
  cirq: { gates: rich, write: (circuit) => circuit.exportToCirq({}) },
  cudaq: { gates: rich, write: (circuit) => circuit.exportToCudaQ({}) },
  javascript: { gates: rich, write: (circuit) => circuit.exportJavaScript() },
  pyaqasm: { gates: rich, write: (circuit) => circuit.exportToPyAQASM({}) },
  pyquil: { gates: rich, write: (circuit) => circuit.exportToPyquil({}) },
  qiskit: { gates: rich, write: (circuit) => circuit.exportToQiskit({}) },
  qobj: { gates: rich, write: (circuit) => JSON.stringify(circuit.exportToQobj({})) },
  // The way to allocate qubits that it writes is one that Q# has dropped.
  qsharp: {
    gates: plain,
    write: (circuit) => circuit.exportToQSharp({}).replace(/using\((qubits = Qubit\[\d+\])\)/, "use $1"),
  },
  quest: { gates: rich, write: (circuit) => circuit.exportToQuEST({}) },
  quil: { gates: rich, write: (circuit) => circuit.exportToQuil({}) },
  svg: { gates: rich, write: (circuit) => circuit.exportToSVG({}) },
  tfq: { gates: plain, write: (circuit) => circuit.exportToTFQ({}) },
} as const satisfies Record<string, Writer>;

/** The names of the formats of `exportWith`. */
export const exportFormats: readonly ExportFormat[] = Object.keys(writers) as ExportFormat[];

/**
 * Writes a circuit as a program for other software, by the exporters of quantum-circuit.
 *
 * The circuit is first written in a few gates that each of these programs has itself, because the definitions that
 * quantum-circuit writes for others are wrong in places. What it writes for Qiskit, Cirq, pyQuil, Quil, Braket and Q# was
 * compared with the circuit by running it there; the other formats use the same gates and were not run.
 * The global phase is left out. Braket measures all qubits. For OpenQASM use `exportQasm`, for Quirk `quirkUrl`, for Q#
 * with every digit and branch `toQsharp`.
 *
 * Errors: RangeError for a format that is none, for a circuit that measures, resets or branches before its end, and as
 * `toQuantumCircuit`; Error where quantum-circuit writes that it does not support something.
 *
 * @example exportWith("qiskit", new Circuit(2).h(0).cx(0, 1).measureAll()) // "…qc.h(q[0])\nqc.cx(q[0], q[1])…"
 */
export function exportWith(format: ExportFormat, circuit: Circuit): string {
  if (!Object.hasOwn(writers, format)) {
    throw new RangeError(
      `exportWith: expected a format, got ${JSON.stringify(format)}; use one of ${exportFormats.join(", ")}.`,
    );
  }
  const split = splitFinalMeasurements(circuit);
  if (split === undefined) {
    throw new RangeError(
      "exportWith: expected measurements at the end only, got a circuit that measures, resets or branches before; use exportQasm.",
    );
  }
  const writer: Writer = writers[format];
  const text = writer.write(
    toQuantumCircuit(writer.measures === false ? split.circuit : circuit, { gates: writer.gates }),
  );
  const gap = /^.*(?:unsupported|not (?:yet )?supported).*$/im.exec(text)?.[0];
  if (gap !== undefined && format !== "svg") {
    throw new Error(
      `exportWith: expected a complete program for ${format}, got "${gap.trim()}"; use another format.`,
    );
  }
  return text;
}
