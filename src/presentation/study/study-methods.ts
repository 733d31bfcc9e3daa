import type { StudyPlan } from "../../comparison/study/study-plan.ts";
import { numberText } from "../format/number-text.ts";
import { measureWords } from "./measure-words.ts";
import { valueText } from "./study-words.ts";

/**
 * The section on methods, written from the parameters of a study: what was run, how numbers came about, what each method
 * assumes, and the cost formulas with their sources. Inline markup, one paragraph each.
 */
export function studyMethods(
  { family, base, sweeps, methods, seeds, prices, confidence, points }: StudyPlan,
  formulas: Readonly<Record<string, string>>,
): string[] {
  const parameters = Object.entries(family.parameters).map(([name, { symbol, description }]) => {
    const swept = sweeps.filter(({ vary }) => vary === name).flatMap(({ values }) => values);
    const own = base[name];
    const value = typeof own === "number" ? valueText(own) : String(own);
    const range =
      swept.length === 0
        ? ""
        : `, varied over ${[...new Set(swept)]
            .sort((a, b) => a - b)
            .map(valueText)
            .join(", ")}`;
    return `${symbol} (${description}) = ${value}${range}`;
  });
  const isQuantum = methods.some(({ side }) => side === "quantum");
  return [
    `Family \`${family.name}\`, revision ${family.revision}: ${numberText(points.length)} runs of ${methods.length} methods with seeds ${seeds.join(", ")}. Each run has random numbers of its own from (family, setting, seed); all methods see the same instance.`,
    `Parameters: ${plain(parameters.join("; "))}.`,
    ...family.assumptions.map(plain),
    `Counted are ${measureWords(family.unit).counted}, one by one while each method ran; predicted counts come from formulas before the run and are never mixed with them. Shown are medians over ${seeds.length} seeds with the central ${numberText(confidence * 100)} % as band; with so few seeds that is from the least to the greatest.`,
    `Exponents are least-squares fits of a power law to medians on logarithmic scales, with the ${numberText(confidence * 100)} % interval by Student's t; the range is named with each. Crossovers are interpolated between neighbouring values, seed by seed, where guaranteed methods cost the same${isQuantum ? ` at prices of ${prices.map((price) => numberText(price)).join(", ")} classical queries for a quantum one` : ""}; where both count exactly the same on one side, only the interval is known.`,
    ...methods.map(
      ({ title, source, assumptions, guaranteed }) =>
        `**${plain(title)}**${guaranteed ? "" : " (no guarantee)"}: ${plain(source)}. ${plain(assumptions.join(" "))}`,
    ),
    ...methods.flatMap(({ title, costs }) =>
      costs.map(
        ({ name, expression, where = {}, label, paper, theorem }) =>
          `Cost of ${plain(title)}, ${plain(name)} (${label}): ${formulaText(expression, where)}${formulas[name] === undefined ? "" : `; as LaTeX \`${formulas[name]}\``}. Source: ${plain(paper)}, ${plain(theorem)}.${label === "asymptotic" ? " Constants and logarithms dropped: never compared with counts." : ""}`,
      ),
    ),
  ];
}

function formulaText(expression: string, where: Readonly<Record<string, string>>): string {
  const parts = Object.entries(where).map(([name, text]) => `\`${name} = ${text}\``);
  return `\`${expression}\`${parts.length === 0 ? "" : ` with ${parts.join(", ")}`}`;
}

/** Text of data in inline markup: its signs are no marks. */
function plain(text: string): string {
  return text.replace(/[\\*`_^[\]{}]/g, (sign) => `\\${sign}`);
}
