import { describe, expect, it } from "vitest";
import { leverageInversionFamily } from "../../../../../src/comparison/study/families/leverage-inversion/leverage-inversion-family.ts";
import { twoLayerNewtonFamily } from "../../../../../src/comparison/study/families/two-layer-newton/two-layer-newton-family.ts";
import { LimitError } from "../../../../../src/errors/limit-error.ts";
import { runFamily, settingOf } from "../../../../support/run-family.ts";

const families = [
  ["leverage-inversion", leverageInversionFamily, 2],
  ["two-layer-newton", twoLayerNewtonFamily, 1],
] as const;

describe.each(families)("the family %s", (_, family, runs) => {
  it("reads all rows at few of them, on both sides: no gain", () => {
    const { halving, leverage } = runFamily(family, { n: 1000 });
    for (const { counted, predicted } of [halving, leverage]) {
      expect(counted).toBe(1000 * runs);
      expect(counted).toBe(predicted);
    }
    expect(halving.ledger.every(({ access }) => access === "classical")).toBe(true);
    expect(halving.error).toBeLessThan(1e-10);
  });

  it("asks fewer row queries at 2^17 rows, near the prediction", () => {
    const { halving, leverage } = runFamily(family, { n: 2 ** 17 });
    expect(halving.counted).toBeLessThan(leverage.counted);
    expect(halving.counted / halving.predicted).toBeGreaterThan(0.85);
    expect(halving.counted / halving.predicted).toBeLessThan(1.15);
    expect(halving.size).toBeLessThan(500);
  }, 60_000);

  it("says that only the Hessian can gain, and refuses as many columns as rows", () => {
    expect(family.remarks?.([])[0]).toMatch(/^Only the Hessian/);
    expect(() => family.require(settingOf(family, { n: 3, d: 3 }), [])).toThrow(/fewer columns than rows/);
  });
});

describe("the family two-layer-newton", () => {
  it("refuses an outer layer that is too large, and a regulariser that is too small", () => {
    const large = settingOf(twoLayerNewtonFamily, { n: 2 ** 20, m: 100 });
    expect(() => twoLayerNewtonFamily.require(large, [])).toThrow(LimitError);
    expect(() => runFamily(twoLayerNewtonFamily, { n: 100, w: 0 })).toThrow(/take a larger w/);
  });
});
