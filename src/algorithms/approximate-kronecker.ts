import { Ledger } from "../oracles/ledger.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { complete } from "../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../task/complete-async.ts";
import type { Task } from "../task/task.ts";
import { type FactorSketch, type FactorState, factorSketch } from "./factor-sketch.ts";
import { type KroneckerSketch, sketchRows } from "./kronecker-sketch.ts";
import { manyCopiesTuples } from "./many-copies-tuples.ts";
import { oneAtATimeTuples } from "./one-at-a-time-tuples.ts";
import { type KroneckerPlan, planKronecker } from "./plan-kronecker.ts";
import { requireCheckpoint } from "./require-checkpoint.ts";
import type { SketchCheckpoint } from "./sketch-checkpoint.ts";
import { sketchFactor } from "./sketch-factor.ts";
import type { SketchOptions } from "./sketch-options.ts";
import { sketchWarnings } from "./sketch-warnings.ts";
import { type TupleReport, twoStageTuples } from "./two-stage-tuples.ts";

/** The options of a sketch and how it is continued and observed. */
export interface SketchRunOptions extends SketchOptions {
  /** Goes on from a checkpoint of a run with the same factors, options and seed. */
  readonly from?: SketchCheckpoint;
  /** Called after every stage with all that is needed to go on from there. */
  readonly onCheckpoint?: (checkpoint: SketchCheckpoint) => void;
}

/**
 * Approximates A = A₁ ⊗ … ⊗ A_q by a short weighted list of its rows, by quantum search on each factor.
 *
 * (1−ε)AᵀA ⪯ AᵀD²A ⪯ (1+ε)AᵀA with probability ≥ 1 − δ (rigorous constant c = 3). The product is never expanded: each factor
 * is halved and refined behind its row oracle, then row tuples are drawn (see method).
 *
 * Queries: Õ(Σ_k √(n_k d_k)/ε) row queries with method `two-stage`; with every method no more are expected than reading
 * every factor once takes (fallback `auto`). All are in the sketch's ledger. At most ⌈3·d·ln(12d/δ)/ε₃²⌉ draws with d = Π d_k, ε₃ = (1+ε)^{1/(q+1)} − 1.
 *
 * Errors: RangeError for options out of range, fewer than two factors, a factor of rank 0, or a checkpoint
 * of another run.
 *
 * @example
 * const sketch = approximateKronecker([rowOracle(a1), rowOracle(a2)], { epsilon: 0.5, delta: 0.05, random: seededRandom(7) });
 * sketch.rows[0]; // { index: [3, 17], weight: 12.4 }
 *
 * Source: the claim is arXiv:2402.07027, Theorem 1.1; the algorithm is derived from the ingredients that it and
 * arXiv:2311.03215 name, and is not the authors' pseudo-code.
 */
export function approximateKronecker(
  oracles: readonly RowOracle[],
  options: SketchRunOptions,
): KroneckerSketch {
  return complete(approximateKroneckerTask(oracles, options));
}

/** {@link approximateKronecker} in slices, with progress and an AbortSignal. */
export function approximateKroneckerAsync(
  oracles: readonly RowOracle[],
  options: SketchRunOptions & CompleteAsyncOptions,
): Promise<KroneckerSketch> {
  return completeAsync(approximateKroneckerTask(oracles, options), options);
}

/** {@link approximateKronecker} as a task: yields its progress and can be stopped anywhere. */
export function* approximateKroneckerTask(
  oracles: readonly RowOracle[],
  options: SketchRunOptions,
): Task<KroneckerSketch> {
  const { random, from, onCheckpoint } = options;
  const plan = planKronecker(
    oracles.map(({ rows, columns }) => ({ rows, columns })),
    options,
  );
  if (from !== undefined) requireCheckpoint(from, plan);
  const ledger = new Ledger();
  if (from !== undefined) ledger.addAll(from.ledger);
  const billed = oracles.map((oracle, k) => oracle.billedTo(ledger, plan.factors[k].name));

  const states: FactorState[] = [];
  for (let k = 0; k < billed.length; k++) {
    const resumed = from?.factors[k];
    states[k] = yield* sketchFactor(billed[k], {
      plan: plan.factors[k],
      parameters: plan.parameters,
      random: random.split("factor", k),
      refines: plan.parameters.method === "two-stage",
      ...(resumed === undefined ? {} : { from: resumed }),
      onStage: (state) =>
        onCheckpoint?.({ factors: [...states.slice(0, k), state], ledger: ledger.entries() }),
    });
  }
  const factors = states.map((state, k) => factorSketch(plan.factors[k], state));
  const drawn = yield* drawTuples(billed, plan, states, factors, random.split("tuples"));
  return {
    ...drawn.tuples,
    get rows() {
      return sketchRows(drawn.tuples);
    },
    plan,
    factors,
    draws: drawn.draws,
    keptAll: drawn.keptAll,
    ledger,
    warnings: [...sketchWarnings(plan), ...drawn.warnings],
  };
}

function* drawTuples(
  oracles: readonly RowOracle[],
  plan: KroneckerPlan,
  states: readonly FactorState[],
  factors: readonly FactorSketch[],
  random: RandomStream,
): Task<TupleReport> {
  const { parameters, budget, tupleEpsilon } = plan;
  const delta = budget.tuples;
  const literal = { oracles, plans: plan.factors, states, parameters, delta, random };
  switch (parameters.method) {
    case "two-stage":
      return twoStageTuples(
        factors,
        { constant: parameters.constant, epsilon: tupleEpsilon, delta, draws: parameters.draws },
        random,
      );
    case "many-copies":
      return yield* manyCopiesTuples(literal);
    case "one-at-a-time":
      return yield* oneAtATimeTuples(literal);
  }
}
