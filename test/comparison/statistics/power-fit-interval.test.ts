import { describe, expect, it } from "vitest";
import { powerFitInterval } from "../../../src/comparison/statistics/power-fit-interval.ts";
import { seededRandom } from "../../../src/index.ts";

describe("powerFitInterval", () => {
  it("holds the true exponent as often as it says", () => {
    const random = seededRandom(3).split("fits");
    const xs = [1, 2, 4, 8, 16, 32];
    let held = 0;
    const rounds = 2000;
    for (let round = 0; round < rounds; round++) {
      const points = xs.map((x): [number, number] => [x, 5 * x ** 0.5 * Math.exp(0.1 * random.normal())]);
      const { low, high } = powerFitInterval(points, 0.9);
      if (Number(low) <= 0.5 && 0.5 <= Number(high)) held++;
    }
    // Five standard deviations of a binomial: a false alarm once in a million.
    expect(Math.abs(held / rounds - 0.9)).toBeLessThan(5 * Math.sqrt((0.9 * 0.1) / rounds));
  });

  it("has no interval for two points and names what it used", () => {
    const fit = powerFitInterval(
      [
        [2, 2],
        [8, 4],
      ],
      0.9,
    );
    expect(fit).toMatchObject({ low: null, high: null, from: 2, to: 8, points: 2, confidence: 0.9 });
    expect(fit.exponent).toBeCloseTo(0.5, 12);
    expect(() =>
      powerFitInterval(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        1,
      ),
    ).toThrow(/expected 0 < p < 1/);
  });
});
