import type pc from "picocolors";
import { billTable, numberText, tableText } from "../../presentation/index.ts";
import type { RegressDocument } from "../documents/regress-document.ts";
import { inputLines } from "./input-lines.ts";

/** How many coefficients the report shows. */
const SHOWN = 40;

/** A regression as text for a terminal. */
export function regressReport(document: RegressDocument, colors: ReturnType<typeof pc.createColors>): string {
  const { inputs, result, certificate, ledger, warnings } = document;
  const names = inputs.length === 2 ? ["A", "b"] : [...inputs.slice(1).map((_, k) => `A${k + 1}`), "b"];
  return [
    colors.bold(`Regression of ${inputs.at(-1)?.name === "-" ? "stdin" : inputs.at(-1)?.name}`),
    ...inputLines(inputs, names),
    methodLine(document),
    "",
    `  rank ${result.rank}, ${document.parameters.norm === 2 ? "‖Ax − b‖" : "‖Ax − b‖₁"} = ${significant(result.residualNorm)}`,
    ...(result.sketchRows === null ? [] : [`  solved on ${numberText(result.sketchRows)} rows`]),
    ...(result.iterations === 0 ? [] : [`  ${result.iterations} iterations`]),
    ...certificateLines(certificate),
    "",
    tableText(coefficientTable(document)),
    "",
    tableText(billTable(ledger, "Bill: counted while it ran")),
    ...(warnings.length === 0 ? [] : ["", colors.bold("Warnings"), ...warnings.map((text) => `  - ${text}`)]),
  ].join("\n");
}

function methodLine({ parameters, seed }: RegressDocument): string {
  const { method, lambda, epsilon, delta, sketch } = parameters;
  const words = [
    `method ${method}`,
    ...(sketch === null ? [] : [`sketch ${sketch}`]),
    ...(lambda === null ? [] : [`λ = ${lambda}`]),
    ...(seed === null ? [] : [`ε = ${epsilon}, δ = ${delta}, seed ${seed}`]),
  ];
  return `  ${words.join(", ")}`;
}

function certificateLines(certificate: RegressDocument["certificate"]): string[] {
  if (certificate === null) return [];
  const { least, factor, promised, holds } = certificate;
  const promise =
    promised === null
      ? "nothing was promised"
      : `at most ${significant(promised)} was promised: ${holds ? "holds" : "does not hold"}`;
  return [`  certificate: ${significant(factor)} times the least residual ${significant(least)}; ${promise}`];
}

function coefficientTable({ inputs, result }: RegressDocument) {
  const { coefficients } = result;
  const [first] = inputs;
  const names = inputs.length === 2 ? first.columnNames : null;
  const more = coefficients.length > SHOWN ? " (all of them with --json)" : "";
  return {
    caption: `Coefficients${more}, columns counted from 0`,
    columns: [
      { heading: "column", numeric: true },
      { heading: "" },
      { heading: "coefficient", numeric: true },
    ],
    rows: coefficients.slice(0, SHOWN).map((value, k) => ({
      cells: [numberText(k), names?.[k] ?? "", significant(value)],
    })),
  };
}

function significant(value: number): string {
  return numberText(value, { style: "significant", digits: 6 });
}
