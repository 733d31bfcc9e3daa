import type { Unit } from "../../../oracles/ledger-entry.ts";
import type { QueryAccount, SplitQueries } from "../../accounting/query-account.ts";
import { bandOf } from "../../statistics/band.ts";
import { findCrossing } from "../../statistics/crossing.ts";
import { crossingBand } from "../../statistics/crossing-band.ts";
import type { StudyMethod } from "../study-family.ts";
import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import type { StudyResult } from "../study-result.ts";
import type { ResultsOf } from "./analyse-study.ts";
import { predictedCrossing } from "./predicted-crossing.ts";
import type { Pair, PredictedQueries } from "./predicted-queries.ts";
import type { BreakEven, Duel } from "./study-analysis.ts";
import { costOf, queriesOf } from "./study-costs.ts";

/** Sets each guaranteed quantum method of a sweep against each guaranteed classical one. */
export function duelsOf(
  plan: StudyPlan,
  sweep: PlannedSweep,
  resultsOf: ResultsOf,
  predictions: PredictedQueries,
): Duel[] {
  const guaranteed = (side: StudyMethod["side"]) =>
    sweep.methods.filter((method) => method.guaranteed && method.side === side);
  return guaranteed("quantum").flatMap((quantum) =>
    guaranteed("classical").map((classical) =>
      duel(plan, sweep, { quantum, classical }, resultsOf, predictions),
    ),
  );
}

function duel(
  plan: StudyPlan,
  sweep: PlannedSweep,
  pair: Pair,
  resultsOf: ResultsOf,
  predictions: PredictedQueries,
): Duel {
  const { unit } = plan.family;
  const runs = sweep.values.map((_, k) => ({
    quantum: resultsOf(sweep, k, pair.quantum.name),
    classical: resultsOf(sweep, k, pair.classical.name),
  }));
  const ratio = (value: number, seed: number, price: number) =>
    costOf(queriesOf(runs[value].quantum[seed].ledger, unit), price) /
    costOf(queriesOf(runs[value].classical[seed].ledger, unit), price);
  return {
    quantum: pair.quantum.name,
    classical: pair.classical.name,
    crossovers: plan.prices.map((price) => ({
      price,
      counted: crossingBand(
        plan.seeds.map((_, seed) => {
          const ratios = sweep.values.map((_, value) => ratio(value, seed, price));
          const kept = ratios.map((_, k) => k).filter((k) => ratios[k] > 0 && Number.isFinite(ratios[k]));
          return findCrossing(
            kept.map((k) => sweep.values[k]),
            kept.map((k) => ratios[k]),
          );
        }),
        plan.confidence,
      ),
      predicted: predictedCrossing(plan, sweep, predictions, pair, price),
    })),
    breakEven: sweep.values.map((value, k) => breakEven(plan, value, runs[k])),
    accounts: sweep.values.flatMap((value, k) =>
      oraclesOf(runs[k], unit).map((oracle) => ({
        value,
        oracle,
        account: accountOf(plan, runs[k], oracle),
      })),
    ),
  };
}

interface Runs {
  readonly quantum: readonly StudyResult[];
  readonly classical: readonly StudyResult[];
}

/** p with p·Q + C = C′, seed by seed. */
function breakEven(
  { family: { unit }, prices, confidence }: StudyPlan,
  value: number,
  runs: Runs,
): BreakEven {
  const found = runs.quantum.map((run, seed) => {
    const own = queriesOf(run.ledger, unit);
    const rival = queriesOf(runs.classical[seed].ledger, unit);
    return own.quantum === 0 ? null : (rival.classical - own.classical) / own.quantum;
  });
  if (found.includes(null)) return { value, price: null, throughout: "neither" };
  const price = bandOf(found as number[], confidence);
  const throughout =
    price.median >= prices[prices.length - 1] ? "first" : price.median <= prices[0] ? "second" : null;
  return { value, price, throughout };
}

function oraclesOf({ quantum, classical }: Runs, unit: Unit): string[] {
  const entries = [...classical[0].ledger, ...quantum[0].predicted].filter((entry) => entry.unit === unit);
  return [...new Set(entries.map(({ oracle }) => oracle))];
}

function accountOf({ family: { unit } }: StudyPlan, runs: Runs, oracle: string): QueryAccount {
  const [quantum, classical] = [runs.quantum[0], runs.classical[0]];
  const split = (entries: StudyResult["ledger"]): SplitQueries =>
    entries.length === 0 ? { classical: null, quantum: null } : queriesOf(entries, unit, oracle);
  const actual = runs.classical.map(({ ledger }) => queriesOf(ledger, unit, oracle).classical);
  return {
    classicalActual: bandOf(actual, 0.5).median,
    classicalExpected: split(classical.predicted).classical,
    quantumExpected: split(quantum.predicted),
    quantumWorstCase: split(quantum.limit),
  };
}
