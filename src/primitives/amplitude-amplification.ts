import type { PreparationOracle } from "../oracles/preparation-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";

/** How a prepared state is amplified to its good part. */
export interface AmplificationOptions {
  readonly random: RandomStream;
  /** The success probability of 𝒜|0⟩ where it is known: each attempt then takes the best number of rounds. */
  readonly success?: number;
  /** A lower bound on it, needed where it is not known: the range of rounds stops growing at 1/√leastSuccess. */
  readonly leastSuccess?: number;
  /** Most attempts before it gives up (default 200). */
  readonly maxAttempts?: number;
}

/** A good outcome, and what it took. */
export interface AmplificationResult {
  /** The index seen with a good flag; null when all attempts failed. */
  readonly index: number | null;
  /** Rounds of Q over all attempts; each uses 𝒜⁻¹ and 𝒜 once. */
  readonly rounds: number;
  /** Attempts; each uses 𝒜 once more. */
  readonly attempts: number;
}

/**
 * The number of rounds with the highest success for a success probability p: round(π/(4θ) − ½), sin²θ = p.
 *
 * @example optimalRounds(0.25) // 1
 */
export function optimalRounds(success: number): number {
  if (!(success > 0 && success <= 1)) {
    throw new RangeError(
      `optimalRounds: expected a success probability in (0, 1], got ${success}; nothing amplifies 0.`,
    );
  }
  return Math.max(0, Math.ceil(Math.PI / (4 * Math.asin(Math.sqrt(success))) - 1 - 1e-12));
}

/**
 * Amplifies 𝒜|0⟩ until a measurement shows its good part, Q = −𝒜 S₀ 𝒜⁻¹ S_good.
 *
 * - Success p known: round(π/(4θ) − ½) rounds an attempt, about (π/4)/√p in total.
 * - Unknown: as BBHT, the number of rounds is uniform in {0, …, ⌈m⌉ − 1} with m growing by 6/5 up to 1/√leastSuccess.
 * The outcome is distributed as the good part of 𝒜|0⟩, whatever the number of rounds.
 *
 * Queries: attempts + rounds uses of 𝒜, and rounds uses of 𝒜⁻¹.
 * Errors: RangeError for probabilities outside (0, 1], or when neither of them is given.
 *
 * @example amplify(oracle.prepare(weight), { random: seededRandom(7), leastSuccess: 1e-3 }).index
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055, theorems 2 and 3.
 */
export function amplify(oracle: PreparationOracle, options: AmplificationOptions): AmplificationResult {
  const { random, success, leastSuccess, maxAttempts = 200 } = options;
  const draw = roundsPerAttempt(success, leastSuccess, random);
  const register = oracle.prepare();
  let rounds = 0;
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    if (attempt > 1) register.reset();
    const count = draw(attempt);
    register.amplify(count);
    rounds += count;
    const outcome = register.measure(random);
    if (outcome.success) return { index: outcome.index, rounds, attempts: attempt };
  }
  return { index: null, rounds, attempts: maxAttempts };
}

/** The range ⌈m⌉ of the number of rounds at an attempt, from 1 on. */
export function roundsRange(attempt: number, leastSuccess: number): number {
  return Math.ceil(Math.min(1.2 ** (attempt - 1), 1 / Math.sqrt(leastSuccess)));
}

function roundsPerAttempt(
  success: number | undefined,
  leastSuccess: number | undefined,
  random: RandomStream,
): (attempt: number) => number {
  if (success !== undefined) {
    const rounds = optimalRounds(success);
    return () => rounds;
  }
  if (leastSuccess === undefined || !(leastSuccess > 0 && leastSuccess <= 1)) {
    throw new RangeError(
      `amplify: expected success or leastSuccess in (0, 1], got ${success} and ${leastSuccess}; without a bound it would never give up.`,
    );
  }
  return (attempt) => random.integer(roundsRange(attempt, leastSuccess));
}
