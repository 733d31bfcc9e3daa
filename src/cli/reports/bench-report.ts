import type pc from "picocolors";
import { bytesText, durationText, numberText } from "../../presentation/index.ts";
import type { BenchDocument } from "../documents/bench-document.ts";
import { counted, fileName, warningLines } from "./circuit-lines.ts";

/** How long a circuit takes, as text for a terminal. */
export function benchReport(document: BenchDocument, colors: ReturnType<typeof pc.createColors>): string {
  const { inputs, parameters, engine, machine, result, warnings } = document;
  const { seconds, compileSeconds, qubits, gates, passes, bytesPerAmplitude } = result;
  const { threads, precision, repeat, start, cold } = parameters;
  const time = (value: number) => durationText(1000 * value);
  return [
    colors.bold(`Timing of ${fileName(inputs[0])}`),
    `  ${counted(qubits, "qubit")}, ${counted(gates, "gate")}, ${bytesText(bytesPerAmplitude * 2 ** qubits)}`,
    `  engine ${engine}, ${counted(threads, "thread")}, ${precision} bits, from ${start === "zero" ? "|0…0⟩" : "a random state"}${cold ? ", cold" : ""}`,
    `  ${machine.processor}, ${counted(machine.processors, "processor")}, ${bytesText(machine.memory)}, Node ${machine.node}`,
    "",
    `  ${colors.bold(time(seconds.median))} median, ${time(seconds.min)} at best, of ${counted(repeat, "run")} in ${numberText(passes)} ${passes === 1 ? "pass" : "passes"}`,
    `  ${time(compileSeconds)} to compile, ${cold ? "which is in these times" : "once, not in these times"}`,
    ...warningLines(warnings, colors.bold),
  ].join("\n");
}
