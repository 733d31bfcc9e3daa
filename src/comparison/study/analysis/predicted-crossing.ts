import { type Crossing, findCrossing } from "../../statistics/crossing.ts";
import type { Setting } from "../setting.ts";
import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import type { Pair } from "./duels-of.ts";
import { costOf, queriesOf } from "./study-costs.ts";

/** Values of a range that predictions are looked at. */
const gridSize = 97;

/** Finds the crossover of two methods from their predictions alone, over the range of a sweep. */
export function predictedCrossing(plan: StudyPlan, sweep: PlannedSweep, pair: Pair, price: number): Crossing {
  const { values, vary, fixed } = sweep;
  const isWhole = plan.family.parameters[vary].kind === "integer";
  const grid = valueGrid(values[0], values[values.length - 1], gridSize, isWhole);
  const ratios = grid.map((value) => predictedRatio(plan, { ...fixed, [vary]: value }, pair, price));
  const kept = grid.map((_, k) => k).filter((k) => ratios[k] !== null);
  return findCrossing(
    kept.map((k) => grid[k]),
    kept.map((k) => ratios[k] as number),
  );
}

/** Predicted cost of the quantum method over that of the classical one; null where the setting does not fit or no cost is known. */
export function predictedRatio(
  { family }: Pick<StudyPlan, "family">,
  setting: Setting,
  { quantum, classical }: Pair,
  price: number,
): number | null {
  try {
    family.require(setting, [quantum.name, classical.name]);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const cost = (method: Pair["quantum"]) => costOf(queriesOf(method.predict(setting), family.unit), price);
  const ratio = cost(quantum) / cost(classical);
  return ratio > 0 && Number.isFinite(ratio) ? ratio : null;
}

/** Values from low to high at equal ratios, both ends among them; whole ones where asked for, each once. */
export function valueGrid(low: number, high: number, size: number, isWhole: boolean): number[] {
  if (low === high) return [low];
  const values = Array.from({ length: size }, (_, k) =>
    k === 0 ? low : k === size - 1 ? high : low * (high / low) ** (k / (size - 1)),
  );
  return isWhole ? [...new Set(values.map(Math.round))] : values;
}
