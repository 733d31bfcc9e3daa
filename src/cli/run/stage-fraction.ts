import type { FactorPlan, Progress } from "../../index.ts";

/** The time of the simulation grows about so with a stage: per row of the subset and column, and per expected query. */
const PER_ROW = 1;
const PER_QUERY = 0.2;

/**
 * Tells how much of a planned run is done when a stage reports its progress.
 *
 * Stages are weighted by the work that simulating them takes, not by their queries. An estimate: it never goes back.
 *
 * @example stageFraction(plan.factors)({ stage: "A1, refinement", done: 3, total: 12 }) // 0.61
 */
export function stageFraction(factors: readonly FactorPlan[]): (progress: Progress) => number {
  const stages = factors.flatMap(({ name, columns, stages: planned }) =>
    planned.map(({ stage, size, quantum }) => ({
      stage: `${name}, ${stage}`,
      weight: PER_ROW * Math.min(size, 2 ** 32) * columns + PER_QUERY * quantum + 1,
    })),
  );
  const all = stages.reduce((sum, { weight }) => sum + weight, 0);
  let best = 0;
  return ({ stage, done, total }) => {
    const at = stages.findIndex((planned) => planned.stage === stage);
    const before = stages.slice(0, Math.max(0, at)).reduce((sum, { weight }) => sum + weight, 0);
    const current = at < 0 ? 0 : (stages[at].weight * done) / Math.max(total, done, 1);
    best = Math.max(best, (before + current) / all);
    return best;
  };
}
