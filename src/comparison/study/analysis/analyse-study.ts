import { bandOf } from "../../statistics/band.ts";
import { type PowerFitInterval, powerFitInterval } from "../../statistics/power-fit-interval.ts";
import { pointText } from "../point-text.ts";
import type { StudyMethod } from "../study-family.ts";
import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import type { StudyResult } from "../study-result.ts";
import { contestsOf } from "./contests-of.ts";
import { crossoverMap } from "./crossover-map.ts";
import { duelsOf } from "./duels-of.ts";
import { PredictedQueries } from "./predicted-queries.ts";
import type { MethodSeries, SeriesPoint, StudyAnalysis, SweepAnalysis } from "./study-analysis.ts";
import type { Queries } from "./study-costs.ts";
import { amountOf, costOf, queriesOf } from "./study-costs.ts";

/**
 * Sums up the results of a study: medians with bands, growth, crossovers and break-even prices.
 *
 * Only counts of the unit of the family are compared, guaranteed methods with guaranteed ones.
 *
 * Errors: RangeError when a point of the plan has no result.
 */
export function analyseStudy(plan: StudyPlan, results: readonly StudyResult[]): StudyAnalysis {
  const known = new Map(results.map((result) => [pointText(result), result]));
  const resultsOf: ResultsOf = (sweep, k, method) =>
    plan.seeds.map((seed) => {
      const { name: family, revision } = plan.family;
      const text = pointText({ family, revision, setting: sweep.settings[k], method, seed });
      const result = known.get(text);
      if (result === undefined) {
        throw new RangeError(
          `analyseStudy: expected a result of every point, got none of ${text}; run the study to its end.`,
        );
      }
      return result;
    });
  const predictions = new PredictedQueries(plan.family);
  const sweeps = (plan.sweeps.length > 0 ? plan.sweeps : [baseAlone(plan)]).map((sweep) =>
    analysedSweep(plan, sweep, resultsOf, predictions),
  );
  const { unit } = plan.family;
  return {
    unit,
    confidence: plan.confidence,
    prices: plan.prices,
    sweeps,
    map: crossoverMap(plan, predictions),
  };
}

/** The results of all seeds, in their order. */
export type ResultsOf = (sweep: PlannedSweep, value: number, method: string) => readonly StudyResult[];

/** Without sweeps, the base setting is shown as a sweep of one value of the first number of the family. */
function baseAlone({ family, base, methods }: StudyPlan): PlannedSweep {
  const vary = Object.keys(family.parameters).find((name) => typeof base[name] === "number") as string;
  const value = base[vary] as number;
  const { [vary]: _, ...fixed } = base;
  return { vary, values: [value], settings: [base], fixed, methods, fitFrom: value };
}

function analysedSweep(
  plan: StudyPlan,
  sweep: PlannedSweep,
  resultsOf: ResultsOf,
  predictions: PredictedQueries,
): SweepAnalysis {
  const { symbol, inverse = false } = plan.family.parameters[sweep.vary];
  return {
    vary: sweep.vary,
    symbol,
    inverse,
    values: sweep.values,
    fixed: sweep.fixed,
    methods: sweep.methods.map((method) => seriesOf(plan, sweep, method, resultsOf)),
    duels: duelsOf(plan, sweep, resultsOf, predictions),
    contests: contestsOf(plan, sweep, resultsOf, predictions),
  };
}

function seriesOf(
  plan: StudyPlan,
  sweep: PlannedSweep,
  method: StudyMethod,
  resultsOf: ResultsOf,
): MethodSeries {
  const points = sweep.values.map((value, k) => pointOf(plan, value, resultsOf(sweep, k, method.name)));
  const { inverse = false } = plan.family.parameters[sweep.vary];
  const fitted = points
    .filter(({ value }) => value >= sweep.fitFrom)
    .map((point): [number, number] => [inverse ? 1 / point.value : point.value, point[method.side].median])
    .filter(([, queries]) => queries > 0);
  const { name, title, side, guaranteed } = method;
  return { method: name, title, side, guaranteed, points, fit: fitOf(fitted, plan.confidence) };
}

function fitOf(points: readonly [number, number][], confidence: number): PowerFitInterval | null {
  return points.length < 2 ? null : powerFitInterval(points, confidence);
}

function pointOf(
  { family: { unit }, confidence }: StudyPlan,
  value: number,
  runs: readonly StudyResult[],
): SeriesPoint {
  const counted = runs.map((run) => amountOf(run, unit));
  const band = (values: readonly number[]) => bandOf(values, confidence);
  const errors = runs.map(({ error }) => error).filter((error) => error !== null);
  const certificates = runs.map(({ certificate }) => certificate).filter((one) => one !== null);
  return {
    value,
    quantum: band(counted.map(({ quantum }) => quantum)),
    classical: band(counted.map(({ classical }) => classical)),
    total: band(counted.map((queries) => costOf(queries, 1))),
    predicted: amountOf({ ledger: runs[0].predicted, work: runs[0].predictedWork }, unit),
    limit: limitOf(runs[0], unit),
    error: errors.length === runs.length ? band(errors) : null,
    held: certificates.filter(({ holds }) => holds).length,
    certified: certificates.length,
  };
}

function limitOf({ limit }: StudyResult, unit: StudyPlan["family"]["unit"]): Queries | null {
  return limit.length === 0 ? null : queriesOf(limit, unit);
}
