import { describe, expect, it } from "vitest";
import { type CopiedFactor, copyRates } from "../../src/algorithms/copy-rates.ts";
import { LITERAL_SHARE, normaliserTolerance } from "../../src/algorithms/scored-factor.ts";
import { poissonLogPmf } from "../../src/random/poisson-log-pmf.ts";

const searched = (rank: number): CopiedFactor => ({ rank, sumBound: 3 * rank, exact: false });
const read = (rank: number): CopiedFactor => ({ rank, sumBound: rank, exact: true });

const products: [string, CopiedFactor[]][] = [
  ["two searched of rank 1", [searched(1), searched(1)]],
  ["two searched of rank 2", [searched(2), searched(2)]],
  ["one searched, one read", [searched(2), read(2)]],
  ["two searched of rank 8", [searched(8), searched(8)]],
  ["three searched", [searched(2), searched(1), searched(1)]],
];

/** P(from ≤ X ≤ to) of a Poisson number, summed within fifteen deviations of the mean. */
function poissonMass(mean: number, from: number, to: number): number {
  const reach = 15 * Math.sqrt(mean) + 40;
  let sum = 0;
  for (let k = Math.max(0, from, Math.floor(mean - reach)); k <= Math.min(to, mean + reach); k++) {
    sum += Math.exp(poissonLogPmf(k, mean));
  }
  return sum;
}

describe.each(products)("copyRates for %s", (_, factors) => {
  const estimated = factors.filter(({ exact }) => !exact).length;

  it.each([
    [0.5, 0.01],
    [0.9, 1e-3],
    [0.5, 1e-7],
  ])("spends at most δ, whatever the sums between rank and bound are: ε = %d, δ = %d", (epsilon, delta) => {
    const { rates, share } = copyRates(factors, { constant: 3, epsilon, delta });
    const rank = factors.reduce((product, factor) => product * factor.rank, 1);
    const tolerance = normaliserTolerance(epsilon, estimated, share);
    expect((1 + share * epsilon) * (1 + tolerance) ** estimated).toBeCloseTo(1 + epsilon, 12);
    expect((1 - share * epsilon) * (1 - tolerance) ** estimated).toBeGreaterThanOrEqual(1 - epsilon);
    for (const stretch of [1, 1.7, 3]) {
      const sums = factors.map(({ rank: least, exact }) => (exact ? least : stretch * least));
      // Matrix Chernoff bound: so many tuples keep share·ε but for δ/2.
      const needed =
        (3 * sums.reduce((product, sum) => product * sum, 1) * Math.log((4 * rank) / delta)) /
        (share * epsilon) ** 2;
      let failure = delta / 2;
      factors.forEach(({ exact }, k) => {
        const mean = rates[k] * sums[k];
        if (exact) {
          expect(Math.ceil(mean)).toBeGreaterThanOrEqual(Math.floor(needed));
          return;
        }
        failure += poissonMass(mean, 0, Math.ceil(needed) - 1);
        failure += poissonMass(mean, 0, Math.ceil((1 - tolerance) * mean) - 1);
        failure += poissonMass(mean, Math.floor((1 + tolerance) * mean) + 1, Number.POSITIVE_INFINITY);
      });
      expect(failure).toBeLessThanOrEqual(delta);
    }
  });
});

describe("copyRates", () => {
  it("gives the drawing its full share where copies are many anyway, and less where ranks are small", () => {
    const need = { constant: 3, epsilon: 0.5, delta: 0.01 };
    expect(copyRates([searched(8), searched(8)], need).share).toBe(LITERAL_SHARE);
    expect(copyRates([searched(1), searched(1)], need).share).toBeLessThan(0.6);
    expect(copyRates([read(1), read(1)], need).share).toBe(LITERAL_SHARE);
  });

  it("draws known factors as often as tuples are needed", () => {
    const { draws, rates } = copyRates([read(2), read(3)], { constant: 3, epsilon: 0.5, delta: 0.01 });
    expect(rates[0] * 2).toBeCloseTo(draws, 9);
    expect(rates[1] * 3).toBeCloseTo(draws, 9);
    expect(draws).toBeCloseTo((3 * 6 * Math.log(24 / 0.01)) / 0.375 ** 2, 9);
  });
});
