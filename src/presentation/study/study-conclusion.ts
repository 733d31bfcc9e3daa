import type {
  Contest,
  Duel,
  StudyAnalysis,
  SweepAnalysis,
} from "../../comparison/study/analysis/study-analysis.ts";
import type { StudyPlan } from "../../comparison/study/study-plan.ts";
import { numberText } from "../format/number-text.ts";
import { type MeasureWords, measureWords, sideWords } from "./measure-words.ts";
import { fixedText, settingWords, timesText, valueText } from "./study-words.ts";

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
    const most = index === 0 ? Number.POSITIVE_INFINITY : 1;
    const [duels, contests] = [sweep.duels.slice(0, most), sweep.contests.slice(0, most)];
    const context = contextOf(plan, analysis, sweep);
    return [
      ...duels.map((duel, k) => duelWords(plan, sweep, duel, k === 0 ? "full" : "short", context)),
      ...contests.map((contest) => contestWords(plan, sweep, contest, context)),
      ...growthWords(plan, sweep),
    ].map((text) => ({ text, figure: sweepFigure(index) }));
  });
  return [
    ...findings,
    ...unguaranteedFindings(plan, analysis),
    ...remarksOf(plan).map((text) => ({ text, figure: null })),
    { text: certificateWords(plan, analysis), figure: null },
  ];
}

/** What the family has to say of the settings of the study. */
function remarksOf({ family, base, sweeps }: StudyPlan): readonly string[] {
  const settings = sweeps.length === 0 ? [base] : sweeps.flatMap((sweep) => sweep.settings);
  return family.remarks?.(settings) ?? [];
}

/** What tells a sweep from the others: parameters that some sweep varies or sets otherwise. */
function contextOf({ family }: StudyPlan, { sweeps }: StudyAnalysis, sweep: SweepAnalysis): string {
  const differs = (name: string) =>
    sweeps.some(({ vary, fixed }) => vary === name || fixed[name] !== sweep.fixed[name]);
  const told = Object.entries(sweep.fixed).filter(([name]) => sweeps.length === 1 || differs(name));
  return told.length === 0 ? "" : ` (${settingWords(family, Object.fromEntries(told))})`;
}

function duelWords(
  plan: StudyPlan,
  sweep: SweepAnalysis,
  duel: Duel,
  length: "full" | "short",
  context: string,
): string {
  const { symbol, values } = sweep;
  const pair = pairOf(plan, duel.quantum, duel.classical);
  const at = (index: number) => atValue(sweep, pair, index);
  if (values.length === 1) return `${capital(at(0))}${context}.`;
  const [{ counted, price }, ...dearer] = duel.crossovers;
  const last = values.length - 1;
  const priced = price === 1 ? "" : ` at a price of ${numberText(price)} per quantum query`;
  const words = [`Against ${symbol}${context}: ${whoWins(counted, sweep, pair)}${priced}.`];
  words.push(`${capital(at(0))}; ${at(last)}.`);
  if (length === "full") words.push(...priceWords(sweep, dearer), ...breakEvenWords(sweep, duel));
  return words.join(" ");
}

/** Two methods of a classical study: who counts less, and where that changes. */
function contestWords(
  plan: StudyPlan,
  sweep: SweepAnalysis,
  { first, second, counted }: Contest,
  context: string,
): string {
  const pair = pairOf(plan, first, second);
  const last = sweep.values.length - 1;
  if (last === 0) return `${capital(atValue(sweep, pair, 0))}${context}.`;
  return `Against ${sweep.symbol}${context}: ${whoWins(counted, sweep, pair)}. ${capital(atValue(sweep, pair, 0))}; ${atValue(sweep, pair, last)}.`;
}

/** Two methods as sentences name them. */
interface NamedPair {
  readonly words: MeasureWords;
  readonly first: { readonly name: string; readonly title: string };
  readonly second: { readonly name: string; readonly title: string };
}

