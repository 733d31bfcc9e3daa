import { describe, expect, it } from "vitest";
import { defaultParameters } from "../../../src/applications/default-parameters.ts";
import {
  type OnePassParameters,
  onePassAttention,
} from "../../../src/applications/streaming-attention/one-pass-attention.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";

const standard = defaultParameters<OnePassParameters>(onePassAttention.parameters);
const run = (parameters: Partial<OnePassParameters>, seed = 7) =>
  complete(onePassAttention.run({ ...standard, ...parameters }, { random: seededRandom(seed) }));

describe("streaming-attention", () => {
  it("gives words and errors, the same for the same seed, as plain JSON", () => {
    const { values, bill } = run({ n: 500 });
    expect(values.stateWords).toBe(336);
    expect(values.peakWords).toBe(423);
    expect(values.maxError).toBeLessThan(1e-4);
    expect(values.maxError).toBeLessThanOrEqual(values.errorBound!);
    expect(values.checkedQueries).toBe(500);
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
    expect(run({ n: 500 }).values).toEqual(values);
    expect(bill.map(({ method }) => method)).toEqual([
      "cache of all keys and values, 500 queries",
      "one pass, exact state",
    ]);
    // n row reads a query against one read a row.
    expect(bill[0].ledger.map(({ count }) => count)).toEqual([250_000, 250_000]);
    expect(bill[1].ledger.map(({ count }) => count)).toEqual([500, 500, 500]);
  });

  it("checks a part of the queries when there are many, and says so", () => {
    const { values, notes } = run({ n: 20_000 });
    expect(values.checkedQueries).toBeLessThan(20_000);
    expect(values.peakWords).toBe(423);
    expect(values.queriesRead).toBe(20_000);
    expect(notes.join(" ")).toMatch(/measured on \d+ of 20000 queries/);
  });

  it("says plainly that there is no quantum counterpart, and never speaks of a speed-up", () => {
    for (const parameters of [{ n: 100 }, { n: 1000, degree: 2 }, { n: 50, m2: 8 }]) {
      const { values, notes, bill } = run(parameters);
      expect(values.quantumCounterpart).toBeNull();
      expect(notes[0]).toMatch(/^No quantum counterpart/);
      expect(notes.join(" ")).not.toContain("speed-up");
      expect(bill.flatMap(({ ledger }) => ledger).every(({ access }) => access === "classical")).toBe(true);
    }
  });

  it("says so when the cache is smaller, the rank above n, or the logits too large", () => {
    const small = run({ n: 50 });
    expect(small.values.stateIsSmaller).toBe(false);
    expect(small.notes.join(" ")).toContain("pays off from n = 57 on");
    expect(run({ n: 57 }).values.stateIsSmaller).toBe(true);
    expect(small.notes.join(" ")).toContain("rank 84 is above n = 50");
    expect(run({ n: 200, entry: 5 }).notes.join(" ")).toMatch(/largest logits are beyond degree 6/);
  });

  it("shows the middle sketch beside the exact state when asked", () => {
    const { values, bill, notes } = run({ n: 1000, m2: 64 });
    expect(values.middleSketch?.stateWords).toBe(64 * 87 + 84);
    expect(values.middleSketch!.maxError).toBeGreaterThan(100 * values.maxError);
    expect(bill).toHaveLength(3);
    expect(notes.join(" ")).toContain("middle sketch with m2 = 64");
  });

  it("refuses an odd degree before anything is computed", () => {
    expect(() => run({ degree: 3 })).toThrow(/expected an even degree, got 3/);
  });

  it("has a default study: degrees, lengths, middle sketches, compressibility, recovery", () => {
    const { values, notes } = complete(onePassAttention.study!({ random: seededRandom(7) }));
    const errors = values.degrees!.map(({ maxError }) => maxError);
    for (let g = 1; g < errors.length; g++) expect(errors[g]).toBeLessThan(errors[g - 1]);
    expect(new Set(values.lengths!.map(({ peakWords }) => peakWords))).toEqual(new Set([423]));
    expect(Math.max(...values.lengths!.map(({ maxError }) => maxError))).toBeLessThan(1e-4);
    for (const { errorOverLargest, stateWords } of values.middleSketches!) {
      expect(errorOverLargest).toBeGreaterThan(1);
      expect(stateWords).toBeGreaterThan(10 * values.stateWords);
    }
    expect(values.compressibility![0].tail).toBeGreaterThan(0.98);
    expect(values.recovery!.within).toBeGreaterThanOrEqual(17);
    expect(notes.join(" ")).toContain("needless and harmful");
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  }, 120_000);
});
