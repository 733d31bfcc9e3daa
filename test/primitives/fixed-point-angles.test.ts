import { describe, expect, it } from "vitest";
import {
  fixedPointAngles,
  fixedPointLength,
  fixedPointPhases,
  fixedPointSuccess,
} from "../../src/primitives/fixed-point-angles.ts";
import { GroverPlane } from "../../src/simulator/search/grover-plane.ts";
import { referenceRegister } from "../../src/simulator/search/reference-register.ts";
import { eachRotation } from "../../src/simulator/search/rotate-each.ts";
import { subspaceRegister } from "../../src/simulator/search/subspace-register.ts";
import { randomMarked } from "../support/random-marked.ts";

describe("fixedPointSuccess", () => {
  it("is what evolving the state gives, to 1e-12, on the plain sweep and on the plane", () => {
    for (const length of [1, 3, 5, 9, 21]) {
      for (const failure of [0.3, 1e-2, 1e-6]) {
        const { alpha, beta } = fixedPointAngles(length, failure);
        for (const count of [0, 1, 3, 20, 40]) {
          for (const make of [referenceRegister, subspaceRegister]) {
            const register = make(randomMarked(40, count));
            alpha.forEach((a, k) => {
              register.rotate(a, beta[k]);
            });
            expect(register.markedProbability()).toBeCloseTo(
              fixedPointSuccess(length, failure, count / 40),
              11,
            );
          }
        }
      }
    }
  });

  it("keeps its digits where the length is large and the share tiny", () => {
    const failure = 1e-3;
    for (const size of [2 ** 30, 2 ** 40]) {
      const length = fixedPointLength(1 / size, failure);
      const phases = fixedPointPhases(length, failure);
      for (const good of [1, 2, 7]) {
        const plane = new GroverPlane(good, size - good);
        eachRotation(phases, (...units) => plane.rotateByUnits(...units));
        // The plane is evolved through up to 2·10⁶ rotations, each with its rounding.
        expect(
          Math.abs(plane.goodProbability() - fixedPointSuccess(length, failure, good / size)),
        ).toBeLessThan(1e-8);
      }
    }
  });

  it("is at least 1 − δ² for every share from the least one up, at the length chosen for it", () => {
    for (const share of [1, 0.5, 0.1, 1 / 64, 1 / 1000, 2 ** -20]) {
      for (const failure of [0.5, 1e-2, 1e-3, 1e-9]) {
        const length = fixedPointLength(share, failure);
        for (let i = 0; i <= 200; i++) {
          const more = share + (1 - share) * (i / 200) ** 3;
          expect(fixedPointSuccess(length, failure, more)).toBeGreaterThanOrEqual(1 - failure - 1e-9);
        }
      }
    }
  });
});

describe("fixedPointLength", () => {
  it("is the shortest odd length that keeps the promise at the least share", () => {
    for (const share of [0.9, 0.3, 0.01, 1e-4]) {
      for (const failure of [0.3, 1e-3]) {
        const length = fixedPointLength(share, failure);
        expect(length % 2).toBe(1);
        expect(fixedPointSuccess(length, failure, share)).toBeGreaterThanOrEqual(1 - failure - 1e-12);
        if (length > 1) {
          expect(fixedPointSuccess(length - 2, failure, share)).toBeLessThan(1 - failure);
        }
      }
    }
  });

  it("is at most the published ⌈ln(2/δ)/√λ⌉, made odd, and close to it", () => {
    for (const size of [4, 64, 1000, 2 ** 20, 2 ** 40]) {
      const published = 2 * Math.floor(Math.ceil(Math.log(2 / Math.sqrt(1e-3)) * Math.sqrt(size)) / 2) + 1;
      const length = fixedPointLength(1 / size, 1e-3);
      expect(length).toBeLessThanOrEqual(published);
      expect(length).toBeGreaterThan(0.999 * published - 4);
    }
  });
});

describe("fixedPointPhases", () => {
  it("has β_k = −α_{l−k+1} and is written out by fixedPointAngles", () => {
    const { rotations, alpha, beta } = fixedPointPhases(9, 1e-3);
    const written = fixedPointAngles(9, 1e-3);
    expect(rotations).toBe(4);
    for (let k = 1; k <= 4; k++) {
      expect(beta(k)).toBe(-alpha(5 - k));
      expect([written.alpha[k - 1], written.beta[k - 1]]).toEqual([alpha(k), beta(k)]);
    }
  });

  it("is a plain Grover iteration in the limit δ → 1", () => {
    const { alpha } = fixedPointAngles(3, 1);
    expect(alpha[0]).toBeCloseTo(Math.PI, 12);
  });
});

describe("bad input", () => {
  it("is refused", () => {
    for (const bad of [0, -1, 1.1, Number.NaN]) {
      expect(() => fixedPointLength(bad, 0.1)).toThrow(/share/);
      expect(() => fixedPointLength(0.1, bad)).toThrow(/failure/);
      expect(() => fixedPointAngles(3, bad)).toThrow(/failure/);
    }
    for (const length of [0, 2, 1.5, -1]) expect(() => fixedPointAngles(length, 0.1)).toThrow(/odd/);
    expect(() => fixedPointSuccess(2, 0.1, 0.1)).toThrow(/odd/);
  });
});
