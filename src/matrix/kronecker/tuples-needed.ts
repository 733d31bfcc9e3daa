/**
 * How many independent draws from a product of laws give an ε-approximation with probability ≥ 1 − δ.
 *
 * m = ⌈c · ratio · ln(2·rank/δ) / ε²⌉ with ratio ≥ max_i τ_i/q_i; exact leverage scores have ratio = rank.
 *
 * c = 3 is the matrix Chernoff bound (arXiv:1004.4389); smaller c is a practical setting without proof.
 *
 * @example tuplesNeeded({ constant: 3, rank: 16, ratio: 16, epsilon: 0.25, delta: 0.05 }) // 4963
 */
export function tuplesNeeded(need: {
  readonly constant: number;
  readonly rank: number;
  readonly ratio: number;
  readonly epsilon: number;
  readonly delta: number;
}): number {
  const { constant, rank, ratio, epsilon, delta } = need;
  return Math.ceil((constant * ratio * Math.log((2 * rank) / delta)) / (epsilon * epsilon));
}
