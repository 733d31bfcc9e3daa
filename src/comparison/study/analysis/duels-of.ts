import type { QueryAccount, SplitQueries } from "../../accounting/query-account.ts";
import { bandOf } from "../../statistics/band.ts";
import type { Measure } from "../measure.ts";
import type { StudyMethod } from "../study-family.ts";
import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import type { StudyResult } from "../study-result.ts";
import type { ResultsOf } from "./analyse-study.ts";
import { countedCrossing } from "./counted-crossing.ts";
import { predictedCrossing } from "./predicted-crossing.ts";
import type { Pair, PredictedQueries } from "./predicted-queries.ts";
import type { BreakEven, Duel } from "./study-analysis.ts";
import { amountOf, queriesOf } from "./study-costs.ts";

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
      duel(plan, sweep, { first: quantum, second: classical }, resultsOf, predictions),
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
    quantum: resultsOf(sweep, k, pair.first.name),
    classical: resultsOf(sweep, k, pair.second.name),
  }));
  return {
    quantum: pair.first.name,
    classical: pair.second.name,
    crossovers: plan.prices.map((price) => ({
      price,
      counted: countedCrossing(plan, sweep, pair, resultsOf, price),
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
    const own = amountOf(run, unit);
    const rival = amountOf(runs.classical[seed], unit);
    return own.quantum === 0 ? null : (rival.classical - own.classical) / own.quantum;
  });
  if (found.includes(null)) return { value, price: null, throughout: "neither" };
  const price = bandOf(found as number[], confidence);
  const throughout =
    price.median >= prices[prices.length - 1] ? "first" : price.median <= prices[0] ? "second" : null;
  return { value, price, throughout };
}

function oraclesOf({ quantum, classical }: Runs, unit: Measure): string[] {
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
