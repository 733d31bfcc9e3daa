import type { PlannedSweep, StudyPlan } from "../study-plan.ts";
import { crossingWhereKnown, valueGrid } from "./predicted-crossing.ts";
import type { PredictedQueries } from "./predicted-queries.ts";
import type { CrossoverMap, MapAxis } from "./study-analysis.ts";

/** Columns and rows of the map. */
const [columns, rows] = [49, 13];

/**
 * Lays predicted costs over two parameters: the one of the first sweep and that of the first sweep of another, for the
 * first guaranteed quantum method against the first guaranteed classical one.
 */
export function crossoverMap(plan: StudyPlan, predictions: PredictedQueries): CrossoverMap | null {
  const first = plan.sweeps.find(({ values }) => values.length > 1);
  const second = plan.sweeps.find(({ vary, values }) => values.length > 1 && vary !== first?.vary);
  if (first === undefined || second === undefined) return null;
  const method = (side: "quantum" | "classical") =>
    plan.methods.find(({ guaranteed, side: own }) => guaranteed && own === side);
  const [quantum, classical] = [method("quantum"), method("classical")];
  if (quantum === undefined || classical === undefined) return null;
  const x = axis(plan, first, columns);
  const y = axis(plan, second, rows);
  const { [second.vary]: _, ...fixed } = first.fixed;
  const ratios = (price: number) =>
    y.values.map((yValue) =>
      x.values.map((xValue) =>
        predictions.ratio(
          { ...fixed, [x.name]: xValue, [y.name]: yValue },
          { first: quantum, second: classical },
          price,
        ),
      ),
    );
  return {
    quantum: quantum.name,
    classical: classical.name,
    x,
    y,
    fixed,
    ratios: ratios(1),
    lines: plan.prices.map((price) => ({
      price,
      at: ratios(price).map((row) => {
        const crossing = crossingWhereKnown(x.values, row);
        return crossing.kind === "at" ? crossing.at : null;
      }),
    })),
  };
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
