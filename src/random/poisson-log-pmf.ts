import { deviance } from "./deviance.ts";
import { logFactorialExcess } from "./log-factorial-excess.ts";

/**
 * The logarithm of the Poisson probability e^{−m} m^k / k!, m = mean up to 2^53.
 *
 * −e(k) − D(k, m) with e the excess of the log-factorial and D the deviance. −∞ where k is not a whole number ≥ 0.
 * Not checked otherwise.
 *
 * @example Math.exp(poissonLogPmf(0, 1)) // 0.3679
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities", 2000.
 */
export function poissonLogPmf(k: number, mean: number): number {
  if (!(k >= 0) || Math.floor(k) !== k) return Number.NEGATIVE_INFINITY;
  return -logFactorialExcess(k) - deviance(k, mean);
}
