import type { Duel, StudyAnalysis, SweepAnalysis } from "../../comparison/study/analysis/study-analysis.ts";
import type { StudyPlan } from "../../comparison/study/study-plan.ts";
import { numberText } from "../format/number-text.ts";
import { settingWords, timesText, valueText } from "./study-words.ts";

/** One finding in words with the figure that it rests on. */
export interface Finding {
  readonly text: string;
  /** For example `Figure 1`; null where it rests on the table of all points. */
  readonly figure: string | null;
}

/** The name of the figure of a sweep. */
export function sweepFigure(index: number): string {
  return `Figure ${index + 1}`;
}

/**
 * States what a study found: where the quantum side asks fewer queries, where it does not, how that moves with the price
 * of a query, and whether the answers are good. Every number is of the analysis; nothing is computed from formulas here.
 */
export function studyConclusion(plan: StudyPlan, analysis: StudyAnalysis): Finding[] {
  const findings = analysis.sweeps.flatMap((sweep, index) => {
    const figure = sweepFigure(index);
    return [
      ...sweep.duels.flatMap((duel, k) => duelFindings(plan, sweep, duel, k === 0)),
      ...growthFindings(sweep),
      ...unguaranteedFindings(plan, sweep),
    ].map((text) => ({ text, figure }));
  });
  return [...findings, { text: certificateWords(analysis), figure: null }];
}

function duelFindings(plan: StudyPlan, sweep: SweepAnalysis, duel: Duel, isFirst: boolean): string[] {
  const { symbol, values } = sweep;
  const [quantum, classical] = [duel.quantum, duel.classical].map((name) => titleOf(plan, name));
  const [{ counted, price }, ...dearer] = duel.crossovers;
  const where = `Against ${symbol} (${settingWords(plan.family, sweep.fixed)})`;
  const priced = price === 1 ? "" : ` at a price of ${numberText(price)} per quantum query`;
  const words: string[] = [];
  if (values.length === 1) {
    words.push(
      `At ${symbol} = ${valueText(values[0])} (${settingWords(plan.family, sweep.fixed)}): ${atValue(sweep, duel, 0, quantum, classical)}.`,
    );
  } else if (counted.kind === "none") {
    const who = {
      first: `${quantum} asks fewer queries than ${classical} throughout`,
      second: `${quantum} asks more queries than ${classical} throughout`,
      neither: `${quantum} nowhere asks fewer queries than ${classical}`,
    }[counted.cheaper];
    words.push(
      `${where}: ${who}${priced}, ${symbol} from ${valueText(values[0])} to ${valueText(values[values.length - 1])}; no crossover in range.`,
    );
  } else {
    const side =
      counted.cheaper === "above"
        ? `from ${symbol} ≈ ${valueText(counted.at)} on`
        : `up to ${symbol} ≈ ${valueText(counted.at)}`;
    const band =
      counted.low === counted.high
        ? ""
        : ` (between ${valueText(counted.low)} and ${valueText(counted.high)})`;
    words.push(`${where}: ${quantum} asks fewer queries than ${classical} ${side}${band}${priced}.`);
  }
  if (values.length > 1) {
    words.push(
      `At ${symbol} = ${valueText(values[0])} ${atValue(sweep, duel, 0, quantum, classical)}; at ${symbol} = ${valueText(values[values.length - 1])} ${atValue(sweep, duel, values.length - 1, quantum, classical)}.`,
    );
  }
  if (isFirst && values.length > 1) words.push(...priceWords(sweep, dearer), ...breakEvenWords(sweep, duel));
  return words.length === 0 ? [] : [words.join(" ")];
}

function atValue(
  sweep: SweepAnalysis,
  duel: Duel,
  index: number,
  quantum: string,
  classical: string,
): string {
  const total = (method: string) =>
    sweep.methods.find((series) => series.method === method)?.points[index].total.median ?? Number.NaN;
  const ratio = total(duel.classical) / total(duel.quantum);
  if (ratio === 1) return "both ask the same (everything is read)";
  return ratio > 1
    ? `${quantum} asks ${timesText(ratio)} times fewer`
    : `${classical} asks ${timesText(1 / ratio)} times fewer`;
}

