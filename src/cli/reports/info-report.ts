import type pc from "picocolors";
import { bytesText, durationText, numberText, tableText } from "../../presentation/index.ts";
import type { InfoDocument } from "../documents/info-document.ts";
import { circuitLine, counted, fileName, warningLines } from "./circuit-lines.ts";

/** What a circuit is made of and what simulating it needs, as text for a terminal. */
export function infoReport(document: InfoDocument, colors: ReturnType<typeof pc.createColors>): string {
  const { inputs, registers, parameters, result, memory, time, warnings } = document;
  const names = [...registers.qubits, ...registers.bits].map(({ name, size }) => `${name}[${size}]`);
  const gates = Object.entries(result.gates).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [
    colors.bold(`Circuit of ${fileName(inputs[0])}`),
    circuitLine(inputs[0], document),
    ...(names.length === 0 ? [] : [`  registers ${names.join(", ")}`]),
    ...(parameters.length === 0 ? [] : [`  parameters without a value: ${parameters.join(", ")}`]),
    "",
    `  ${counted(result.operations, "step")} as written, depth ${numberText(result.depth)}, two-qubit depth ${numberText(result.twoQubitDepth)}, T gates ${numberText(result.tGates)}`,
    `  one state takes ${bytesText(memory.bytes)}`,
    time.seconds === null
      ? "  too many qubits to simulate"
      : `  one pass takes about ${durationText(time.seconds * 1000)} (an estimate from a short measurement here)`,
    ...(gates.length === 0
      ? []
      : [
          "",
          tableText({
            columns: [{ heading: "step" }, { heading: "count", numeric: true }],
            rows: gates.map(([name, count]) => ({ cells: [name, numberText(count)] })),
          }),
        ]),
    ...warningLines(warnings, colors.bold),
  ].join("\n");
}
