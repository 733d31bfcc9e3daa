import { describe, expect, it } from "vitest";
import { streamingAttentionFamily as family } from "../../../../../src/comparison/study/families/streaming-attention/streaming-attention-family.ts";
import { runFamily, settingOf } from "../../../../support/run-family.ts";

describe("the family streaming-attention", () => {
  it("counts words and operations exactly as predicted", () => {
    for (const given of [
      { n: 30, d: 2, degree: 4, m2: 8 },
      { n: 1500, d: 3, degree: 2, m2: 3 },
    ]) {
      const runs = runFamily(family, given);
      for (const method of family.methods) {
        expect(runs[method.name].counted).toBe(runs[method.name].predicted);
        expect(runs[method.name].work).toEqual(method.predictWork?.(settingOf(family, given)));
      }
    }
  });

  it("has a state of the same words at every n, larger than the cache of few keys and smaller than that of many", () => {
    const [few, many] = [32, 64].map((n) => runFamily(family, { n }));
    expect(few["one-pass"].counted).toBe(many["one-pass"].counted);
    expect(few["one-pass"].counted).toBeGreaterThan(few["cache"].counted);
    expect(many["one-pass"].counted).toBeLessThan(many["cache"].counted);
  });

  it("shows the middle sketch with more words and a larger error, and without a guarantee", () => {
    const runs = runFamily(family, { n: 200 });
    expect(runs["middle-sketch"].counted).toBeGreaterThan(runs["one-pass"].counted);
    expect(runs["middle-sketch"].error).toBeGreaterThan(100 * (runs["one-pass"].error ?? 1));
    expect(family.methods.find(({ name }) => name === "middle-sketch")?.guaranteed).toBe(false);
  });

  it("reads every row of a pass once", () => {
    const { ledger } = runFamily(family, { n: 50 })["one-pass"];
    expect(ledger.map(({ oracle, count }) => [oracle, count])).toEqual([
      ["K", 50],
      ["V", 50],
      ["Q", 50],
    ]);
  });

  it("says that there is no quantum counterpart, and refuses odd degrees", () => {
    expect(family.remarks?.([settingOf(family, {})]).at(-1)).toContain("There is no quantum counterpart");
    expect(family.methods.every(({ side }) => side === "classical")).toBe(true);
    expect(() => family.require(settingOf(family, { degree: 5 }), [])).toThrow(/even degree/);
  });
});
