import type pc from "picocolors";
import { bytesText, durationText, tableText } from "../../presentation/index.ts";
import type { DoctorDocument } from "../documents/doctor-document.ts";

/** What `kronket doctor` found, as text for a terminal. */
export function doctorReport(document: DoctorDocument, colors: ReturnType<typeof pc.createColors>): string {
  const { version, node, platform, processor, cores, memory, largestState, tests, optional, ok, warnings } =
    document;
  return [
    colors.bold(`kronket ${version}`),
    `  Node ${node} on ${platform}`,
    `  ${cores} cores, ${processor}`,
    `  memory ${bytesText(memory.totalBytes)}, free ${bytesText(memory.freeBytes)}`,
    `  largest state that fits: ${largestState.qubits} qubits, ${bytesText(largestState.bytes)}`,
    "",
    tableText({
      columns: [
        { heading: "self-test" },
        { heading: "" },
        { heading: "time", numeric: true },
        { heading: "found" },
      ],
      rows: tests.map(({ name, ok: passed, detail, milliseconds }) => ({
        cells: [name, passed ? "ok" : "FAILED", durationText(milliseconds), detail],
      })),
    }),
    "",
    `Not needed: ${optional.map(({ name, version: found }) => `${name} ${found ?? "not found"}`).join(", ")}`,
    ...warnings.map((text) => `Warning: ${text}`),
    "",
    ok
      ? colors.green("Everything works.")
      : colors.red("Something does not work; please report this output."),
  ].join("\n");
}
