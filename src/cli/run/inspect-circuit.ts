import { resolve } from "node:path";
import { circuitSummary } from "../../index.ts";
import type { InfoDocument } from "../documents/info-document.ts";
import { jsonText } from "../documents/json-text.ts";
import { loadCircuit } from "../input/load-circuit.ts";
import type { CircuitFlags } from "../options/circuit-options.ts";
import type { OutputFlags } from "../options/output-options.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { estimatePass } from "./estimate-pass.ts";

/** Basis states are counted in 32-bit integers: no larger state is simulated, whatever the memory. */
const mostQubits = 30;

/** The flags of `kronket info`. */
export interface InfoFlags extends CircuitFlags, OutputFlags {}

/** Runs `kronket info`: the command line, the file, the counts, the estimate, the output. */
export async function inspectCircuit(file: string, flags: InfoFlags, session: Session): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  const { circuit, input, warnings } = await loadCircuit(file, flags, session);
  const { qubits, bits, parameters, operations, gates, depth, twoQubitDepth } = circuitSummary(circuit);
  const { qubitRegisters, bitRegisters } = circuit.registers;
  const named = (list: typeof qubitRegisters) => list.map(({ name, size }) => ({ name, size }));
  const document: InfoDocument = {
    schema: "kronket/info/1",
    version,
    inputs: [input],
    qubits,
    bits,
    registers: { qubits: named(qubitRegisters), bits: named(bitRegisters) },
    parameters: [...parameters],
    result: { operations, gates, depth, twoQubitDepth, tGates: (gates["t"] ?? 0) + (gates["tdg"] ?? 0) },
    memory: { bytes: 16 * 2 ** qubits, label: "exact" },
    time: { seconds: qubits > mostQubits ? null : estimatePass(circuit), label: "expected" },
    warnings: [
      ...warnings,
      ...(qubits > mostQubits
        ? [`${qubits} qubits are more than the ${mostQubits} that can be simulated.`]
        : []),
    ],
  };
  await publish(session, flags, jsonText(document), async () => {
    const { infoReport } = await import("../reports/info-report.ts");
    return infoReport(document, session.colors);
  });
}
