import { resolve } from "node:path";
import { type Circuit, exportQasm } from "../../index.ts";
import { circuitDocument } from "../documents/circuit-document.ts";
import type { ConvertDocument } from "../documents/drawing-document.ts";
import { jsonText } from "../documents/json-text.ts";
import { loadCircuit } from "../input/load-circuit.ts";
import type { CircuitFlags } from "../options/circuit-options.ts";
import type { OutputFlags } from "../options/output-options.ts";
import { type ProgramName, programNames, type TargetName } from "../options/target-names.ts";
import { publishText } from "../output/publish-text.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { loadOptional } from "./load-optional.ts";

/** The flags of `kronket convert`. */
export interface ConvertFlags extends CircuitFlags, OutputFlags {
  readonly to: TargetName;
}

/** Runs `kronket convert`: the command line, the file, the other form, the output. */
export async function convertCircuit(file: string, flags: ConvertFlags, session: Session): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  const { circuit, input, warnings } = await loadCircuit(file, flags, session);
  const text = await writers[flags.to](circuit);
  const document: ConvertDocument = {
    schema: "kronket/convert/1",
    version,
    inputs: [input],
    parameters: { to: flags.to },
    result: { text },
    warnings: [...warnings],
  };
  publishText(session, flags, jsonText(document), { text, warnings });
}

type Writer = (circuit: Circuit) => string | Promise<string>;

/** How each form is written; what only one of them needs is loaded for it alone. */
const writers: Readonly<Record<TargetName, Writer>> = {
  qasm3: (circuit) => exportQasm(circuit, { version: 3 }),
  qasm2: (circuit) => exportQasm(circuit, { version: 2 }),
  json: (circuit) => jsonText(circuitDocument(circuit)),
  text: async (circuit) => (await drawings()).circuitText(circuit),
  ascii: async (circuit) => (await drawings()).circuitText(circuit, { ascii: true }),
  svg: async (circuit) => (await drawings()).circuitSvg(circuit),
  quantikz: async (circuit) => (await drawings()).circuitQuantikz(circuit),
  quirk: async (circuit) => (await import("../../adapters/quirk/index.ts")).quirkUrl(circuit),
  qsharp: async (circuit) => (await import("../../adapters/qsharp/index.ts")).toQsharp(circuit),
  ...(Object.fromEntries(programNames.map((name) => [name, programWriter(name)])) as Record<
    ProgramName,
    Writer
  >),
};

/** Writes by an exporter of quantum-circuit. */
function programWriter(name: ProgramName): Writer {
  return async (circuit) => {
    const load = () => import("../../adapters/quantum-circuit/index.ts");
    const { exportWith } = await loadOptional(`--to ${name}`, "quantum-circuit", load);
    return exportWith(name, circuit);
  };
}

function drawings() {
  return import("../../presentation/index.ts");
}
