import type { CrossoverMap, SweepAnalysis } from "../../comparison/study/analysis/study-analysis.ts";
import type { StudyPlan } from "../../comparison/study/study-plan.ts";
import type { StudyResult } from "../../comparison/study/study-result.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import type { BillByStage } from "../svg/bill-by-stage.ts";
import type { CrossoverMapFigure } from "../svg/crossover-map.ts";
import type { CertificateGroup, ErrorBudget } from "../svg/error-budget.ts";
import type { GrowthChart, GrowthSeries } from "../svg/growth-chart.ts";
import type { Role } from "../svg/palette.ts";
import type { QueriesAgainstSize } from "../svg/queries-against-size.ts";
import { measureWords } from "./measure-words.ts";
import { settingWords, valueText } from "./study-words.ts";

const quantumRoles: readonly Role[] = ["quantum", "third", "fourth"];
const classicalRoles: readonly Role[] = ["classical", "muted"];

/** A sweep as a chart: against powers of two, or against a parameter that is plain numbers. */
export type SweepChart =
  | { readonly kind: "size"; readonly data: QueriesAgainstSize }
  | { readonly kind: "growth"; readonly data: GrowthChart };

/** What all methods of a sweep count, with the prediction of the first quantum one, or of the first where none is; null for a single value. */
export function sweepChart(plan: StudyPlan, sweep: SweepAnalysis): SweepChart | null {
  const { symbol, inverse, values, methods, duels, contests } = sweep;
  if (values.length < 2) return null;
  const x = (value: number) => (inverse ? 1 / value : value);
  const roles = rolesOf(methods);
  const first = methods.find(({ side }) => side === "quantum") ?? methods[0];
  const series = methods.flatMap(({ method, title, guaranteed, points, fit }): GrowthSeries[] => {
    const role = roles.get(method) ?? "muted";
    const counted: GrowthSeries = {
      name: guaranteed ? title : `${title} (no guarantee)`,
      kind: "counted",
      role,
      points: points
        .filter(({ total }) => total.median > 0)
        .map(({ value, total }) => ({
          value: x(value),
          cost: total.median,
          low: total.low,
          high: total.high,
        })),
      ...(fit === null || fit.points < 3 ? {} : { exponent: fit.exponent }),
    };
    const predicted: GrowthSeries = {
      name: `${title}, predicted`,
      kind: "predicted",
      role,
      points: points.map((point) => ({
        value: x(point.value),
        cost: point.predicted.quantum + point.predicted.classical,
      })),
    };
    const isDrawn = (one: GrowthSeries) => one.points.length > 0 && one.points.every(({ cost }) => cost > 0);
    return [counted, ...(method === first?.method ? [predicted] : [])].filter(isDrawn);
  });
  const unit = measureWords(plan.family.unit).counted;
  const title = `${capital(unit)} against ${symbol}`;
  const whole =
    values.every((value) => Number.isInteger(Math.log2(value))) && values[values.length - 1] > 1000;
  if (!whole) {
    return {
      kind: "growth",
      data: { parameter: inverse ? `1/${symbol}` : symbol, series, title, costLabel: unit },
    };
  }
  const crossing = duels[0]?.crossovers[0]?.counted ?? contests[0]?.counted;
  const rules =
    crossing?.kind === "at" ? [{ at: crossing.at, label: `crossover ≈ ${valueText(crossing.at)}` }] : [];
  return {
    kind: "size",
    data: {
      title,
      sizeLabel: symbol,
      queriesLabel: unit,
      rules,
      series: series.map(({ points, exponent, ...one }) => ({
        ...one,
        points: points.map(({ value: size, cost: queries, ...spread }) => ({ size, queries, ...spread })),
        ...(exponent === undefined ? {} : { slope: exponent }),
      })),
    },
  };
}

function rolesOf(methods: SweepAnalysis["methods"]): Map<string, Role> {
  const next = { quantum: 0, classical: 0 };
  const shelves = { quantum: quantumRoles, classical: classicalRoles };
  return new Map(
    methods.map(({ method, side }) => [
      method,
      shelves[side][Math.min(next[side]++, shelves[side].length - 1)],
    ]),
  );
}

