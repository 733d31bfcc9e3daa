import type pc from "picocolors";
import { billTable, numberText, tableText } from "../../presentation/index.ts";
import type { LeverageDocument } from "../documents/leverage-document.ts";
import { sumOfTotals } from "../documents/row-totals.ts";
import type { ScoreTally } from "../run/score-tally.ts";
import { inputLines } from "./input-lines.ts";
import { parameterLines } from "./parameter-lines.ts";
import { scoreHistogram } from "./score-histogram.ts";
import { whoNeedsFewer } from "./who-needs-fewer.ts";

/** How many rows the report shows when no number was asked for. */
const SHOWN = 10;

/** Leverage scores as text for a terminal; `tally` is of all rows, or with `named` of those that were asked for. */
export function leverageReport(
  document: LeverageDocument,
  { tally, named }: { readonly tally: ScoreTally; readonly named: boolean },
  colors: ReturnType<typeof pc.createColors>,
): string {
  const { inputs, parameters, result, warnings, ledger, totals, rival } = document;
  const searched = parameters.method === "quantum";
  const asked = sumOfTotals(totals);
  const classical = rival.ledger[0].count ?? 0;
  return [
    colors.bold(`Leverage scores of ${inputs[0].name === "-" ? "stdin" : inputs[0].name}`),
    ...inputLines(inputs, ["A", "B"]),
    ...methodLines(document),
    "",
    `  ${result.rank === null ? "" : `rank ${result.rank}, `}sum of ${named ? "these" : "all"} scores ${scoreText(tally.sum, 6)}`,
    `  scores from 0 to 1, number of rows on a logarithmic scale: 0 |${scoreHistogram(tally.tenths)}| 1`,
    ...(tally.above === 0 ? [] : [`  above 1: ${numberText(tally.above)} rows`]),
    "",
    tableText(scoreTable(document, named)),
    "",
    tableText(billTable(ledger, "Bill: counted while it ran")),
    ...(!searched
      ? []
      : [
          "",
          `  in all ${numberText(asked)} row queries; reading everything: ${numberText(classical)}`,
          `  ${whoNeedsFewer(asked, classical)}`,
        ]),
    ...(warnings.length === 0 ? [] : ["", colors.bold("Warnings"), ...warnings.map((text) => `  - ${text}`)]),
  ].join("\n");
}

function methodLines({ parameters, seed }: LeverageDocument): string[] {
  switch (parameters.method) {
    case "exact":
      return [parameters.stream ? "  exact, by QR, in two passes over the file" : "  exact, by QR"];
    case "generalised":
      return [
        `  generalised scores of the rows of A against B, by QR${parameters.stream ? ", in one pass over each file" : ""}`,
      ];
    case "row-norm":
      return ["  row-norm: shares of the squared length; no bound on leverage"];
    case "uniform":
      return ["  uniform: the same share for every row; no bound on leverage"];
    case "ridge":
      return [
        `  ridge scores at λ = ${parameters.lambda}, by QR${parameters.stream ? ", in two passes over the file" : ""}`,
      ];
    case "online":
      return [`  online scores in the order of the rows at λ = ${parameters.lambda}, in one pass`];
    case "johnson-lindenstrauss":
    case "count-sketch":
      return [`  ${parameters.method}: ε = ${parameters.epsilon}, δ = ${parameters.delta}, seed ${seed}`];
    case "quantum":
      return parameterLines(parameters, seed ?? "");
  }
}

function scoreTable({ result: { scores, indices, counts } }: LeverageDocument, named: boolean) {
  const chosen = indices !== undefined;
  const order = Array.from(scores, (_, e) => e);
  const value = (e: number) => scores[e] ?? Number.POSITIVE_INFINITY;
  if (!chosen) {
    order.sort((a, b) => (value(a) === value(b) ? a - b : value(b) > value(a) ? 1 : -1)).splice(SHOWN);
  }
  const more = scores.length > order.length ? " (all of them with --json; more with --top)" : "";
  return {
    caption: `${named ? "The rows asked for" : "Rows with the largest scores"}${more}, counted from 0`,
    columns: [
      { heading: counts === undefined ? "row" : "class", numeric: true },
      { heading: counts === undefined ? "" : "rows", numeric: true },
      { heading: "score", numeric: true },
    ],
    rows: order.map((e) => ({
      cells: [
        numberText(indices?.[e] ?? e),
        counts === undefined ? "" : numberText(counts[e]),
        scoreText(value(e), 4),
      ],
    })),
  };
}

function scoreText(score: number, digits: number): string {
  return Number.isFinite(score) ? numberText(score, { style: "significant", digits }) : "∞";
}
