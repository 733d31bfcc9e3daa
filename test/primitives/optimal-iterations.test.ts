import { describe, expect, it } from "vitest";
import {
  cheapestIterations,
  groverAngle,
  groverSuccess,
  optimalIterations,
} from "../../src/primitives/optimal-iterations.ts";
import { referenceRegister } from "../../src/simulator/search/reference-register.ts";
import { randomMarked } from "../support/random-marked.ts";

describe("optimalIterations", () => {
  it("is the brute-force optimum of the first half turn for all N ≤ 64 and every t", () => {
    for (let size = 1; size <= 64; size++) {
      for (let marked = 1; marked <= size; marked++) {
        const angle = Math.asin(Math.sqrt(marked / size));
        let best = 0;
        for (let j = 1; (2 * j + 1) * angle <= Math.PI; j++) {
          const gain = Math.sin((2 * j + 1) * angle) ** 2 - Math.sin((2 * best + 1) * angle) ** 2;
          if (gain > 1e-12) best = j;
        }
        expect(`${size},${marked}: ${optimalIterations(size, marked)}`).toBe(`${size},${marked}: ${best}`);
      }
    }
  });

  it("fails with probability at most t/N", () => {
    for (const size of [2, 5, 64, 1000, 2 ** 20]) {
      for (const marked of [1, 2, 3, 7, size / 2, size].filter((t) => Number.isInteger(t) && t <= size)) {
        const failure = 1 - groverSuccess(size, marked, optimalIterations(size, marked));
        expect(failure).toBeLessThanOrEqual(marked / size + 1e-12);
      }
    }
  });

  it("is ⌊π/(4θ)⌋: 804 for one of 2^20, and no iteration where half or more is marked", () => {
    expect(optimalIterations(2 ** 20, 1)).toBe(804);
    expect(optimalIterations(4, 1)).toBe(1);
    expect(optimalIterations(2, 1)).toBe(0);
    expect(optimalIterations(8, 5)).toBe(0);
  });
});

describe("groverSuccess", () => {
  it("is what the plain sweep gives, to 1e-12", () => {
    const register = referenceRegister(randomMarked(30, 4));
    for (let j = 0; j < 12; j++) {
      expect(groverSuccess(30, 4, j)).toBeCloseTo(register.markedProbability(), 12);
      register.iterate(1);
    }
  });
});

describe("cheapestIterations", () => {
  it("is the brute-force optimum of the expected cost, at several prices", () => {
    for (const [perPhase, perCheck] of [
      [2, 1],
      [1, 1],
      [1, 10],
      [4, 1],
      [1, 0.01],
    ]) {
      for (let size = 1; size <= 64; size++) {
        for (let marked = 1; marked <= size; marked++) {
          const angle = groverAngle(size, marked);
          const cost = (j: number) => (perPhase * j + perCheck) / Math.sin((2 * j + 1) * angle) ** 2;
          let least = cost(0);
          for (let j = 1; (2 * j + 1) * angle <= Math.PI; j++) least = Math.min(least, cost(j));
          expect(cost(cheapestIterations(size, marked, perPhase, perCheck))).toBeCloseTo(least, 9);
        }
      }
    }
  });

  it("stops at j ≈ 0.5828/θ with success 0.8446 and costs 0.690·√(N/t) iterations on average", () => {
    const size = 2 ** 40;
    const j = cheapestIterations(size, 1);
    expect(j * groverAngle(size, 1)).toBeCloseTo(0.5828, 4);
    const success = groverSuccess(size, 1, j);
    expect(success).toBeCloseTo(0.8446, 4);
    expect(j / success / Math.sqrt(size)).toBeCloseTo(0.69, 3);
  });
});

describe("bad input", () => {
  it("is refused", () => {
    expect(() => groverAngle(0, 0)).toThrow(RangeError);
    expect(() => groverAngle(4, 5)).toThrow(/marked 5/);
    expect(() => groverAngle(4, -1)).toThrow(RangeError);
    expect(() => groverAngle(Number.NaN, 1)).toThrow(RangeError);
    expect(() => optimalIterations(4, 0)).toThrow(/at least one marked/);
    expect(() => cheapestIterations(4, 0)).toThrow(/at least one marked/);
    expect(() => cheapestIterations(4, 1, 0)).toThrow(/costs above 0/);
  });
});
