import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import type { ResultsOf } from "./analyse-study.ts";
import { countedCrossing } from "./counted-crossing.ts";
import { predictedCrossing } from "./predicted-crossing.ts";
import type { PredictedQueries } from "./predicted-queries.ts";
import type { Contest } from "./study-analysis.ts";

/**
 * Sets the first guaranteed method of a sweep against each other one, in studies without a quantum side; none where there is
 * one, which is set against its rivals by duels.
 */
export function contestsOf(
  plan: StudyPlan,
  sweep: PlannedSweep,
  resultsOf: ResultsOf,
  predictions: PredictedQueries,
): Contest[] {
  const [first, ...others] = sweep.methods.filter(({ guaranteed }) => guaranteed);
  if (first === undefined || sweep.methods.some(({ side }) => side === "quantum")) return [];
  return others.map((second) => {
    const pair = { first, second };
    return {
      first: first.name,
      second: second.name,
      counted: countedCrossing(plan, sweep, pair, resultsOf, 1),
      predicted: predictedCrossing(plan, sweep, predictions, pair, 1),
    };
  });
}
