import type pc from "picocolors";
import type { AnySystem } from "../../index.ts";
import { billTable, numberText, type Table, tableText } from "../../presentation/index.ts";
import type { SystemDocument } from "../documents/system-document.ts";
import { warningLines } from "./circuit-lines.ts";
import { valueLines } from "./value-lines.ts";

/** A run of a system as text for a terminal. */
export function systemReport(
  document: SystemDocument,
  { name, title, source }: Pick<AnySystem, "name" | "title" | "source">,
  colors: ReturnType<typeof pc.createColors>,
): string {
  const { parameters, result, ledger, work, notes, warnings, seed, study } = document;
  const settings = Object.entries(parameters).map(([key, value]) => `${key} = ${value ?? "auto"}`);
  const methods = [...new Set(ledger.map(({ method }) => method))];
  return [
    colors.bold(`${name}: ${title}`),
    `  ${source}`,
    `  ${study ? "default study; " : ""}${settings.join(", ")}; seed ${seed}`,
    "",
    ...valueLines(result).map((line) => `  ${line}`.trimEnd()),
    ...methods.flatMap((method) => [
      "",
      tableText(
        billTable(
          ledger.filter((entry) => entry.method === method),
          `Bill of ${method}`,
        ),
      ),
    ]),
    ...(work.length === 0 ? [] : ["", tableText(workTable(work))]),
    ...(notes.length === 0 ? [] : ["", colors.bold("Notes"), ...notes.map((text) => `  - ${text}`)]),
    ...warningLines(warnings, colors.bold),
  ].join("\n");
}

function workTable(work: SystemDocument["work"]): Table {
  return {
    caption: "Work beside the queries (another kind of count: not to be compared with them)",
    columns: [
      { heading: "method" },
      { heading: "flops", numeric: true },
      { heading: "peak words", numeric: true },
    ],
    rows: work.map(({ method, flops, peakWords }) => ({
      cells: [method, numberText(flops), numberText(peakWords)],
    })),
  };
}