function pairOf(plan: StudyPlan, ...names: [first: string, second: string]): NamedPair {
  const [first, second] = names.map((name) => ({ name, title: titleOf(plan, name) }));
  return { words: measureWords(plan.family.unit), first, second };
}

function whoWins(
  crossing: Contest["counted"],
  { symbol, values }: SweepAnalysis,
  { words: { verb, noun }, first: { title: first }, second: { title: second } }: NamedPair,
): string {
  if (crossing.kind === "none") {
    const who = {
      first: `${first} ${verb} fewer ${noun} than ${second} throughout`,
      second: `${first} ${verb} more ${noun} than ${second} throughout`,
      neither: `${first} nowhere ${verb} fewer ${noun} than ${second}`,
    }[crossing.cheaper];
    const range = `${symbol} from ${valueText(values[0])} to ${valueText(values[values.length - 1])}`;
    return `${who}, ${range}; no crossover in range`;
  }
  const [at, low, high] = [crossing.at, crossing.low, crossing.high].map(valueText);
  const side = crossing.cheaper === "above" ? `from ${symbol} ≈ ${at} on` : `up to ${symbol} ≈ ${at}`;
  const band = low === high ? "" : ` (between ${low} and ${high})`;
  return `${first} ${verb} fewer ${noun} than ${second} ${side}${band}`;
}

function atValue(
  { symbol, values, methods }: SweepAnalysis,
  { words: { verb, verbOfBoth, whySame }, first, second }: NamedPair,
  index: number,
): string {
  const total = (method: string) =>
    methods.find((series) => series.method === method)?.points[index].total.median ?? Number.NaN;
  const ratio = total(second.name) / total(first.name);
  const place = `at ${symbol} = ${valueText(values[index])}`;
  if (ratio === 1) return `${place} both ${verbOfBoth} the same${whySame}`;
  return ratio > 1
    ? `${place} ${first.title} ${verb} ${timesText(ratio)} times fewer`
    : `${place} ${second.title} ${verb} ${timesText(1 / ratio)} times fewer`;
}

/** How the crossover moves when quantum queries are dearer. */
function priceWords({ symbol }: SweepAnalysis, dearer: Duel["crossovers"]): string[] {
  const moved = dearer.flatMap(({ price, counted }) =>
    counted.kind === "at" ? [`${symbol} ≈ ${valueText(counted.at)} at ${numberText(price)}`] : [],
  );
  const words =
    moved.length === 0
      ? []
      : [`With the price of a quantum query in classical ones the crossover moves to ${listed(moved)}.`];
  const outcomes = {
    first: "the quantum side is cheaper throughout",
    second: "the classical side is cheaper throughout",
    neither: "the quantum side is nowhere cheaper",
  };
  for (const [cheaper, outcome] of Object.entries(outcomes)) {
    const prices = dearer
      .filter(({ counted }) => counted.kind === "none" && counted.cheaper === cheaper)
      .map(({ price }) => numberText(price));
    if (prices.length > 0) {
      words.push(`At ${prices.length > 1 ? "prices" : "a price"} of ${listed(prices)} ${outcome}.`);
    }
  }
  return words;
}

function breakEvenWords({ symbol }: SweepAnalysis, { breakEven }: Duel): string[] {
  const known = breakEven.filter(({ price }) => price !== null && price.median >= 1);
  const [first, last] = [known[0], known[known.length - 1]];
  if (first === undefined || last === undefined) return [];
  const say = ({ value, price }: (typeof known)[number]) =>
    `${timesText(price?.median ?? Number.NaN)} at ${symbol} = ${valueText(value)}`;
  return [
    `A quantum query may cost this many classical ones before the advantage is gone: ${first === last ? say(last) : `${say(first)}, ${say(last)}`}.`,
  ];
}

