import type pc from "picocolors";
import { numberText, tableText } from "../../presentation/index.ts";
import { sumOfTotals } from "../documents/row-totals.ts";
import type { SketchDocument } from "../documents/sketch-document.ts";
import { billBesidePrediction } from "./bill-beside-prediction.ts";
import { budgetLine } from "./budget-line.ts";
import { inputLines } from "./input-lines.ts";
import { parameterLines } from "./parameter-lines.ts";
import { whoNeedsFewer } from "./who-needs-fewer.ts";

/** How many rows of the sketch the report shows. */
const SHOWN = 8;

/** A finished sketch as text for a terminal. */
export function sketchReport(document: SketchDocument, colors: ReturnType<typeof pc.createColors>): string {
  const { inputs, parameters, result, ledger, predicted, warnings, failureBudget, stages } = document;
  const oracles = Object.keys(document.totals.quantum);
  const heading = (text: string) => colors.bold(text);
  const product = inputs.reduce((rows, input) => rows * input.rows, 1);
  return [
    heading(`A sketch of ${oracles.join(" ⊗ ")}`),
    ...inputLines(inputs, oracles),
    ...parameterLines(parameters, document.seed),
    "",
    heading(`Kept ${numberText(result.nonzeros)} of ${numberText(product)} rows`),
    ...resultLines(document),
    "",
    certificateLine(document, colors),
    "",
    tableText(stageTable(stages)),
    "",
    tableText(
      billBesidePrediction(
        ledger,
        predicted.ledger,
        heading("Bill: counted while it ran, beside what was predicted"),
      ),
    ),
    "",
    heading("Against the classical rival"),
    ...rivalLines(document),
    "",
    heading("Failure budget"),
    budgetLine(failureBudget),
    ...(warnings.length === 0 ? [] : ["", heading("Warnings"), ...warnings.map((text) => `  - ${text}`)]),
  ].join("\n");
}

function resultLines({ result }: SketchDocument): string[] {
  const how = result.keptAll
    ? "  all tuples of the short lists of the factors"
    : `  merged from ${numberText(result.draws)} draws`;
  const shown = [...result.rows].sort((a, b) => b.weight - a.weight).slice(0, SHOWN);
  const more = result.rows.length > SHOWN ? " (all of them with --json or --out)" : "";
  return [
    how,
    `  largest weights, rows counted from 0${more}:`,
    ...shown.map(
      ({ index, weight }) =>
        `    row (${index.map((i) => numberText(i)).join(", ")})  weight ${numberText(weight, { style: "significant", digits: 6 })}`,
    ),
  ];
}

function certificateLine(
  { certificate, parameters }: SketchDocument,
  colors: ReturnType<typeof pc.createColors>,
): string {
  if (certificate === null) {
    return `${colors.bold("Certificate: none")} (--no-certificate); nothing is known but 1 ± ${parameters.epsilon} with probability 1 − δ`;
  }
  const { lower, upper, epsilon, holds, rank } = certificate;
  const verdict = holds ? colors.green("holds") : colors.red("DOES NOT HOLD");
  const digits = (value: number) => numberText(value, { style: "significant", digits: 4 });
  return `${colors.bold("Certificate:")} ${verdict}; xᵀAᵀD²Ax / xᵀAᵀAx lies in ${digits(lower)} … ${digits(upper)}, asked for ${digits(1 - epsilon)} … ${digits(1 + epsilon)}; rank ${rank}`;
}

function stageTable(stages: SketchDocument["stages"]) {
  return {
    columns: [
      { heading: "oracle" },
      { heading: "stage" },
      { heading: "rows", numeric: true },
      { heading: "kept", numeric: true },
    ],
    rows: stages.map(({ oracle, stage, size, kept }) => ({
      cells: [oracle, stage, numberText(size), numberText(kept)],
    })),
  };
}

function rivalLines({ totals, rival }: SketchDocument): string[] {
  const quantum = sumOfTotals(totals);
  const counts = rival.ledger.map(({ count }) => count ?? 0);
  const classical = counts.reduce((sum, count) => sum + count, 0);
  const parts = counts.map((count) => numberText(count)).join(" + ");
  return [
    `  read each factor once:  ${parts} = ${numberText(classical)} rows`,
    `  this run:               ${numberText(quantum)} rows (${numberText(sum(totals.quantum))} coherent, ${numberText(sum(totals.classical))} classical)`,
    `  ${whoNeedsFewer(quantum, classical)}`,
  ];
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
