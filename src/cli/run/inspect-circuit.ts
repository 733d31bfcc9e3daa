import { resolve } from "node:path";
import { type Circuit, circuitSummary, gateTable, LimitError } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { inFlags } from "../describe-error.ts";
import type { InfoDocument } from "../documents/info-document.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import { loadCircuit } from "../input/load-circuit.ts";
import type { CircuitFlags } from "../options/circuit-options.ts";
import { type GateSetChoice, gateSetName, gateSetNames } from "../options/gate-set.ts";
import type { OutputFlags } from "../options/output-options.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { estimatePass } from "./estimate-pass.ts";

/** Basis states are counted in 32-bit integers: no larger state is simulated, whatever the memory. */
const mostQubits = 30;

/** The flags of `kronket info`. */
export interface InfoFlags extends CircuitFlags, OutputFlags {
  readonly gateSet: GateSetChoice;
}

/** Runs `kronket info`: the command line, the file, the counts, the estimate, the output. */
export async function inspectCircuit(file: string, flags: InfoFlags, session: Session): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  requireGates(flags.gateSet);
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  const { circuit, input, warnings } = await loadCircuit(file, flags, session);
  const { qubits, bits, parameters, operations, gates, depth, twoQubitDepth } = circuitSummary(circuit);
  const written = countInGateSet(circuit, flags.gateSet);
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
    gateSet: gateSetName(flags.gateSet),
    result: { operations, gates, depth, twoQubitDepth, inGateSet: written.counts },
    memory: { bytes: 16 * 2 ** qubits, label: "exact" },
    time: { seconds: qubits > mostQubits ? null : estimatePass(circuit), label: "expected" },
    warnings: [
      ...warnings,
      ...written.warnings,
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

/** Refuses a list with a name that is no gate's. */
function requireGates(set: GateSetChoice): void {
  const unknown = typeof set === "string" ? undefined : set.find((name) => !Object.hasOwn(gateTable, name));
  if (unknown === undefined) return;
  throw new CliError(
    exitCode.usage,
    `--gate-set: expected ${gateSetNames.join(", ")} or gates such as h,t,cx, got ${JSON.stringify(unknown)}; see the table of gates.`,
  );
}

/** Counts in a gate set; where that cannot be, a warning says why. */
function countInGateSet(
  circuit: Circuit,
  basis: GateSetChoice,
): { counts: InfoDocument["result"]["inGateSet"]; warnings: string[] } {
  try {
    const { gates, depth, twoQubitDepth, tGates, rotations } = circuitSummary(circuit, { basis });
    return { counts: { gates, depth, twoQubitDepth, tGates, rotations }, warnings: [] };
  } catch (error) {
    if (!(error instanceof LimitError || error instanceof RangeError)) throw error;
    return {
      counts: null,
      warnings: [`Not counted in ${gateSetName(basis)}: ${inFlags(error.message)}`],
    };
  }
}
