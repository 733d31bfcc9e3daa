import { bytesText, durationText, numberText, type Table, tableText } from "../../presentation/index.ts";
import type { PlanDocument } from "../documents/plan-document.ts";
import { budgetLine } from "./budget-line.ts";
import { inputLines } from "./input-lines.ts";
import { parameterLines } from "./parameter-lines.ts";

/** A dry run as text for a terminal: what a run would ask for, and what simulating it would need. */
export function planReport(document: PlanDocument): string {
  const { inputs, parameters, predicted, registers, limits, rival, warnings, failureBudget } = document;
  const names = registers.map(({ name }) => name);
  const known = predicted.ledger.every(({ count }) => count !== null);
  const total = predicted.ledger.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const classical = rival.ledger.reduce((sum, { count }) => sum + (count ?? 0), 0);
  return [
    `What a sketch of ${names.join(" ⊗ ")} would cost (nothing was run)`,
    ...inputLines(inputs, names),
    ...parameterLines(parameters, document.seed),
    "",
    tableText(predictionTable(predicted.ledger)),
    "",
    `  expected in all:        ${known ? "" : "at least "}${numberText(Math.round(total))} rows`,
    `  read each factor once:  ${numberText(classical)} rows`,
    `  rows of the sketch:     ${predicted.nonzeros === null ? "unavailable" : `at most ${numberText(predicted.nonzeros)}`}`,
    "",
    tableText(registerTable(registers)),
    "",
    ...limitLines(limits),
    "",
    "Failure budget",
    budgetLine(failureBudget),
    ...(warnings.length === 0 ? [] : ["", "Warnings", ...warnings.map((text) => `  - ${text}`)]),
  ].join("\n");
}

function limitLines({ memory, time, qubits }: PlanDocument["limits"]): string[] {
  const verdict = (fits: boolean, flag: string) => (fits ? "" : `: too much, raise ${flag}`);
  return [
    `Memory of the simulation: about ${bytesText(memory.bytes)}; allowed ${bytesText(memory.limit)}${verdict(memory.fits, "--max-memory")}`,
    `Time of the simulation: about ${durationText(1000 * time.seconds)} to a few times that${verdict(time.fits, "--max-seconds")}`,
    ...(qubits === null
      ? []
      : [
          `Simulated gate by gate: ${qubits.needed} qubits; at most ${qubits.limit}${qubits.fits ? "" : ": too many, use fewer rows, smaller entries or fewer --bits"}`,
        ]),
  ];
}

function predictionTable(ledger: PlanDocument["predicted"]["ledger"]): Table {
  return {
    caption: "Predicted row queries",
    columns: [
      { heading: "oracle" },
      { heading: "stage" },
      { heading: "access" },
      { heading: "use" },
      { heading: "count", numeric: true },
      { heading: "label" },
      { heading: "note" },
    ],
    rows: ledger.map(({ oracle, stage, access, use, count, label, note }) => ({
      cells: [
        oracle,
        stage,
        access,
        use,
        count === null ? "unavailable" : numberText(Math.round(count)),
        label,
        note ?? "",
      ],
    })),
  };
}

function registerTable(registers: PlanDocument["registers"]): Table {
  const columns = ["index", "row", "score", "hash", "flag", "total"] as const;
  return {
    caption: "Qubits of the modelled circuit",
    columns: [{ heading: "oracle" }, ...columns.map((heading) => ({ heading, numeric: true }))],
    rows: registers.map((register) => ({
      cells: [register.name, ...columns.map((column) => numberText(register[column]))],
    })),
  };
}
