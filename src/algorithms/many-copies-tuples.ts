import { requireListSize } from "../matrix/kronecker/require-list-size.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import { poissonTailQuantile } from "../random/poisson-tail-quantile.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { shuffled } from "../random/shuffle.ts";
import type { Task } from "../task/task.ts";
import { copyRates } from "./copy-rates.ts";
import type { FactorPlan } from "./factor-plan.ts";
import type { FactorState } from "./factor-sketch.ts";
import { findMarked } from "./find-marked.ts";
import { drawKnownRows, type IidRows, zipRows } from "./iid-rows.ts";
import { type ScoredFactor, scoreFactor } from "./scored-factor.ts";
import type { SketchParameters } from "./sketch-options.ts";
import type { TupleReport } from "./two-stage-tuples.ts";

/** What the literal strategies work on: each factor with its oracle, plan and ε₀-approximation. */
export interface LiteralRun {
  readonly oracles: readonly RowOracle[];
  readonly plans: readonly FactorPlan[];
  readonly states: readonly FactorState[];
  readonly parameters: SketchParameters;
  /** Probability that the drawing of tuples may fail. */
  readonly delta: number;
  readonly random: RandomStream;
}

/**
 * Draws row tuples of A literally by (over-estimated) leverage, all copies at once through Poissonised marks.
 *
 * Row i of factor k gets a multiplicity N_i ~ Poisson(κ_k u_i), read off its frozen hash; the rows with N_i ≥ 1 are
 * found by Grover search. The multiset {i repeated N_i times}, shuffled, is independent draws ∝ u given its size; zipping the
 * lists of the factors gives independent tuples. The normaliser Σu is estimated by M_k/κ_k, where M_k is the length of
 * the list. κ_k ≈ c·Π_{j≠k} U_j·ln(4r/δ)/(sε)² makes every list and every estimate good enough, see copyRates.
 *
 * Queries: Θ(√(n·Σ(1 − e^{−κu}))) = Θ(√n·d·√(log d)/ε) per factor. Derived; for many copies of a state see arXiv:2207.11014.
 */
export function* manyCopiesTuples(run: LiteralRun): Task<TupleReport> {
  const { parameters, delta, states, plans, random } = run;
  const factors = states.map((state, k) => scoreFactor(state, plans[k].innerEpsilon));
  const { rates } = copyRates(
    factors.map((factor) => ({ ...factor, exact: factor.state.exact })),
    { constant: parameters.constant, epsilon: parameters.epsilon, delta },
  );
  // The longest list that the bounds allow, before its rows are searched for.
  requireListSize("many-copies", {
    tuples: Math.max(...factors.map(({ sumBound }, k) => rates[k] * sumBound)),
  });
  const lists: IidRows[] = [];
  for (let k = 0; k < factors.length; k++) {
    const stream = random.split("factor", k);
    lists.push(
      factors[k].state.exact
        ? drawKnownRows(factors[k].state.rows, Math.ceil(rates[k] * factors[k].rank), stream)
        : yield* poissonRows(run, k, factors[k], rates[k]),
    );
  }
  return { ...zipRows(lists), keptAll: false, warnings: [] };
}

function* poissonRows(run: LiteralRun, k: number, factor: ScoredFactor, rate: number): Task<IidRows> {
  const { plans, parameters, oracles, random } = run;
  const stage = "tuple drawing";
  oracles[k].ledger.enter(stage);
  const stream = random.split("factor", k);
  const found = yield* findMarked(
    oracles[k].subsets(stream.split("subsets")),
    {
      level: 0,
      hash: stream.split("hash"),
      probability: (row) => -Math.expm1(-rate * factor.overestimate(row)),
    },
    {
      stage: `${plans[k].name}, ${stage}`,
      expected: rate * factor.sumBound,
      parameters,
      missProbability: plans[k].perCertificate,
      random: stream.split("search"),
    },
  );
  const rows = found.flatMap(({ index, values, hash, probability }) => {
    const overestimate = factor.overestimate(values);
    // hash < 1 − e^{−κu} marks the row, so there is at least 1 copy but for rounding. A hash of 0 stands for half its step.
    const tail = hash > 0 ? hash : probability * 2 ** -54;
    const copies = Math.max(1, poissonTailQuantile(rate * overestimate, tail));
    return new Array<{ index: number; overestimate: number }>(copies).fill({ index, overestimate });
  });
  const list = shuffled(rows, stream.split("order"));
  const sum = list.length / rate;
  return {
    indices: Float64Array.from(list, ({ index }) => index),
    inverseProbabilities: Float64Array.from(list, ({ overestimate }) => sum / overestimate),
  };
}
