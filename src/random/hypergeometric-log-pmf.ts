import { deviance } from "./deviance.ts";
import { logFactorialExcess } from "./log-factorial-excess.ts";
import { productError } from "./product-error.ts";

/**
 * The logarithm of the hypergeometric probability C(K, k) C(N−K, n−k) / C(N, n): k successes in n draws without
 * replacement from a population N ≤ 2^53 with K successes.
 *
 * Σ e(margins of the 2×2 table) − e(N) − Σ over its cells of e(cell) + D(cell, expected cell), with e the excess of the
 * log-factorial and D the deviance; all four cells differ from their expectation by the same k − nK/N. −∞ outside the
 * support. Not checked otherwise.
 *
 * @example Math.exp(hypergeometricLogPmf(1, 4, 2, 2)) // 2/3
 *
 * Source: the form of Loader, "Fast and accurate computation of binomial probabilities", 2000, written for a table.
 */
export function hypergeometricLogPmf(
  k: number,
  population: number,
  successes: number,
  draws: number,
): number {
  const missed = successes - k;
  const failures = population - successes;
  const drawnFailures = draws - k;
  const left = population - draws;
  const leftFailures = failures - drawnFailures;
  if (!(k >= 0 && missed >= 0 && drawnFailures >= 0 && leftFailures >= 0) || Math.floor(k) !== k) {
    return Number.NEGATIVE_INFINITY;
  }
  if (population === 0) return 0;
  // k − nK/N as (kN − nK)/N, each product with its rounding error.
  const difference =
    (k * population - draws * successes + (productError(k, population) - productError(draws, successes))) /
    population;
  const margins =
    logFactorialExcess(successes) +
    logFactorialExcess(failures) +
    logFactorialExcess(draws) +
    logFactorialExcess(left);
  const cells =
    logFactorialExcess(k) +
    logFactorialExcess(missed) +
    logFactorialExcess(drawnFailures) +
    logFactorialExcess(leftFailures);
  const deviances =
    deviance(k, (draws * successes) / population, difference) +
    deviance(missed, (left * successes) / population, -difference) +
    deviance(drawnFailures, (draws * failures) / population, -difference) +
    deviance(leftFailures, (left * failures) / population, difference);
  return margins - logFactorialExcess(population) - cells - deviances;
}
