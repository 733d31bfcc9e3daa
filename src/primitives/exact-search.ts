import type { SearchOracle } from "../oracles/search-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";
import { groverAngle } from "./optimal-iterations.ts";

/** A search that cannot fail: how many iterations, and with which phase. */
export interface ExactPlan {
  readonly iterations: number;
  /** φ: the phase e^{iφ} of both reflections. */
  readonly phase: number;
}

/**
 * Plans an exact search for t known: k = ⌈(π/2 − θ)/(2θ)⌉ iterations with φ = 2 asin(sin(π/(4k + 2))/sin θ).
 *
 * Errors: RangeError without a marked state.
 *
 * Source: Long, quant-ph/0106071.
 */
export function exactSearchPlan(size: number, marked: number): ExactPlan {
  const angle = groverAngle(size, marked);
  if (!(angle > 0)) {
    throw new RangeError(
      `exactSearchPlan: expected at least one marked state, got ${marked} of ${size}; without one there is nothing to find.`,
    );
  }
  // Where the quotient is whole (N = 4, t = 1), rounding must not add an iteration.
  const iterations = Math.max(0, Math.ceil((Math.PI / 2 - angle) / (2 * angle) - 1e-12));
  const ratio = Math.sin(Math.PI / (4 * iterations + 2)) / Math.sin(angle);
  return { iterations, phase: 2 * Math.asin(Math.min(1, ratio)) };
}

/**
 * Finds a marked position with certainty when their number is known (Long).
 *
 * Queries: k phase applications, about (π/4)√(N/t), and 1 check. A promise of 0 is believed without a query.
 * Errors: RangeError for a count outside [0, N].
 *
 * @example exactSearch(oracle, { random: seededRandom(7) }).position
 */
export function exactSearch(
  oracle: SearchOracle,
  options: { readonly random: RandomStream; readonly count?: number },
): SearchResult {
  const { random, count = oracle.promisedCount() } = options;
  if (count === 0) return { position: null, iterations: 0, checks: 0 };
  const { iterations, phase } = exactSearchPlan(oracle.size, count);
  const register = oracle.prepare();
  // −(1 − (1 − e^{iφ})|s⟩⟨s|)·(e^{iφ} on marked) is rotate with α = −φ.
  for (let k = 0; k < iterations; k++) register.rotate(-phase, phase);
  const position = register.measure(random);
  return { position: oracle.check(position) ? position : null, iterations, checks: 1 };
}
