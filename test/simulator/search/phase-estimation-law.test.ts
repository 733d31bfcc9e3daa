import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { drawPhaseEstimate, phaseEstimationLaw } from "../../../src/simulator/search/phase-estimation-law.ts";
import { expectFits } from "../../support/chi-square.ts";

/** The definition: Σ_m |m⟩Q^m|ψ⟩/√M, then the inverse Fourier transform of the first register, measured. */
function simulated(points: number, angle: number): number[] {
  return Array.from({ length: points }, (_, y) => {
    // In the plane, Q^m|ψ⟩ = (cos((2m + 1)θ), sin((2m + 1)θ)).
    const sums = [Math.cos, Math.sin].map((component) => {
      let re = 0;
      let im = 0;
      for (let m = 0; m < points; m++) {
        const amplitude = component((2 * m + 1) * angle) / points;
        re += amplitude * Math.cos((2 * Math.PI * m * y) / points);
        im -= amplitude * Math.sin((2 * Math.PI * m * y) / points);
      }
      return re * re + im * im;
    });
    return sums[0] + sums[1];
  });
}

describe("phaseEstimationLaw", () => {
  it("is what Fourier transforming the powers of Q gives, to 1e-12", () => {
    for (const points of [1, 2, 3, 8, 21, 64]) {
      for (const angle of [0, 1e-9, 0.1, Math.PI / 8, Math.PI / 6, 1.2, Math.PI / 2]) {
        const law = phaseEstimationLaw(points, angle);
        simulated(points, angle).forEach((p, y) => {
          expect(law[y]).toBeCloseTo(p, 12);
        });
        expect(law.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      }
    }
  });

  it("keeps the error bound with probability ≥ 8/π² at every angle", () => {
    for (const points of [8, 32, 128]) {
      for (let i = 1; i < 60; i++) {
        const angle = (i * Math.PI) / 120;
        const a = Math.sin(angle) ** 2;
        const bound = (2 * Math.PI * Math.sqrt(a * (1 - a))) / points + (Math.PI / points) ** 2;
        const kept = phaseEstimationLaw(points, angle).reduce(
          (sum, p, y) => (Math.abs(Math.sin((Math.PI * y) / points) ** 2 - a) <= bound ? sum + p : sum),
          0,
        );
        expect(kept).toBeGreaterThanOrEqual(8 / Math.PI ** 2);
      }
    }
  });
});

describe("drawPhaseEstimate", () => {
  it.each([
    [16, 0.4],
    [16, 0],
    [7, Math.PI / 7],
    [64, Math.PI / 2],
    [1, 0.3],
  ])("draws from the law at %d points and angle %d", (points, angle) => {
    const random = seededRandom(1);
    const counts = new Float64Array(points);
    for (let k = 0; k < 20_000; k++) counts[drawPhaseEstimate(points, angle, random)]++;
    // Chi-square at false alarm 1e-6; outcomes of no probability must not occur.
    const law = phaseEstimationLaw(points, angle);
    law.forEach((p, y) => {
      if (p < 1e-20) expect(counts[y]).toBe(0);
    });
    const possible = Array.from(law.keys()).filter((y) => law[y] >= 1e-20);
    if (possible.length === 1) expect(counts[possible[0]]).toBe(20_000);
    else
      expectFits(
        possible.map((y) => counts[y]),
        possible.map((y) => 20_000 * law[y]),
      );
  });

  it("reaches 2^40 points without writing them out", () => {
    const random = seededRandom(2);
    const angle = 1e-4;
    const close = Array.from({ length: 200 }, () => drawPhaseEstimate(2 ** 40, angle, random)).filter((y) => {
      const estimate = Math.abs(Math.sin((Math.PI * y) / 2 ** 40));
      return Math.abs(estimate - Math.sin(angle)) < 1e-10;
    });
    expect(close.length).toBeGreaterThan(190);
  });

  it("refuses points and angles out of range", () => {
    for (const points of [0, 1.5, 2 ** 41, Number.NaN]) {
      expect(() => drawPhaseEstimate(points, 0.1, seededRandom(1))).toThrow(/points/);
    }
    for (const angle of [-0.1, 1.6, Number.NaN]) {
      expect(() => phaseEstimationLaw(8, angle)).toThrow(/angle/);
    }
    expect(() => phaseEstimationLaw(2 ** 27, 0.1)).toThrow(RangeError);
  });
});
