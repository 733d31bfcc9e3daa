import { type Crossing, findCrossing } from "../../statistics/crossing.ts";
import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import type { Pair, PredictedQueries } from "./predicted-queries.ts";

/** Values of a range that predictions are looked at. */
const gridSize = 49;

/** Finds the crossover of two methods from their predictions alone, over the range of a sweep; null where none is known. */
export function predictedCrossing(
  { family }: StudyPlan,
  { values, vary, fixed }: PlannedSweep,
  predictions: PredictedQueries,
  pair: Pair,
  price: number,
): Crossing | null {
  const isWhole = family.parameters[vary].kind === "integer";
  const grid = valueGrid(values[0], values[values.length - 1], gridSize, isWhole);
  const ratios = grid.map((value) => predictions.ratio({ ...fixed, [vary]: value }, pair, price));
  return ratios.every((ratio) => ratio === null) ? null : crossingWhereKnown(grid, ratios);
}

/** The crossing of the ratios that are known. */
export function crossingWhereKnown(values: readonly number[], ratios: readonly (number | null)[]): Crossing {
  const kept = values.map((_, k) => k).filter((k) => ratios[k] !== null);
  return findCrossing(
    kept.map((k) => values[k]),
    kept.map((k) => ratios[k] as number),
  );
}

/** Values from low to high at equal ratios, both ends among them; whole ones where asked for, each once. */
export function valueGrid(low: number, high: number, size: number, isWhole: boolean): number[] {
  if (low === high) return [low];
  const values = Array.from({ length: size }, (_, k) =>
    k === 0 ? low : k === size - 1 ? high : low * (high / low) ** (k / (size - 1)),
  );
  return isWhole ? [...new Set(values.map(Math.round))] : values;
}
