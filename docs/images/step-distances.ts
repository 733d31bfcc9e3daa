import { growthChart } from "../../src/presentation/index.ts";
import { withMargin } from "./with-margin.ts";

/** Distances below this are rounding and are not drawn. */
const ROUNDING = 1e-13;

/** How one method comes nearer, step by step. */
export interface StepDistances {
  readonly name: string;
  readonly role: "quantum" | "classical" | "third" | "fourth";
  /** At the start and after each step. */
  readonly distances: readonly number[];
}

/** Draws distances against the number of points that were looked at. */
export function drawStepDistances(title: string, runs: readonly StepDistances[]): string {
  const series = runs.map(({ name, role, distances }) => {
    const end = distances.findIndex((distance) => distance < ROUNDING);
    const shown = end < 0 ? distances : distances.slice(0, end);
    return {
      name,
      role,
      kind: "counted" as const,
      points: shown.map((cost, t) => ({ value: t + 1, cost })),
    };
  });
  return withMargin(
    growthChart({ parameter: "points looked at (1 is the start)", costLabel: "distance", title, series }),
    16,
  );
}
