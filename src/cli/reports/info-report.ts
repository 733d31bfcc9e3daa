import type pc from "picocolors";
import { bytesText, durationText, numberText, tableText } from "../../presentation/index.ts";
import type { InfoDocument } from "../documents/info-document.ts";
import { circuitLine, counted, fileName, warningLines } from "./circuit-lines.ts";

/** What a circuit is made of and what simulating it needs, as text for a terminal. */
export function infoReport(document: InfoDocument, colors: ReturnType<typeof pc.createColors>): string {
  const { inputs, registers, parameters, gateSet, result, memory, time, warnings } = document;
  const registerNames = [...registers.qubits, ...registers.bits].map(({ name, size }) => `${name}[${size}]`);
  const written = result.inGateSet;
  const names = [...new Set([...Object.keys(result.gates), ...Object.keys(written?.gates ?? {})])];
  const count = (gates: Readonly<Record<string, number>>, name: string) =>
    Object.hasOwn(gates, name) ? gates[name] : 0;
  const gates = names
    .map((name) => [name, count(result.gates, name), count(written?.gates ?? {}, name)] as const)
    .sort(([a, k, m], [b, l, n]) => l - k || n - m || (a < b ? -1 : 1));
  return [
    colors.bold(`Circuit of ${fileName(inputs[0])}`),
    circuitLine(inputs[0], document),
    ...(registerNames.length === 0 ? [] : [`  registers ${registerNames.join(", ")}`]),
    ...(parameters.length === 0 ? [] : [`  parameters without a value: ${parameters.join(", ")}`]),
    "",
    `  ${counted(result.operations, "step")} as written, depth ${numberText(result.depth)}, two-qubit depth ${numberText(result.twoQubitDepth)}`,
    ...(written === null
      ? []
      : [
          `  in ${gateSet}: T gates ${numberText(written.tGates)}, rotations ${numberText(written.rotations)}, depth ${numberText(written.depth)}, two-qubit depth ${numberText(written.twoQubitDepth)}`,
        ]),
    `  one state takes ${bytesText(memory.bytes)}`,
    time.seconds === null
      ? "  too many qubits to simulate"
      : `  one pass takes about ${durationText(time.seconds * 1000)} (an estimate from a short measurement here)`,
    ...(gates.length === 0
      ? []
      : [
          "",
          tableText({
            columns: [
              { heading: "step" },
              { heading: "as written", numeric: true },
              ...(written === null ? [] : [{ heading: `in ${gateSet}`, numeric: true }]),
            ],
            rows: gates.map(([name, ...counts]) => ({
              cells: [name, ...counts.slice(0, written === null ? 1 : 2).map((n) => numberText(n))],
            })),
          }),
        ]),
    ...warningLines(warnings, colors.bold),
  ].join("\n");
}
