import { describe, expect, it } from "vitest";
import { gaussianAttention } from "../../../src/applications/attention-sparsity/gaussian-attention.ts";
import { nominalBreakEven } from "../../../src/applications/attention-sparsity/sparsity-law.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";

const run = (parameters: { n: number; s: number; mass?: number }, seed: number) =>
  complete(gaussianAttention.run({ mass: 0.9, ...parameters }, { random: seededRandom(seed) }));

describe("attention-sparsity", () => {
  it("takes more queries than reading everything at s = 1, and fewer as s grows", () => {
    const reads = [1, 2, 3, 4, 5].map((s) => run({ n: 2048, s }, 7).values.groverReads);
    for (let k = 1; k < reads.length; k++) expect(reads[k]).toBeLessThan(reads[k - 1]);
    expect(reads[0]).toBeGreaterThan(2048);
    expect(reads[4]).toBeLessThan(2048);
    // Even the leading term alone, with everything promised, is above n at s = 1.
    const { values } = run({ n: 2048, s: 1 }, 7);
    expect(values.nominalCalls / 2048).toBeCloseTo(1.23, 1);
    expect(values.promisedReads).toBeGreaterThan(2048);
  });

  it("is cheaper exactly when the counts say so, verification reads included", () => {
    for (const s of [0, 2, 4, 6]) {
      const { values, bill } = run({ n: 1024, s }, 11);
      expect(values.quantumCheaper).toBe(values.groverReads < 1024);
      expect(values.groverReads).toBe(values.quantumQueries + values.classicalQueries);
      const [all, search] = bill;
      const keys = (ledger: typeof search.ledger) =>
        ledger.filter(({ unit }) => unit === "key").reduce((sum, { count }) => sum + (count ?? 0), 0);
      expect(keys(search.ledger)).toBe(values.groverReads);
      expect(keys(all.ledger)).toBe(1024);
      expect(values.classicalQueries).toBeGreaterThanOrEqual(values.k);
    }
  });

  it("says speed-up only where the counts show one and k is below 4n/π²", () => {
    let said = 0;
    for (const s of [0.5, 1.5, 2.5, 4, 5, 6]) {
      const { values, notes } = run({ n: 2048, s }, 5);
      const says = notes.join(" ").includes("speed-up");
      if (says) said++;
      expect(says).toBe(values.quantumCheaper && values.keptFraction < nominalBreakEven);
    }
    expect(said).toBeGreaterThan(0);
  });

  it("finds the heavy keys, and holds the mass with them", () => {
    // Each search may miss with probability 1e-3: eight seeds, at most two misses (false alarm 6e-8).
    const runs = Array.from({ length: 8 }, (_, seed) => run({ n: 1024, s: 2.5 }, seed).values);
    expect(runs.filter(({ foundAll }) => !foundAll).length).toBeLessThanOrEqual(2);
    for (const { topK } of runs) expect(topK.totalVariation).toBeLessThanOrEqual(0.1 + 1e-12);
  });

  it("finds keys that hold the mass when told the mass only, at more queries than with their number promised", () => {
    for (const s of [0, 1, 3, 6]) {
      const { values, bill, notes } = run({ n: 1024, s }, 13);
      const { found, holds, groverReads, quantumCheaper } = values.byMass;
      expect(holds).toBeGreaterThanOrEqual(0.9);
      expect(found).toBeGreaterThanOrEqual(values.k);
      expect(groverReads).toBeGreaterThan(values.promisedReads);
      expect(quantumCheaper).toBe(groverReads < 1024);
      const ledger = bill.find(({ method }) => method === "search, only the mass known")!.ledger;
      const keys = ledger.filter(({ unit }) => unit === "key");
      expect(keys.reduce((sum, { count }) => sum + count!, 0)).toBe(groverReads);
      expect(notes.join(" ")).toContain(`only the mass: ${groverReads} key queries for ${found} keys`);
    }
  });

  it("runs with all amplitudes of 16,384 keys, in seconds", () => {
    const { values } = run({ n: 16384, s: 4 }, 7);
    expect(values.level).toBe("amplitude");
    expect(values.foundAll).toBe(true);
    expect(run({ n: 16385, s: 8 }, 7).values.level).toBe("subspace");
  });

  it("has logits far beyond the exponential's range at a spread of 1000", () => {
    const { values } = run({ n: 64, s: 1000 }, 7);
    expect(values.k).toBe(1);
    expect(values.byMass.holds).toBeGreaterThanOrEqual(0.9);
    // The closed form has underflowed to 0, whose logarithm is no number.
    expect([values.closedForm, values.closedFormExponent]).toEqual([0, null]);
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });

  it("has a default study with other spreads, growing n and 2^30 keys", () => {
    const { values, notes } = complete(gaussianAttention.study!({ random: seededRandom(3) }));
    expect(values.spreads?.map(({ quantumCheaper }) => quantumCheaper)).toContain(true);
    expect(
      values.spreads?.filter(({ spread }) => spread <= 2).every(({ quantumCheaper }) => !quantumCheaper),
    ).toBe(true);
    expect(values.large?.n).toBe(2 ** 30);
    expect(values.large?.k).toBe(256);
    const { quantumQueries, classicalQueries } = values.large!;
    expect(quantumQueries + classicalQueries).toBeLessThan(2 ** 24);
    expect(values.topRoot?.length).toBe(4);
    expect(notes.join(" ")).not.toContain("speed-up");
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });
});
