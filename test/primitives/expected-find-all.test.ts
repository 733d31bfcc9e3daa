import { describe, expect, it } from "vitest";
import { expectedFindAll } from "../../src/primitives/expected-find-all.ts";
import {
  expectedCertificate,
  expectedExactSearch,
  expectedKnownCountSearch,
  expectedUnknownCountSearch,
} from "../../src/primitives/expected-search.ts";
import { leastCutOff } from "../../src/primitives/find-all.ts";

const missProbability = 1e-3;

describe("expectedFindAll", () => {
  it("is the sum over k = 1 … t of one search and its rescue, within 1 %, and exactly up to t = 12", () => {
    for (const mode of ["unknown", "known", "exact"] as const) {
      for (const [size, marked] of [
        [2 ** 16, 7],
        [2 ** 16, 300],
        [5000, 3000],
      ]) {
        const certificate = expectedCertificate(size, 1, missProbability);
        const one = (k: number) => {
          const search = {
            unknown: () => expectedUnknownCountSearch(size, k, { cutOff: leastCutOff }),
            known: () => expectedKnownCountSearch(size, k),
            exact: () => expectedExactSearch(size, k),
          }[mode]();
          return 2 * (search.phases + search.failure * certificate.phases);
        };
        let sum = 0;
        for (let k = 0; k <= marked; k++) sum += one(k);
        const { quantum, label } = expectedFindAll({ size, marked, mode, missProbability });
        expect(Math.abs(quantum / sum - 1)).toBeLessThan(marked <= 12 ? 1e-12 : 0.01);
        expect(label).toBe("expected");
      }
    }
  });

  it("is K·√(Nt) with K = 5.7, 2.76 and π for t ≪ N, apart from closing", () => {
    const size = 2 ** 40;
    const marked = 1000;
    for (const [mode, constant, slack] of [
      ["unknown", 5.7, 0.02],
      ["known", 2.76, 0.02],
      ["exact", Math.PI, 0.02],
    ] as const) {
      const { quantum, closing } = expectedFindAll({ size, marked, mode, missProbability });
      const ratio = (quantum - closing) / Math.sqrt(size * marked) / constant;
      expect(Math.abs(ratio - 1)).toBeLessThan(slack + 0.03);
    }
  });

  it("closes with the empty search and the certificate: 7.2 to 7.6·√N at cut-off ½, 11·√N at 1", () => {
    for (const lg of [16, 18, 20, 24]) {
      const size = 2 ** lg;
      const half = expectedFindAll({ size, marked: 0, missProbability });
      const full = expectedFindAll({ size, marked: 0, missProbability, cutOff: 1 });
      expect(half.closing).toBe(half.quantum);
      expect(half.quantum / Math.sqrt(size)).toBeGreaterThan(7);
      expect(half.quantum / Math.sqrt(size)).toBeLessThan(8);
      expect(full.quantum - half.quantum).toBeGreaterThan(2.5 * Math.sqrt(size));
    }
  });

  it("is cheapest near cut-off ½ from three items on", () => {
    const total = (size: number, marked: number, cutOff: number) => {
      const { quantum, checks } = expectedFindAll({ size, marked, missProbability, cutOff });
      return quantum + checks;
    };
    for (const size of [2 ** 16, 2 ** 20, 2 ** 24]) {
      for (const marked of [3, 10, 100, 500]) {
        const least = Math.min(...[0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1].map((c) => total(size, marked, c)));
        expect(total(size, marked, 0.5)).toBeLessThan(1.005 * least);
      }
    }
  });

  it("interpolates between whole numbers and grows with t", () => {
    const at = (marked: number) => expectedFindAll({ size: 2 ** 20, marked, missProbability }).quantum;
    expect(at(2.5)).toBeCloseTo((at(2) + at(3)) / 2, 6);
    let before = 0;
    for (const marked of [0, 0.5, 1, 10, 11.5, 12, 12.5, 13, 40, 100, 1e4, 1e6]) {
      expect(at(marked)).toBeGreaterThan(before);
      before = at(marked);
    }
    expect(Math.abs(at(13) / at(12) - 1)).toBeLessThan(0.05);
  });

  it("leaves the certificate out where there is none, and scales with the queries per phase", () => {
    const setting = { size: 1000, marked: 5, mode: "known", missProbability } as const;
    const without = expectedFindAll({ ...setting, certificate: "none" });
    expect(without.closing).toBe(0);
    expect(expectedFindAll({ ...setting, queriesPerPhase: 6 }).quantum).toBeCloseTo(
      3 * expectedFindAll(setting).quantum,
      9,
    );
  });

  it("refuses more marked positions than there are", () => {
    expect(() => expectedFindAll({ size: 10, marked: 11, missProbability })).toThrow(RangeError);
    expect(() => expectedFindAll({ size: 10, marked: -1, missProbability })).toThrow(RangeError);
    expect(() => expectedFindAll({ size: 10, marked: 1, missProbability: 2 })).toThrow(RangeError);
  });
});
