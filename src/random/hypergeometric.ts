import { hypergeometricLogPmf } from "./hypergeometric-log-pmf.ts";
import { invertPmf } from "./invert-pmf.ts";
import { productError } from "./product-error.ts";
import type { RandomStream } from "./random-stream.ts";

/** 2√(2/e) and 3 − 2√(3/e): width of the rectangle of the ratio-of-uniforms method per standard deviation, and at rest. */
const widthPerDeviation = 2 * Math.sqrt(2 / Math.E);
const widthAtRest = 3 - 2 * Math.sqrt(3 / Math.E);

/**
 * Draws how many of `draws` items taken without replacement are successes, from a population up to 2^53 that holds
 * `successes` of them.
 *
 * Exact up to rounding at every size, in O(1) expected time: inversion for a mean below 10 (after exchanging roles so
 * that successes and draws are at most half of the population), above it the ratio of uniforms whose acceptance test
 * compares log-pmfs without cancellation.
 *
 * Errors: RangeError for a population that is not a whole number from 0 to 2^53, and for successes or draws that are
 * not whole numbers from 0 to the population.
 *
 * @example hypergeometric(2 ** 40, 2 ** 39, 1000, seededRandom(7)) // about 500
 *
 * Source: Stadlober, "The ratio of uniforms approach for generating discrete random variates", J. Comput. Appl. Math. 31,
 * 1990 (algorithm HRUA).
 */
export function hypergeometric(
  population: number,
  successes: number,
  draws: number,
  stream: RandomStream,
): number {
  checkCount("population", population, 2 ** 53);
  checkCount("successes", successes, population);
  checkCount("draws", draws, population);
  const rare = Math.min(successes, population - successes);
  const few = Math.min(draws, population - draws);
  // The law is symmetric in the two, so the order is free.
  let drawn = reduced(population, Math.max(rare, few), Math.min(rare, few), stream);
  if (few !== draws) drawn = rare - drawn;
  return rare === successes ? drawn : draws - drawn;
}

/** draws ≤ successes ≤ population/2, so that the support is {0, …, draws}. */
function reduced(population: number, successes: number, draws: number, stream: RandomStream): number {
  if (draws === 0) return 0;
  const mean = draws * (successes / population);
  const spare = population - successes - draws;
  if (mean < 10) {
    const atZero = Math.exp(hypergeometricLogPmf(0, population, successes, draws));
    const ratio = (k: number) => ((successes - k + 1) / k) * ((draws - k + 1) / (spare + k));
    return invertPmf(atZero, ratio, Math.min(draws, 110), stream);
  }
  const variance = (mean * (1 - successes / population) * (population - draws)) / (population - 1);
  const width = widthPerDeviation * Math.sqrt(variance + 0.5) + widthAtRest;
  const mode = Math.floor(((draws + 1) * (successes + 1)) / (population + 2));
  const logMode = hypergeometricLogPmf(mode, population, successes, draws);
  // Mean minus mode from exact products, as both may be near 2^51.
  const centre =
    (draws * successes -
      mode * population +
      (productError(draws, successes) - productError(mode, population))) /
      population +
    0.5;
  for (;;) {
    const u = stream.uniform();
    const v = stream.uniform() - 0.5;
    const k = mode + Math.floor(centre + (width * v) / u);
    if (!(k >= 0 && k <= draws)) continue;
    if (2 * Math.log(u) <= hypergeometricLogPmf(k, population, successes, draws) - logMode) return k;
  }
}

function checkCount(name: string, value: number, largest: number): void {
  if (!Number.isInteger(value) || value < 0 || value > largest) {
    throw new RangeError(
      `hypergeometric: expected ${name} as a whole number from 0 to ${largest === 2 ** 53 ? "2^53" : `the population ${largest}`}, got ${String(value)}; count the items.`,
    );
  }
}
