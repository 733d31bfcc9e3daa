import { findCrossing } from "../../statistics/crossing.ts";
import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import type { Pair } from "./duels-of.ts";
import { predictedRatio, valueGrid } from "./predicted-crossing.ts";
import type { CrossoverMap, MapAxis } from "./study-analysis.ts";

/** Columns and rows of the map. */
const [columns, rows] = [49, 25];

/**
 * Lays predicted costs over two parameters: the one of the first sweep and that of the first sweep of another, for the
 * first guaranteed quantum method against the first guaranteed classical one.
 */
export function crossoverMap(plan: StudyPlan): CrossoverMap | null {
  const first = plan.sweeps.find(({ values }) => values.length > 1);
  const second = plan.sweeps.find(({ vary, values }) => values.length > 1 && vary !== first?.vary);
  if (first === undefined || second === undefined) return null;
  const method = (side: "quantum" | "classical") =>
    plan.methods.find(({ guaranteed, side: own }) => guaranteed && own === side);
  const [quantum, classical] = [method("quantum"), method("classical")];
  if (quantum === undefined || classical === undefined) return null;
  const pair: Pair = { quantum, classical };
  const x = axis(plan, first, columns);
  const y = axis(plan, second, rows);
  const { [second.vary]: _, ...fixed } = first.fixed;
  const at = (j: number, i: number) => ({ ...fixed, [x.name]: x.values[i], [y.name]: y.values[j] });
  const ratios = (price: number) =>
    y.values.map((_, j) => x.values.map((_, i) => predictedRatio(plan, at(j, i), pair, price)));
  return {
    quantum: quantum.name,
    classical: classical.name,
    x,
    y,
    fixed,
    ratios: ratios(1),
    lines: plan.prices.map((price) => ({
      price,
      at: ratios(price).map((row) => crossingOf(x.values, row)),
    })),
  };
}

function crossingOf(values: readonly number[], ratios: readonly (number | null)[]): number | null {
  const kept = values.map((_, k) => k).filter((k) => ratios[k] !== null);
  if (kept.length === 0) return null;
  const crossing = findCrossing(
    kept.map((k) => values[k]),
    kept.map((k) => ratios[k] as number),
  );
  return crossing.kind === "at" ? crossing.at : null;
}

function axis({ family }: StudyPlan, { vary, values }: PlannedSweep, size: number): MapAxis {
  const { symbol, inverse = false, kind } = family.parameters[vary];
  return {
    name: vary,
    symbol,
    inverse,
    values: valueGrid(values[0], values[values.length - 1], size, kind === "integer"),
  };
}
