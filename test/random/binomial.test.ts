import { describe, expect, it } from "vitest";
import { binomial } from "../../src/random/binomial.ts";
import { binomialLogPmf } from "../../src/random/binomial-log-pmf.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectSamples } from "../support/discrete-law.ts";
import { expectRejectionLaw } from "../support/rejection-law.ts";

describe("binomial", () => {
  it("gives these numbers for seed 7, in every later version too", () => {
    expect(binomial(20, 0.3, seededRandom(7))).toBe(9);
    expect(binomial(2 ** 40, 0.5, seededRandom(7))).toBe(549756977660);
    expect(binomial(2 ** 40, 1e-12, seededRandom(7))).toBe(3);
  });

  // Each a chi-square test at false alarm 1e-6. Inversion below a mean of 10, rejection above, mirrored above 1/2.
  it.each([
    [1, 0.3],
    [5, 0.5],
    [19, 0.5],
    [20, 0.5],
    [21, 0.5],
    [40, 0.249],
    [40, 0.251],
    [1000, 0.0101],
    [1000, 0.99],
    [1000, 0.37],
    [100_000, 0.7],
    [2 ** 40, 1e-12],
    [2 ** 40, 1 - 2 ** -38],
    [2 ** 53, 1e-15],
  ])("follows its law at %d trials and p = %d", (trials, p) => {
    const mean = trials * p;
    const reach = 8 * Math.sqrt(mean * (1 - p)) + 30;
    const stream = seededRandom("binomial").split(`${trials} ${p}`);
    expectSamples(() => binomial(trials, p, stream), 60_000, {
      logPmf: (k) => binomialLogPmf(k, trials, p),
      from: Math.max(0, Math.floor(mean - reach)),
      to: Math.min(trials, Math.ceil(mean + reach)),
    });
  });

  // Up to millions of probabilities are summed into 400 bins; what lies beyond 5 standard deviations is under a tenth of a draw.
  it.each([
    [2 ** 40, 0.5, 31],
    [2 ** 40, 1e-4, 1],
    [2 ** 40, 0.999, 3],
    [2 ** 53, 1e-8, 1],
    [2 ** 53, 0.3, 2001],
  ])("follows its law at %d trials and p = %d, by summed bins", (trials, p, stride) => {
    const mean = trials * p;
    const reach = 5 * Math.sqrt(mean * (1 - p));
    const stream = seededRandom("large binomial").split(`${trials} ${p}`);
    expectSamples(() => binomial(trials, p, stream), 100_000, {
      logPmf: (k) => binomialLogPmf(k, trials, p),
      from: Math.floor(mean - reach),
      to: Math.ceil(mean + reach),
      bins: 400,
      stride,
    });
  });

  it.each([
    [20, 0.5],
    [40, 0.25],
    [400, 0.03],
    [2 ** 40, 2 ** -35],
    [200, 0.4],
  ])("accepts points in proportion to its law at %d trials and p = %d", (trials, p) => {
    expectRejectionLaw(
      (stream) => binomial(trials, p, stream),
      (k) => binomialLogPmf(k, trials, p),
    );
  });

  it("halves 2^53 trials with the right mean, variance and parity", () => {
    // 40000 standardised draws: mean within 5/√n, variance within 5√(2/n), parity a fair coin; about 6e-7 each.
    const stream = seededRandom("halving");
    const draws = 40_000;
    const deviation = Math.sqrt(2 ** 51);
    let sum = 0;
    let squares = 0;
    let odd = 0;
    for (let i = 0; i < draws; i++) {
      const k = binomial(2 ** 53, 0.5, stream);
      const z = (k - 2 ** 52) / deviation;
      sum += z;
      squares += z * z;
      odd += k % 2;
    }
    expect(Math.abs(sum / draws)).toBeLessThan(5 / Math.sqrt(draws));
    expect(Math.abs(squares / draws - 1)).toBeLessThan(5 * Math.sqrt(2 / draws));
    expect(Math.abs(odd - draws / 2)).toBeLessThan(2.5 * Math.sqrt(draws));
  });

  it("is certain at its edges and draws nothing there", () => {
    const stream = seededRandom(1);
    expect(binomial(0, 0.5, stream)).toBe(0);
    expect(binomial(2 ** 53, 0, stream)).toBe(0);
    expect(binomial(2 ** 53, 1, stream)).toBe(2 ** 53);
    expect(stream.uniform()).toBe(seededRandom(1).uniform());
    expect(binomial(2 ** 40, Number.MIN_VALUE, stream)).toBe(0);
    expect(binomial(10, 1 - 2 ** -53, stream)).toBe(10);
  });

  it("refuses trials that are no count and probabilities outside [0, 1]", () => {
    const stream = seededRandom(1);
    for (const trials of [-1, 1.5, Number.NaN, 2 ** 54]) {
      expect(() => binomial(trials, 0.5, stream)).toThrow(/binomial: expected trials/);
    }
    for (const p of [-1e-300, 1.0000001, Number.NaN]) {
      expect(() => binomial(3, p, stream)).toThrow(/binomial: expected a probability in \[0, 1\]/);
    }
  });
});
