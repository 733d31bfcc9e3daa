import { describe, expect, it } from "vitest";
import { hypergeometric } from "../../src/random/hypergeometric.ts";
import { hypergeometricLogPmf } from "../../src/random/hypergeometric-log-pmf.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectSamples } from "../support/discrete-law.ts";
import { expectRejectionLaw } from "../support/rejection-law.ts";

describe("hypergeometric", () => {
  it("gives these numbers for seed 7, in every later version too", () => {
    expect(hypergeometric(20, 10, 5, seededRandom(7))).toBe(4);
    expect(hypergeometric(2 ** 40, 2 ** 39, 2 ** 30, seededRandom(7))).toBe(536863939);
  });

  // Each a chi-square test at false alarm 1e-6. Small and large means, every way of exchanging roles.
  it.each([
    [2, 1, 1],
    [10, 5, 5],
    [10, 3, 8],
    [10, 8, 3],
    [10, 8, 9],
    [100, 40, 24],
    [100, 40, 26],
    [100, 60, 74],
    [100, 26, 60],
    [1000, 10, 999],
    [1000, 500, 500],
    [1000, 900, 700],
    [2 ** 40, 3, 2 ** 39],
    [2 ** 40, 2 ** 39, 12],
    [2 ** 40, 2 ** 20, 2 ** 20],
    [2 ** 40, 2 ** 40 - 1000, 2 ** 38],
    [2 ** 53, 2 ** 53 - 5000, 2 ** 53 - 2 ** 40],
    [2 ** 53, 2 ** 52, 1000],
    [2 ** 40, 2 ** 40 - 2 ** 30, 2 ** 39],
  ])("follows its law for (%d, %d, %d)", (population, successes, draws) => {
    const share = successes / population;
    const mean = draws - draws * (1 - share);
    const reach = 8 * Math.sqrt(draws * share * (1 - share) * (1 - draws / population)) + 30;
    const stream = seededRandom("hypergeometric").split(`${population} ${successes} ${draws}`);
    expectSamples(() => hypergeometric(population, successes, draws, stream), 40_000, {
      logPmf: (k) => hypergeometricLogPmf(k, population, successes, draws),
      from: Math.max(0, draws + successes - population, Math.floor(mean - reach)),
      to: Math.min(draws, successes, Math.ceil(mean + reach)),
    });
  });

  it.each([
    [2 ** 40, 2 ** 39, 2 ** 39, 31],
    [2 ** 53, 2 ** 51, 2 ** 52 + 12345, 2001],
  ])("follows its law for (%d, %d, %d), by summed bins", (population, successes, draws, stride) => {
    const mean = draws * (successes / population);
    const share = successes / population;
    const reach = 5 * Math.sqrt(mean * (1 - share) * (1 - draws / population));
    const stream = seededRandom("large hypergeometric").split(`${population}`);
    expectSamples(() => hypergeometric(population, successes, draws, stream), 60_000, {
      logPmf: (k) => hypergeometricLogPmf(k, population, successes, draws),
      from: Math.floor(mean - reach),
      to: Math.ceil(mean + reach),
      stride,
    });
  });

  it.each([
    [40, 20, 20],
    [1000, 100, 100],
    [2 ** 40, 2 ** 38, 50],
  ])("accepts points in proportion to its law for (%d, %d, %d)", (population, successes, draws) => {
    expectRejectionLaw(
      (stream) => hypergeometric(population, successes, draws, stream),
      (k) => hypergeometricLogPmf(k, population, successes, draws),
      { columns: 600, rows: 400 },
    );
  });

  it("halves a population of 2^53 with the right mean, variance and parity", () => {
    // Variance N/16 up to 1/N. 40000 standardised draws, 5 standard deviations each: 6e-7.
    const stream = seededRandom("halving");
    const repeats = 40_000;
    let sum = 0;
    let squares = 0;
    let odd = 0;
    for (let i = 0; i < repeats; i++) {
      const k = hypergeometric(2 ** 53, 2 ** 52, 2 ** 52, stream);
      const z = (k - 2 ** 51) / Math.sqrt(2 ** 49);
      sum += z;
      squares += z * z;
      odd += k % 2;
    }
    expect(Math.abs(sum / repeats)).toBeLessThan(5 / Math.sqrt(repeats));
    expect(Math.abs(squares / repeats - 1)).toBeLessThan(5 * Math.sqrt(2 / repeats));
    expect(Math.abs(odd - repeats / 2)).toBeLessThan(2.5 * Math.sqrt(repeats));
  });

  it("is certain at its edges", () => {
    const stream = seededRandom(1);
    expect(hypergeometric(0, 0, 0, stream)).toBe(0);
    expect(hypergeometric(2 ** 53, 2 ** 40, 0, stream)).toBe(0);
    expect(hypergeometric(2 ** 53, 2 ** 40 + 1, 2 ** 53, stream)).toBe(2 ** 40 + 1);
    expect(hypergeometric(2 ** 53, 0, 2 ** 52, stream)).toBe(0);
    expect(hypergeometric(2 ** 53, 2 ** 53, 2 ** 40 + 1, stream)).toBe(2 ** 40 + 1);
    expect(stream.uniform()).toBe(seededRandom(1).uniform());
  });

  it("refuses what is no count", () => {
    const stream = seededRandom(1);
    expect(() => hypergeometric(-1, 0, 0, stream)).toThrow(/hypergeometric: expected population/);
    expect(() => hypergeometric(2 ** 54, 0, 0, stream)).toThrow(/2\^53/);
    expect(() => hypergeometric(10, 11, 0, stream)).toThrow(/hypergeometric: expected successes/);
    expect(() => hypergeometric(10, 1.5, 0, stream)).toThrow(/hypergeometric: expected successes/);
    expect(() => hypergeometric(10, 5, 11, stream)).toThrow(/hypergeometric: expected draws/);
    expect(() => hypergeometric(10, 5, Number.NaN, stream)).toThrow(/got NaN/);
  });
});
