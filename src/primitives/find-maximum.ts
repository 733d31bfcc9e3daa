import type { ComparableValues } from "../oracles/comparable-values.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { complete } from "../task/complete.ts";
import type { Task } from "../task/task.ts";

/** How an extreme value is searched for. */
export interface FindMaximumOptions {
  readonly random: RandomStream;
  /** `maximum` (default) or `minimum`. */
  readonly extreme?: "maximum" | "minimum";
  /** Probability of not returning an extreme value (default ½, one round); every round halves it. */
  readonly failureProbability?: number;
}

/** The best value that was seen. */
export interface FindMaximumResult {
  readonly position: number;
  readonly value: number;
  /** Phase applications and checks over all rounds. */
  readonly iterations: number;
  readonly checks: number;
  /** Independent rounds, each with its full budget of steps. */
  readonly rounds: number;
  readonly failureProbability: number;
}

/**
 * The steps after which a round of maximum finding stops: 22.5√N + 1.4 lg²N, an iteration counting 1 and a fresh
 * superposition lg N.
 *
 * Source: Dürr, Høyer, quant-ph/9607014, lemma 2.
 */
export function maximumStepBudget(size: number): number {
  return 22.5 * Math.sqrt(size) + 1.4 * Math.log2(size) ** 2;
}

/**
 * Finds a position of the largest (or smallest) of N values.
 *
 * Start from a random position; search with BBHT for one with a better value; take it as the new threshold; stop at
 * 22.5√N + 1.4 lg²N steps. One round succeeds with probability ≥ ½; ⌈lg(1/failure)⌉ rounds keep the best.
 *
 * Queries: 2 per iteration, 1 per check and per starting value; at most 45√N + … coherent ones a round.
 * Errors: RangeError for a failure probability outside (0, 1).
 *
 * @example findMaximum(values, { random: seededRandom(7), failureProbability: 1e-3 }).position
 *
 * Source: Dürr, Høyer, quant-ph/9607014.
 */
export function findMaximum(values: ComparableValues, options: FindMaximumOptions): FindMaximumResult {
  return complete(findMaximumTask(values, options));
}

/** findMaximum as a task that reports after each measurement. */
export function* findMaximumTask(
  values: ComparableValues,
  options: FindMaximumOptions,
): Task<FindMaximumResult> {
  const { random, extreme = "maximum", failureProbability = 0.5 } = options;
  if (!(failureProbability > 0 && failureProbability < 1)) {
    throw new RangeError(
      `findMaximum: expected a failure probability between 0 and 1, got ${failureProbability}; 1e-3 is usual.`,
    );
  }
  const isBetter = (a: number, b: number) => (extreme === "maximum" ? a > b : a < b);
  const rounds = Math.ceil(Math.log2(1 / failureProbability));
  let best: { position: number; value: number } | undefined;
  let iterations = 0;
  let checks = 0;
  for (let round = 0; round < rounds; round++) {
    const found = yield* oneRound(values, extreme, random);
    iterations += found.iterations;
    checks += found.checks;
    if (best === undefined || isBetter(found.value, best.value)) best = found;
  }
  return {
    position: best!.position,
    value: best!.value,
    iterations,
    checks,
    rounds,
    failureProbability: 2 ** -rounds,
  };
}

function* oneRound(values: ComparableValues, extreme: "maximum" | "minimum", random: RandomStream) {
  const { size } = values;
  const budget = maximumStepBudget(size);
  const root = Math.sqrt(size);
  let position = random.integer(size);
  let value = values.read(position);
  let iterations = 0;
  let checks = 0;
  let steps = 0;
  for (;;) {
    const better = extreme === "maximum" ? values.above(value) : values.below(value);
    const register = better.prepare();
    let range = 1;
    for (;;) {
      yield { stage: `${extreme} finding`, done: Math.min(steps, budget), total: budget };
      const count = random.integer(Math.ceil(range));
      // A fresh superposition costs lg N steps; a run that would exceed the budget is not begun.
      steps += count + Math.log2(size);
      if (steps > budget || size === 1) return { position, value, iterations, checks };
      register.reset();
      register.iterate(count);
      iterations += count;
      const seen = register.measure(random);
      checks++;
      if (better.check(seen)) {
        position = seen;
        break;
      }
      range = Math.min((6 / 5) * range, root);
    }
    // The check that accepted the position has read its value.
    value = better.found(position);
  }
}
