import { describe, expect, it } from "vitest";
import {
  type CertificateMethod,
  certificateRange,
  certificateRuns,
  certifyNoneLeft,
} from "../../src/primitives/certify-none-left.ts";
import { expectedCertificate, meanSuccess } from "../../src/primitives/expected-search.ts";
import { fixedPointLength } from "../../src/primitives/fixed-point-angles.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectMean, expectRate } from "../support/expect-mean.ts";
import { searchSetting } from "../support/search-setting.ts";

function certify(
  setting: ReturnType<typeof searchSetting>,
  seed: number,
  miss: number,
  method?: CertificateMethod,
) {
  return certifyNoneLeft(setting.oracle, {
    random: seededRandom(seed),
    missProbability: miss,
    ...(method === undefined ? {} : { method }),
  });
}

describe("certifyNoneLeft", () => {
  it("costs L − 1 = ln(2/√miss)·√N row queries and a check by the fixed point, whatever is there", () => {
    for (const [size, count] of [
      [2 ** 16, 0],
      [2 ** 16, 3],
      [1000, 1],
      [1, 1],
      [1, 0],
    ]) {
      const setting = searchSetting(size, count);
      const result = certify(setting, 1, 1e-3);
      const length = fixedPointLength(1 / size, 1e-3);
      expect(setting.quantum()).toBe(length - 1);
      expect(setting.quantum()).toBe(2 * result.iterations);
      expect(setting.classical()).toBe(1);
      if (size > 1000) expect((length - 1) / Math.sqrt(size)).toBeCloseTo(Math.log(2 / Math.sqrt(1e-3)), 1);
    }
  });

  it("misses at most at the stated rate, and 4.15·√N is that price at 1e-3", () => {
    expect(Math.log(2 / Math.sqrt(1e-3))).toBeCloseTo(4.147, 3);
    for (const method of ["fixed-point", "bbht"] as const) {
      for (const count of [1, 5, 60]) {
        let misses = 0;
        for (let seed = 0; seed < 400; seed++) {
          if (certify(searchSetting(64, count), seed, 0.2, method).position === null) misses++;
        }
        // One-sided: a rate of at most 0.2, false alarm below 1e-6.
        expect(misses).toBeLessThan(400 * 0.2 + 5 * Math.sqrt(400 * 0.2 * 0.8));
      }
    }
  });

  it("never reports what is not marked, and reports what it finds after a check", () => {
    for (let seed = 0; seed < 20; seed++) {
      for (const method of ["fixed-point", "bbht"] as const) {
        expect(certify(searchSetting(50, 0), seed, 0.1, method).position).toBeNull();
        const { position } = certify(searchSetting(50, 4), seed, 1e-9, method);
        expect([...searchSetting(50, 4).marked.positions]).toContain(position);
      }
    }
  });

  it("costs as expected by BBHT-style runs, about 7.5·√N iterations at 1e-3 when nothing is there", () => {
    expect(certificateRuns(1e-3)).toBe(15);
    expect(expectedCertificate(2 ** 20, 0, 1e-3, "bbht").phases / 1024).toBeCloseTo(7.5, 1);
    for (const count of [0, 2]) {
      const results = Array.from({ length: 600 }, (_, seed) =>
        certify(searchSetting(400, count), seed, 1e-2, "bbht"),
      );
      const expected = expectedCertificate(400, count, 1e-2, "bbht");
      expectMean(
        results.map((result) => result.iterations),
        expected.phases,
      );
      expectRate(results.filter((result) => result.position === null).length, 600, expected.failure);
    }
  });

  it("rests on a mean success ≥ 3/8 over j < ⌈N/√(N−1)⌉ for every t ≥ 1", () => {
    for (let size = 1; size <= 300; size++) {
      for (let marked = 1; marked <= size; marked++) {
        const success = meanSuccess(size, marked, certificateRange(size));
        expect(success).toBeGreaterThanOrEqual(0.375);
      }
    }
  });

  it("refuses a miss probability outside (0, 1)", () => {
    for (const miss of [0, 1, -1, Number.NaN]) {
      expect(() => certify(searchSetting(8, 1), 1, miss)).toThrow(/miss probability/);
    }
  });
});
