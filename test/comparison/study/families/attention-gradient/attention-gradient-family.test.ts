import { describe, expect, it } from "vitest";
import { attentionGradientFamily as family } from "../../../../../src/comparison/study/families/attention-gradient/attention-gradient-family.ts";
import { runFamily, settingOf } from "../../../../support/run-family.ts";

describe("the family attention-gradient", () => {
  it("counts operations and words exactly as predicted", () => {
    for (const given of [
      { n: 12, d: 3, degree: 2 },
      { n: 40, d: 2, degree: 6 },
    ]) {
      for (const method of family.methods) {
        const { counted, predicted, work } = runFamily(family, given)[method.name];
        expect(counted).toBe(predicted);
        expect(work).toEqual(method.predictWork?.(settingOf(family, given)));
      }
    }
  });

  it("has low rank dearer at few rows, cheaper at many, and never without its error", () => {
    const few = runFamily(family, { n: 64 });
    expect(few["low-rank"].counted).toBeGreaterThan(few["exact"].counted);
    const many = runFamily(family, { n: 300 });
    expect(many["low-rank"].counted).toBeLessThan(many["exact"].counted);
    expect(many["low-rank"].error).toBeGreaterThan(0);
    expect(many["low-rank"].error).toBeLessThan(1e-4);
    expect(many["exact"].error).toBe(0);
  });

  it("evaluates n² exponentials by the definition and none by low rank, apart from operations", () => {
    const runs = runFamily(family, { n: 20, degree: 2 });
    const kernels = (name: string) => runs[name].ledger.filter(({ unit }) => unit === "kernel");
    expect(kernels("exact").map(({ count }) => count)).toEqual([400]);
    expect(kernels("low-rank")).toEqual([]);
  });

  it("says where the rank exceeds n, and that no quantum method takes part", () => {
    const remarks = (ns: number[]) => family.remarks?.(ns.map((n) => settingOf(family, { n }))) ?? [];
    expect(remarks([32, 64, 128])[0]).toContain("the rank 70 exceeds n, up to n = 64");
    expect(remarks([128])).toHaveLength(1);
    expect(remarks([128])[0]).toContain("No quantum method takes part");
    expect(family.methods.every(({ side }) => side === "classical")).toBe(true);
  });

  it("refuses odd degrees before anything runs", () => {
    expect(() => family.require(settingOf(family, { degree: 3 }), [])).toThrow(/even degree/);
  });
});
