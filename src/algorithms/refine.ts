import { rowSpace } from "../matrix/algebra/row-space.ts";
import type { NestedSubsets } from "../oracles/nested-subsets.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import type { Task } from "../task/task.ts";
import { collectFound } from "./collect-found.ts";
import type { FactorState } from "./factor-sketch.ts";
import { findMarked } from "./find-marked.ts";
import type { HalvingRun } from "./repeated-halving.ts";

/**
 * Sharpens an ε₀-approximation of a matrix to its final accuracy with one more search over all rows.
 *
 * B₀ approximates A itself, so u = min(1, (1+ε₀)·τ(a | B₀)) needs no halving transform and sums to at most
 * (1+ε₀)/(1−ε₀)·d; rows are kept with probability min(1, C_fin·u). Splitting this pass off halves the dominant
 * 1/ε² number of rows against doing it inside level 0. Derived.
 *
 * Queries: about K√(n·s), s ≤ 3d·C_fin.
 */
export function* refine(
  oracle: RowOracle,
  subsets: NestedSubsets,
  state: FactorState,
  run: HalvingRun,
): Task<FactorState> {
  if (state.refined) return state;
  const { plan, parameters, random, onStage } = run;
  const space = rowSpace(state.rows);
  const stage = "refinement";
  oracle.ledger.enter(stage);
  const found = yield* findMarked(
    subsets,
    {
      level: 0,
      hash: random.split("refinement hash"),
      probability: (row) =>
        Math.min(1, plan.oversampling.final * Math.min(1, (1 + plan.innerEpsilon) * space.score(row))),
    },
    {
      stage: `${plan.name}, ${stage}`,
      expected: plan.stages.find((planned) => planned.kind === stage)?.marked ?? 1,
      parameters,
      missProbability: plan.perCertificate,
      random: random.split("refinement search"),
    },
  );
  const refined: FactorState = {
    level: 0,
    refined: true,
    exact: false,
    rows: collectFound(found, plan.columns),
    reports: [...state.reports, { stage, level: 0, size: subsets.size(0), kept: found.length }],
  };
  onStage?.(refined);
  return refined;
}
