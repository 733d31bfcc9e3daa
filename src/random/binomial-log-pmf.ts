import { deviance } from "./deviance.ts";
import { logFactorialExcess } from "./log-factorial-excess.ts";
import { productError } from "./product-error.ts";

/**
 * The logarithm of the binomial probability C(n, k) p^k (1 − p)^(n−k), n = trials up to 2^53.
 *
 * e(n) − e(k) − e(n−k) − D(k, np) − D(n−k, n(1−p)) with e the excess of the log-factorial and D the deviance; no large
 * terms cancel, absolute error about 1e-15 plus 1e-15 of the deviances. −∞ outside {0, …, n}. Not checked otherwise.
 *
 * @example Math.exp(binomialLogPmf(2, 4, 0.5)) // 0.375
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities", 2000.
 */
export function binomialLogPmf(k: number, trials: number, probability: number): number {
  if (!(k >= 0 && k <= trials) || Math.floor(k) !== k) return Number.NEGATIVE_INFINITY;
  const mean = trials * probability;
  // k − np with the rounding error of np put back: np may be as large as 2^53.
  const difference = k - mean - productError(trials, probability);
  return (
    logFactorialExcess(trials) -
    logFactorialExcess(k) -
    logFactorialExcess(trials - k) -
    deviance(k, mean, difference) -
    deviance(trials - k, trials * (1 - probability), -difference)
  );
}
