import { findCrossing } from "../../statistics/crossing.ts";
import { type CrossingBand, crossingBand } from "../../statistics/crossing-band.ts";
import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import type { ResultsOf } from "./analyse-study.ts";
import type { Pair } from "./predicted-queries.ts";
import { amountOf, costOf } from "./study-costs.ts";

/** Finds the crossover of two methods from their counts, seed by seed; values where one of them counts nothing are left out. */
export function countedCrossing(
  { family: { unit }, seeds, confidence }: StudyPlan,
  sweep: PlannedSweep,
  pair: Pair,
  resultsOf: ResultsOf,
  price: number,
): CrossingBand {
  const [first, second] = [pair.first, pair.second].map(({ name }) =>
    sweep.values.map((_, k) =>
      resultsOf(sweep, k, name).map((result) => costOf(amountOf(result, unit), price)),
    ),
  );
  return crossingBand(
    seeds.map((_, seed) => {
      const ratios = sweep.values.map((_, value) => first[value][seed] / second[value][seed]);
      const kept = ratios.map((_, k) => k).filter((k) => ratios[k] > 0 && Number.isFinite(ratios[k]));
      return findCrossing(
        kept.map((k) => sweep.values[k]),
        kept.map((k) => ratios[k]),
      );
    }),
    confidence,
  );
}
