import { LITERAL_SHARE, normaliserTolerance } from "./scored-factor.ts";

/** What is known of a factor before copies of its rows are drawn. */
export interface CopiedFactor {
  /** A lower bound on the sum U of its over-estimates: its rank. */
  readonly rank: number;
  /** An upper bound on U. */
  readonly sumBound: number;
  /** Whether its scores are exact, so that U = rank and rows are drawn without a search. */
  readonly exact: boolean;
}

/** How many copies are drawn. */
export interface CopyRates {
  /** Number of tuples that is enough whatever the sums of the over-estimates are. */
  readonly draws: number;
  /** κ_k: row i of factor k gets Poisson(κ_k u_i) copies; a factor with exact scores is drawn κ_k·rank times. */
  readonly rates: readonly number[];
  /** The share of ε that the drawing may use; the rest is for the normalisers. */
  readonly share: number;
}

/**
 * Finds the rates at which copies of rows are drawn, so that the tuples made of them keep ε with probability ≥ 1 − δ.
 *
 * - Half of δ: N = c·ΠU_k·ln(4r/δ)/(sε)² tuples keep sε, r = Π rank_k.
 * - A quarter: each list is long enough. Its mean length exceeds what is needed by √(2λμ), λ = ln(4q/δ)·bound/rank.
 * - A quarter: each of q estimated normalisers M/κ is within 1 ± η, which takes κ·rank ≥ c·ln(8q/δ)/η². η is what the
 *   share s leaves, (1 + sε)(1 + η)^q = 1 + ε.
 *
 * The share s is the one at which both needs agree, ¾ at most. From Poisson tails exp(−η²μ/3) and exp(−x²/2μ). Derived.
 */
export function copyRates(
  factors: readonly CopiedFactor[],
  need: { readonly constant: number; readonly epsilon: number; readonly delta: number },
): CopyRates {
  const { constant, epsilon, delta } = need;
  const rank = factors.reduce((product, factor) => product * factor.rank, 1);
  const bounds = factors.reduce((product, { sumBound }) => product * sumBound, 1);
  const estimated = factors.filter(({ exact }) => !exact);
  const drawsFor = (share: number) =>
    (constant * bounds * Math.log((4 * rank) / delta)) / (share * epsilon) ** 2;
  const copiesFor = (share: number) =>
    (constant * Math.log((8 * estimated.length) / delta)) /
    normaliserTolerance(epsilon, estimated.length, share) ** 2;
  const slack = Math.max(...estimated.map((factor) => factor.sumBound / factor.rank));

  let share = LITERAL_SHARE;
  if (estimated.length > 0 && drawsFor(share) < slack * copiesFor(share)) {
    let low = 0;
    for (let step = 0; step < 50; step++) {
      const middle = (low + share) / 2;
      if (drawsFor(middle) < slack * copiesFor(middle)) share = middle;
      else low = middle;
    }
  }
  const draws = drawsFor(share);
  const rates = factors.map((factor) => {
    if (factor.exact) return draws / factor.rank;
    const lambda = (Math.log((4 * estimated.length) / delta) * factor.sumBound) / factor.rank;
    const longEnough = draws + lambda + Math.sqrt(lambda * (lambda + 2 * draws));
    return Math.max(longEnough / factor.sumBound, copiesFor(share) / factor.rank);
  });
  return { draws, rates, share };
}
