import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attentionRow, gaussianLogits } from "../../../src/applications/attention-sparsity/attention-row.ts";
import { attentionSparsity } from "../../../src/applications/attention-sparsity/attention-sparsity.ts";
import {
  breakEvenSpread,
  closedFormShare,
  limitExponent,
  nominalBreakEven,
  shareAboveMean,
  sparsityExponent,
} from "../../../src/applications/attention-sparsity/sparsity-law.ts";
import { optimalRounds } from "../../../src/primitives/amplitude-amplification.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const random = seededRandom(404);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean share of keys that holds 90 %, and mean share above 1/n, over rows. */
function measured(n: number, spread: number, rows: number) {
  const all = Array.from({ length: rows }, (_, k) =>
    attentionRow(gaussianLogits(n, spread, random.split(`n ${n} s ${spread}`, k))),
  );
  return {
    kept: mean(all.map((row) => row.keysFor(0.9) / n)),
    above: mean(all.map((row) => row.aboveMean)),
  };
}

describe("the closed form for the share of keys that holds 90 % of the softmax", () => {
  it("gives 0.611 at s = 1", () => {
    expect(closedFormShare(1, 0.9)).toBeCloseTo(0.611, 3);
    expect(closedFormShare(0, 0.9)).toBeCloseTo(0.9, 12);
  });

  // Means over rows; the spread of one row is about 0.005 at n = 16384 and 0.03 at 256, so that the tolerances are many
  // standard errors.
  it.each([
    [16384, 1, 4, 0.005],
    [16384, 2, 16, 0.005],
    [256, 1, 64, 0.02],
    [256, 2, 256, 0.02],
  ])("agrees with counting: n = %i, s = %d", (n, spread, rows, tolerance) => {
    expect(Math.abs(measured(n, spread, rows).kept - closedFormShare(spread, 0.9))).toBeLessThan(tolerance);
  });

  it("is too small near s = √(2 ln n), where a few keys dominate", () => {
    expect(4).toBeGreaterThan(0.8 * Math.sqrt(2 * Math.log(16384)));
    expect(measured(16384, 4, 8).kept).toBeGreaterThan(1.3 * closedFormShare(4, 0.9));
  });

  it("agrees with a query against Gaussian keys of any dimension, at the spread σ²‖q‖/√d", () => {
    for (const [d, sigma] of [
      [16, 1],
      [64, 1],
      [64, 1.3],
    ]) {
      const row = attentionSparsity({ n: 16384, d, sigma, random: random.split("keys", d) });
      expect(Math.abs(row.k90 / 16384 - row.closedForm90)).toBeLessThan(0.03);
      expect(row.k99).toBeGreaterThan(row.k90);
      expect(Math.abs(row.aboveMean - row.closedFormAboveMean)).toBeLessThan(0.03);
    }
  });
});

describe("the share of weights above 1/n", () => {
  it.each([0.5, 1, 1.5, 2])("is 1 − Φ(s/2) within 0.01 at n = 4096: s = %d", (spread) => {
    expect(Math.abs(measured(4096, spread, 16).above - shareAboveMean(spread))).toBeLessThan(0.01);
  });
});

describe("the exponent of sparsity at logits N(0, b² ln n)", () => {
  const exponentAt = (n: number, b: number, rows: number) =>
    Math.log(measured(n, b * Math.sqrt(Math.log(n)), rows).kept * n) / Math.log(n);

  it.each([
    [4096, 0.5],
    [4096, 1],
    [65536, 0.5],
    [65536, 1],
  ])("agrees with the finite-n formula within 0.03 for b ≤ 1: n = %i, b = %d", (n, b) => {
    expect(
      Math.abs(exponentAt(n, b, n > 10000 ? 4 : 40) - sparsityExponent({ b, n, mass: 0.9 })),
    ).toBeLessThan(0.03);
  });

  it("is within 0.2 of the limit 1 − b²/2 for b ≤ 1, and of 0 for b = 2 at n = 2^16", () => {
    for (const b of [0.25, 0.5, 0.75, 1]) {
      expect(Math.abs(exponentAt(4096, b, 10) - limitExponent(b))).toBeLessThan(0.2);
    }
    // At b = 2 a row is ruled by its few largest logits and single rows vary much: the mean over many is taken.
    expect(exponentAt(65536, 2, 6)).toBeLessThan(0.2);
    expect(limitExponent(2)).toBe(0);
  });

  it("is far from its limit near b = √2 at any n in reach: about .45, .35 and .41 for n = 2^12, 2^16 and 2^20, limit .02", () => {
    expect(limitExponent(1.4)).toBeCloseTo(0.02, 12);
    // Single rows vary by about 0.1.
    for (const [n, rows] of [
      [2 ** 12, 20],
      [2 ** 16, 8],
      [2 ** 20, 1],
    ]) {
      const exponent = exponentAt(n, 1.4, rows);
      expect(exponent).toBeGreaterThan(0.25);
      expect(exponent).toBeLessThan(0.6);
    }
  });
});