/** The bills of the first guaranteed method of each side on the least instance that was searched; null without one. */
export function billFigure(
  { family, methods }: StudyPlan,
  results: readonly StudyResult[],
): (BillByStage & { readonly setting: string }) | null {
  const pick = (side: "quantum" | "classical") =>
    methods.find(({ guaranteed, side: own }) => guaranteed && own === side);
  const [quantum, classical] = [pick("quantum"), pick("classical")];
  const { unit } = family;
  if (quantum === undefined || classical === undefined || unit === "flop" || unit === "word") return null;
  const counted = (result: StudyResult) =>
    result.ledger
      .filter(({ access, unit: own }) => access === "quantum" && own === unit)
      .reduce((sum, { count }) => sum + (count ?? 0), 0);
  // The least one that searched: in larger ones the bar of one side is too short to be seen.
  const searched = results
    .filter(({ method }) => method === quantum.name)
    .filter((result) => counted(result) > 0)
    .sort((a, b) => counted(a) - counted(b));
  const [run] = searched;
  if (run === undefined) return null;
  const key = JSON.stringify(run.setting);
  const rival = results.find(
    ({ method, seed, setting }) =>
      method === classical.name && seed === run.seed && JSON.stringify(setting) === key,
  );
  if (rival === undefined) return null;
  const oracles = [...new Set(run.ledger.filter((entry) => entry.unit === unit).map(({ oracle }) => oracle))];
  const entries = ({ ledger, predicted }: StudyResult): LedgerEntry[] => [...ledger, ...predicted];
  return {
    setting: settingWords(family, run.setting),
    unit,
    factors: oracles.map((oracle) => ({ oracle, name: oracle })),
    sides: [
      { name: quantum.title, role: "quantum", entries: entries(run) },
      { name: classical.title, role: "classical", entries: entries(rival) },
    ],
  };
}

/** The most certificates of a group that are drawn. */
const mostIntervals = 30;

/** Certified ranges beside what was asked for: the first quantum method at every accuracy, others at the usual one. */
export function errorFigure(
  { family, methods, base }: StudyPlan,
  results: readonly StudyResult[],
): ErrorBudget | null {
  const usual = base["epsilon"];
  const first = methods.find(({ side }) => side === "quantum");
  const groups = methods.flatMap((method): CertificateGroup[] => {
    const own = results.filter(({ method: name }) => name === method.name);
    const epsilons = [...new Set(own.flatMap(({ certificate }) => certificate?.epsilon ?? []))].sort(
      (a, b) => b - a,
    );
    return epsilons
      .filter((epsilon) => method === first || epsilon === usual || usual === undefined)
      .map((epsilon) => ({
        name: `${method.title}, ε = ${epsilon}`,
        epsilon,
        role: method.side === "quantum" ? "quantum" : "muted",
        intervals: own
          .flatMap(({ certificate }) => (certificate?.epsilon === epsilon ? [certificate] : []))
          .slice(0, mostIntervals)
          .map(({ lower, upper }) => ({ lower, upper })),
      }));
  });
  if (groups.length === 0) return null;
  return family.certified === undefined ? { groups } : { groups, quantity: family.certified };
}

/** The map of predicted costs. */
export function mapFigure({ x, y, ratios, lines }: CrossoverMap): CrossoverMapFigure {
  const powers = x.values[x.values.length - 1] > 1000;
  const drawn = ({ symbol, inverse, values }: CrossoverMap["y"]) => ({
    label: inverse ? `1/${symbol}` : symbol,
    values: inverse ? values.map((value) => 1 / value) : values,
  });
  return {
    x: { ...drawn(x), ticks: powers ? "power" : "plain" },
    y: drawn(y),
    ratios,
    lines,
    title: `Who asks fewer queries, over ${x.symbol} and ${drawn(y).label}`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