function growthWords({ family }: StudyPlan, { methods, symbol, inverse }: SweepAnalysis): string[] {
  const x = inverse ? `1/${symbol}` : symbol;
  const words = methods.flatMap(({ title, side, guaranteed, fit }) => {
    if (!guaranteed || fit === null || fit.low === null || fit.high === null) return [];
    const interval = `[${fixedText(fit.low, 2)}, ${fixedText(fit.high, 2)}]`;
    return [
      `${title} ${fixedText(fit.exponent, 3)} ${interval} (${sideWords(family.unit, side)}, ${x} from ${valueText(fit.from)} to ${valueText(fit.to)})`,
    ];
  });
  return words.length === 0 ? [] : [`Fitted exponents of ${x}: ${words.join("; ")}.`];
}

/** What comes of the answers of methods without a guarantee. */
function unguaranteedFindings(plan: StudyPlan, analysis: StudyAnalysis): Finding[] {
  return plan.methods
    .filter(({ guaranteed }) => !guaranteed)
    .flatMap(({ name, title }): Finding[] => {
      const seen = analysis.sweeps.map((sweep, index) => {
        const points = sweep.methods.find(({ method }) => method === name)?.points ?? [];
        const held = points.reduce((sum, point) => sum + point.held, 0);
        return { sweep, index, held, certified: points.reduce((sum, point) => sum + point.certified, 0) };
      });
      const missed = seen.filter(({ held, certified }) => held < certified);
      const certified = seen.reduce((sum, one) => sum + one.certified, 0);
      if (certified === 0) return [];
      if (missed.length === 0) {
        return [
          {
            text: `${capital(title)} has no guarantee; here its certificates held in all ${certified} runs.`,
            figure: null,
          },
        ];
      }
      return missed.map(({ sweep, index, held, certified: runs }) => ({
        text: `${capital(title)} has no guarantee, and it shows: its certificate held in ${held} of ${runs} runs against ${sweep.symbol}${contextOf(plan, analysis, sweep)}.`,
        figure: sweepFigure(index),
      }));
    });
}

function certificateWords({ family }: StudyPlan, { sweeps }: StudyAnalysis): string {
  const points = sweeps.flatMap(({ symbol, methods }) =>
    methods
      .filter((series) => series.guaranteed)
      .flatMap(({ title, points: own }) => own.map((point) => ({ ...point, symbol, title }))),
  );
  const certified = points.reduce((sum, point) => sum + point.certified, 0);
  const held = points.reduce((sum, point) => sum + point.held, 0);
  if (certified === 0) return errorWords(family.errorName, sweeps) ?? "No answer was certified.";
  if (held === certified) {
    return `Every answer of a guaranteed method was certified: ${certified} of ${certified}.`;
  }
  const missed = points
    .filter((point) => point.held < point.certified)
    .map(
      (point) =>
        `${point.title} at ${point.symbol} = ${valueText(point.value)} (${point.held} of ${point.certified})`,
    );
  return `Of the answers of guaranteed methods ${held} of ${certified} were certified; the rest missed the accuracy that was asked for: ${listed(missed)}.`;
}

/** The largest median error of each method, and where; null where no error is known. */
function errorWords(name: string | null, sweeps: readonly SweepAnalysis[]): string | null {
  if (name === null) return null;
  const worst = new Map<string, { error: number; at: string }>();
  for (const { symbol, methods } of sweeps) {
    for (const { title, points } of methods) {
      for (const { value, error } of points) {
        if (error === null || error.median <= (worst.get(title)?.error ?? -1)) continue;
        worst.set(title, { error: error.median, at: `${symbol} = ${valueText(value)}` });
      }
    }
  }
  if (worst.size === 0) return null;
  const words = [...worst].map(([title, { error, at }]) =>
    error === 0
      ? `${title} 0 throughout`
      : `${title} ${numberText(error, { style: "significant" })}, at ${at}`,
  );
  return `Errors (${name}), the largest median of each method: ${words.join("; ")}.`;
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