describe("the number of weights above a fixed ε", () => {
  it("is at most 1/ε for every probability vector, whatever the logits: no statement about Gaussian input", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 1e-4, max: 1, noNaN: true }),
        (logits, epsilon) => {
          const above = attentionRow(logits).sorted.filter((weight) => weight > epsilon).length;
          expect(above).toBeLessThanOrEqual(1 / epsilon);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
    // Uniform, Gaussian and one-hot rows obey alike, while at ε = 1/n they tell apart.
    const n = 4096;
    const counts = [0, 1, 30].map((s) => {
      const { sorted, aboveMean } = attentionRow(gaussianLogits(n, s, random.split("collapse")));
      return { fixed: sorted.filter((weight) => weight > 0.01).length, above: aboveMean };
    });
    for (const { fixed } of counts) expect(fixed).toBeLessThanOrEqual(100);
    expect(counts[1].above).toBeGreaterThan(100 * counts[2].above);
  });
});

describe("the break-even spread of a search", () => {
  it("is nominal: near k = n rounds alone are fewer than (π/2)√(nk), and verification reads bring the count above n", () => {
    for (const n of [64, 1024]) {
      let rounds = 0;
      for (let marked = 1; marked <= n; marked++) rounds += optimalRounds(marked / n);
      expect(rounds).toBeLessThan((Math.PI / 2) * n);
      // The rounds alone would be cheaper than reading everything; with one read for each key found they are not.
      expect(rounds).toBeLessThan(n);
      expect(rounds + n).toBeGreaterThan(1.5 * n);
    }
  });

  it("is where the leading term meets n, and verification reads move it up", () => {
    const [calls, verified, computed] = (["calls", "verified", "computed and uncomputed"] as const).map(
      (kind) => breakEvenSpread(0.9, kind),
    );
    expect((Math.PI / 2) * Math.sqrt(closedFormShare(calls, 0.9))).toBeCloseTo(1, 10);
    expect(closedFormShare(calls, 0.9)).toBeCloseTo(nominalBreakEven, 10);
    const share = closedFormShare(verified, 0.9);
    expect((Math.PI / 2) * Math.sqrt(share) + share).toBeCloseTo(1, 10);
    const other = closedFormShare(computed, 0.9);
    expect(Math.PI * Math.sqrt(other) + other).toBeCloseTo(1, 10);
    expect(1).toBeLessThan(calls);
    expect(calls).toBeLessThan(verified);
    expect(verified).toBeLessThan(computed);
  });
});

describe("bad input", () => {
  it("is refused", () => {
    expect(() => closedFormShare(-1, 0.9)).toThrow(/expected a spread ≥ 0/);
    expect(() => closedFormShare(1, 1)).toThrow(/mass between 0 and 1/);
    expect(() => closedFormShare(Number.POSITIVE_INFINITY, 0.5)).toThrow(RangeError);
    expect(() => sparsityExponent({ b: 1, n: 1, mass: 0.9 })).toThrow(/expected n ≥ 2/);
    expect(() => gaussianLogits(0, 1, random)).toThrow(RangeError);
    expect(() => gaussianLogits(10, Number.NaN, random)).toThrow(/finite spread ≥ 0/);
    expect(() => attentionRow([])).toThrow(/at least one logit/);
    expect(() => attentionRow([1, 2]).keysFor(1.5)).toThrow(/mass between 0 and 1/);
    expect(() => attentionSparsity({ n: 4, d: 0, random })).toThrow(RangeError);
    expect(() => attentionSparsity({ n: 4, d: 2, sigma: -1, random })).toThrow(/finite σ ≥ 0/);
  });

  it("does not include logits that would overflow without care", () => {
    const row = attentionRow([1e300, 1e300, -1e300]);
    expect(Array.from(row.sorted)).toEqual([0.5, 0.5, 0]);
    expect(() => attentionRow([1, Number.POSITIVE_INFINITY])).toThrow(/expected finite logits/);
  });
});
