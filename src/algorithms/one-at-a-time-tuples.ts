import { requireListSize } from "../matrix/kronecker/require-list-size.ts";
import type { PreparationOracle } from "../oracles/preparation-oracle.ts";
import { estimateAmplitudeMedian } from "../primitives/amplitude-estimation.ts";
import { cheapestIterations } from "../primitives/optimal-iterations.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Task } from "../task/task.ts";
import { drawKnownRows, type IidRows, zipRows } from "./iid-rows.ts";
import type { LiteralRun } from "./many-copies-tuples.ts";
import { LITERAL_SHARE, normaliserTolerance, type ScoredFactor, scoreFactor } from "./scored-factor.ts";
import type { TupleReport } from "./two-stage-tuples.ts";

/**
 * Draws row tuples of A literally by (over-estimated) leverage, each from a fresh quantum state.
 *
 * The state Σ_i √(1/n)|i⟩(√u_i|1⟩ + √(1−u_i)|0⟩) succeeds with probability P = Σu/n ≈ d/n; about (π/4)/√P rounds of amplitude
 * amplification make it succeed, and a measurement then shows i with probability u_i/Σu. P is estimated once per
 * factor by amplitude estimation, which also gives the normaliser Σu.
 *
 * The amplification is simulated in its exact two-dimensional plane at every level; only the halving before it differs.
 *
 * Queries: m draws at 4 row queries a round (preparation and inverse, each computing and uncomputing a row), in total
 * Θ(√n·d^1.5·log d/ε²) per factor: the price of one state at a time. Derived; amplification: quant-ph/0005055.
 */
export function* oneAtATimeTuples(run: LiteralRun): Task<TupleReport> {
  const { parameters, delta, states, plans, oracles, random } = run;
  const order = states.length;
  const tolerance = normaliserTolerance(parameters.epsilon, order);
  const factors = states.map((state, k) => scoreFactor(state, plans[k].innerEpsilon));
  const prepared: Prepared[] = [];
  for (let k = 0; k < order; k++) {
    oracles[k].ledger.enter("normaliser estimate");
    yield { stage: `${plans[k].name}, normaliser estimate`, done: 0, total: 1 };
    prepared.push(prepare(run, k, factors[k], tolerance, delta / (2 * order)));
  }
  const rank = factors.reduce((product, factor) => product * factor.rank, 1);
  // An estimate within U(1 ± η) says that U ≤ estimate/(1 − η).
  const ratio = prepared.reduce(
    (product, { sum, exact }) => (product * sum) / (exact ? 1 : 1 - tolerance),
    1,
  );
  const epsilon = LITERAL_SHARE * parameters.epsilon;
  const draws = Math.ceil((parameters.constant * ratio * Math.log((4 * rank) / delta)) / epsilon ** 2);

  requireListSize("one-at-a-time", { tuples: draws });
  const lists: IidRows[] = [];
  for (let k = 0; k < order; k++) {
    oracles[k].ledger.enter("tuple drawing");
    const stage = `${plans[k].name}, tuple drawing`;
    const stream = random.split("factor", k);
    const { oracle } = prepared[k];
    lists.push(
      oracle === undefined
        ? drawKnownRows(factors[k].state.rows, draws, stream)
        : yield* amplifiedRows(run, k, factors[k], oracle, prepared[k].sum, draws, stage, stream),
    );
  }
  return { ...zipRows(lists), keptAll: false, warnings: [] };
}

/** A factor with its normaliser; without an oracle when everything is known. */
interface Prepared {
  readonly oracle?: PreparationOracle;
  /** The (estimated) sum of the over-estimates. */
  readonly sum: number;
  readonly exact: boolean;
}

function prepare(
  run: LiteralRun,
  k: number,
  factor: ScoredFactor,
  tolerance: number,
  delta: number,
): Prepared {
  if (factor.state.exact) return { sum: factor.rank, exact: true };
  const { rows } = run.oracles[k];
  const oracle = run.oracles[k].prepare(factor.overestimate);
  // Over-estimates sum to at least the rank, which bounds the success probability from below.
  const probability = estimateAmplitudeMedian(oracle, {
    relativeError: tolerance,
    atLeast: Math.min(1, factor.rank / rows),
    failureProbability: delta,
    random: run.random.split("normaliser", k),
  });
  return { oracle, sum: Math.max(factor.rank, probability * rows), exact: false };
}

function* amplifiedRows(
  run: LiteralRun,
  k: number,
  factor: ScoredFactor,
  preparation: PreparationOracle,
  sum: number,
  draws: number,
  stage: string,
  random: RandomStream,
): Task<IidRows> {
  const oracle = run.oracles[k];
  const rounds = cheapestIterations(oracle.rows, Math.min(oracle.rows, sum), 4, 2);
  const indices = new Float64Array(draws);
  const inverseProbabilities = new Float64Array(draws);
  const register = preparation.prepare();
  for (let draw = 0; draw < draws; ) {
    register.amplify(rounds);
    const { success, index } = register.measure(random);
    if (success) {
      indices[draw] = index;
      inverseProbabilities[draw] = sum / factor.overestimate(oracle.read(index));
      draw++;
      if (draw % 256 === 0) yield { stage, done: draw, total: draws };
    }
    if (draw < draws) register.reset();
  }
  return { indices, inverseProbabilities };
}
