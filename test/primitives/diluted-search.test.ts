import { describe, expect, it } from "vitest";
import { dilutedSearch, dilutionPlan } from "../../src/primitives/diluted-search.ts";
import { groverAngle } from "../../src/primitives/optimal-iterations.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { searchSetting } from "../support/search-setting.ts";

const settings = [1, 2, 3, 4, 5, 16, 50, 64].flatMap((size) =>
  Array.from({ length: size }, (_, k) => [size, k + 1] as const),
);

describe("dilutedSearch", () => {
  it("succeeds with probability 1 to 1e-12 for every t of several N", () => {
    for (const [size, count] of settings) {
      const { iterations, share } = dilutionPlan(size, count);
      const register = searchSetting(size, count).oracle.prepareDiluted(share);
      register.iterate(iterations);
      expect(1 - register.markedProbability()).toBeLessThan(1e-12);
    }
  });

  it("always finds a marked position, at 2 queries an iteration and one check", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { oracle, quantum, classical, marked } = searchSetting(300, 1 + (seed % 7), seed);
      const result = dilutedSearch(oracle, { random: seededRandom(seed) });
      expect([...marked.positions]).toContain(result.position);
      expect(quantum()).toBe(2 * result.iterations);
      expect(classical()).toBe(1);
    }
  });

  it("needs ⌈π/(4θ) − ½⌉ iterations and a share that hits the angle π/(2(2k + 1))", () => {
    const { iterations, share } = dilutionPlan(1000, 3);
    const angle = Math.asin(Math.sqrt((share * 3) / 1000));
    expect(iterations).toBe(Math.ceil(Math.PI / 4 / groverAngle(1000, 3) - 0.5));
    expect((2 * iterations + 1) * angle).toBeCloseTo(Math.PI / 2, 12);
  });

  it("believes a promise of none, and refuses a plan without a marked state", () => {
    expect(dilutedSearch(searchSetting(16, 0).oracle, { random: seededRandom(1) }).position).toBeNull();
    expect(() => dilutionPlan(4, 0)).toThrow(/at least one/);
  });
});
