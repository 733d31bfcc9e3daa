import type { PhaseOracle } from "../oracles/phase-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";
import { groverAngle } from "./optimal-iterations.ts";

/** An exact search by dilution: plain iterations, and the share of ancilla 1. */
export interface DilutionPlan {
  readonly iterations: number;
  /** The probability of ancilla 1: (sin(π/(2(2k + 1)))/sin θ)². */
  readonly share: number;
}

/**
 * Plans an exact search for t known by dilution: k = ⌈π/(4θ) − ½⌉ plain iterations turn θ' = π/(2(2k + 1)) to π/2.
 *
 * Errors: RangeError without a marked state.
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055, theorem 4.
 */
export function dilutionPlan(size: number, marked: number): DilutionPlan {
  const angle = groverAngle(size, marked);
  if (!(angle > 0)) {
    throw new RangeError(
      `dilutionPlan: expected at least one marked state, got ${marked} of ${size}; without one there is nothing to find.`,
    );
  }
  const iterations = Math.max(0, Math.ceil(Math.PI / (4 * angle) - 0.5 - 1e-12));
  const diluted = Math.sin(Math.PI / (2 * (2 * iterations + 1)));
  return { iterations, share: Math.min(1, (diluted / Math.sin(angle)) ** 2) };
}

/**
 * Finds a marked position with certainty when their number is known, by plain iterations on one qubit more.
 *
 * Queries: k phase applications, about (π/4)√(N/t), and 1 check. A promise of 0 is believed without a query.
 * Errors: RangeError for a count outside [0, N].
 *
 * @example dilutedSearch(oracle, { random: seededRandom(7) }).position
 */
export function dilutedSearch(
  oracle: PhaseOracle,
  options: { readonly random: RandomStream; readonly count?: number },
): SearchResult {
  const { random, count = oracle.promisedCount() } = options;
  if (count === 0) return { position: null, iterations: 0, checks: 0 };
  const { iterations, share } = dilutionPlan(oracle.size, count);
  const register = oracle.prepareDiluted(share);
  register.iterate(iterations);
  const position = register.measure(random);
  return { position: oracle.check(position) ? position : null, iterations, checks: 1 };
}
