import { halvingOverestimate } from "../matrix/algebra/halving-overestimate.ts";
import { rowSpace } from "../matrix/algebra/row-space.ts";
import type { FoundRow, NestedSubsets } from "../oracles/nested-subsets.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Task } from "../task/task.ts";
import { collectFound } from "./collect-found.ts";
import type { FactorPlan } from "./factor-plan.ts";
import type { FactorState } from "./factor-sketch.ts";
import { findMarked } from "./find-marked.ts";
import type { SketchParameters } from "./sketch-options.ts";

/** How a halving run is seeded, continued and observed. */
export interface HalvingRun {
  readonly plan: FactorPlan;
  readonly parameters: SketchParameters;
  readonly random: RandomStream;
  /** Goes on from here instead of from the base. */
  readonly from?: FactorState;
  /** Called when a stage is complete, with all that is needed to go on from there. */
  readonly onStage?: (state: FactorState) => void;
}

/**
 * Approximates a tall matrix by repeated halving: reads a small random subset of its rows, then climbs back.
 *
 * On each level the rows of S_l are scored against the approximation of S_{l+1}, marked with probability
 * min(1, C·u) by a frozen hash, and all marked rows are found by Grover search. The result approximates A within
 * 1 ± ε₀ (ε₀ = ½), or equals it when everything was read.
 *
 * Queries: Õ(√(nd)) row queries; see planFactor for the constants.
 *
 * Source: arXiv:2311.03215 Lemmas 3.10–3.12 name repeated halving with random oracles; this arrangement (prefixes of one
 * permutation, refinement apart) is derived and is not the authors' pseudo-code.
 */
export function* repeatedHalving(
  oracle: RowOracle,
  subsets: NestedSubsets,
  run: HalvingRun,
): Task<FactorState> {
  const { plan, parameters, random, onStage } = run;
  let state = run.from;
  if (state === undefined) {
    oracle.ledger.enter("base read");
    yield { stage: `${plan.name}, base read`, done: 0, total: subsets.size(plan.base) };
    const rows = subsets.read(plan.base);
    const size = subsets.size(plan.base);
    state = {
      level: plan.base,
      refined: plan.base === 0,
      exact: true,
      rows,
      reports: [{ stage: "base read", level: plan.base, size, kept: size }],
    };
    onStage?.(state);
  }
  while (state.level > 0) {
    const level: number = state.level - 1;
    const epsilon: number = state.exact ? 0 : plan.innerEpsilon;
    const space = rowSpace(state.rows);
    const stage = `halving level ${level}`;
    oracle.ledger.enter(stage);
    const found: FoundRow[] = yield* findMarked(
      subsets,
      {
        level,
        hash: random.split("hash", level),
        probability: (row, inNext) =>
          Math.min(1, plan.oversampling.inner * halvingOverestimate(space.score(row), inNext, epsilon)),
      },
      {
        stage: `${plan.name}, ${stage}`,
        expected: expectedMarks(plan, stage),
        parameters,
        missProbability: plan.perCertificate,
        random: random.split("search", level),
      },
    );
    const report = { stage, level, size: subsets.size(level), kept: found.length };
    state = {
      level,
      refined: false,
      exact: false,
      rows: collectFound(found, plan.columns),
      reports: [...state.reports, report],
    };
    onStage?.(state);
  }
  return state;
}

function expectedMarks(plan: FactorPlan, stage: string): number {
  return plan.stages.find((planned) => planned.stage === stage)?.marked ?? 1;
}