/** How the crossover moves when quantum queries are dearer. */
function priceWords({ symbol }: SweepAnalysis, dearer: Duel["crossovers"]): string[] {
  const moved = dearer.flatMap(({ price, counted }) =>
    counted.kind === "at" ? [`${symbol} ≈ ${valueText(counted.at)} at ${numberText(price)}`] : [],
  );
  const none = dearer.filter(({ counted }) => counted.kind === "none");
  const words: string[] = [];
  if (moved.length > 0) {
    words.push(
      `With the price of a quantum query in classical ones the crossover moves to ${listed(moved)}.`,
    );
  }
  if (none.length > 0) {
    const prices = listed(none.map(({ price }) => numberText(price)));
    const isCheaper = none.every(({ counted }) => counted.kind === "none" && counted.cheaper === "first");
    words.push(
      isCheaper
        ? `At prices of ${prices} the quantum side stays cheaper throughout.`
        : `At ${none.length > 1 ? "prices" : "a price"} of ${prices} there is no crossover in range.`,
    );
  }
  return words;
}

function breakEvenWords({ symbol }: SweepAnalysis, { breakEven }: Duel): string[] {
  const known = breakEven.filter(({ price }) => price !== null && price.median > 0);
  const [first, last] = [known[0], known[known.length - 1]];
  if (first === undefined || last === undefined) return [];
  const say = ({ value, price }: (typeof known)[number]) =>
    `${timesText(price?.median ?? Number.NaN)} at ${symbol} = ${valueText(value)}`;
  return [
    `A quantum query may cost this many classical ones before the advantage is gone: ${first === last ? say(last) : `${say(first)}, ${say(last)}`}.`,
  ];
}

function growthFindings({ methods, symbol, inverse }: SweepAnalysis): string[] {
  const x = inverse ? `1/${symbol}` : symbol;
  const grown = methods.filter(({ guaranteed, fit }) => guaranteed && fit !== null && fit.points > 2);
  if (grown.length === 0) return [];
  const words = grown.map(({ title, side, fit }) => {
    const interval =
      fit?.low == null || fit.high == null ? "" : ` [${fit.low.toFixed(2)}, ${fit.high.toFixed(2)}]`;
    return `${title} ${fit?.exponent.toFixed(3)}${interval} (${side} queries, ${x} from ${valueText(fit?.from ?? 0)} to ${valueText(fit?.to ?? 0)})`;
  });
  return [`Fitted exponents of ${x}: ${words.join("; ")}.`];
}

/** What unguaranteed methods save and what that costs. */
function unguaranteedFindings({ family }: StudyPlan, sweep: SweepAnalysis): string[] {
  return sweep.methods
    .filter(({ guaranteed }) => !guaranteed)
    .flatMap(({ title, points }) => {
      const certified = points.reduce((sum, point) => sum + point.certified, 0);
      const held = points.reduce((sum, point) => sum + point.held, 0);
      if (certified === 0) return [];
      const fixed = settingWords(family, sweep.fixed);
      return held === certified
        ? [
            `${capital(title)} has no guarantee; here (${fixed}) its certificates held in all ${certified} runs.`,
          ]
        : [
            `${title} has no guarantee, and here (${fixed}) its certificate held in ${held} of ${certified} runs only.`,
          ];
    });
}

function certificateWords({ sweeps }: StudyAnalysis): string {
  const guaranteed = sweeps.flatMap(({ methods }) => methods.filter((series) => series.guaranteed));
  const points = guaranteed.flatMap((series) => series.points);
  const certified = points.reduce((sum, point) => sum + point.certified, 0);
  const held = points.reduce((sum, point) => sum + point.held, 0);
  if (certified === 0) return "No answer was certified.";
  return held === certified
    ? `Every answer of a guaranteed method was certified: ${certified} of ${certified}.`
    : `Of the answers of guaranteed methods ${held} of ${certified} were certified; the rest missed the accuracy that was asked for.`;
}

function titleOf({ methods }: StudyPlan, name: string): string {
  return methods.find((method) => method.name === name)?.title ?? name;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
