import { describe, expect, it } from "vitest";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import {
  estimateAmplitude,
  estimateAmplitudeMedian,
  estimationError,
  medianFailure,
  medianRepetitions,
  relativeEstimationPoints,
  singleEstimateConfidence,
} from "../../src/primitives/amplitude-estimation.ts";
import { estimateCount } from "../../src/primitives/count-estimation.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { phaseEstimationLaw } from "../../src/simulator/search/phase-estimation-law.ts";
import { expectFits } from "../support/chi-square.ts";
import { dense } from "../support/real-dense.ts";
import { searchSetting } from "../support/search-setting.ts";

function setting(success: number) {
  const oracle = rowOracle(dense([[1], [2]]));
  return { oracle, preparation: oracle.prepare(() => success) };
}

describe("estimateAmplitude", () => {
  it("has outcomes of the M-point law", () => {
    const { preparation } = setting(0.3);
    const law = phaseEstimationLaw(16, Math.asin(Math.sqrt(0.3)));
    const random = seededRandom(1);
    const counts = new Float64Array(16);
    for (let k = 0; k < 8000; k++) {
      const { outcomes, estimate } = estimateAmplitude(preparation, { random, points: 16 });
      counts[outcomes[0]]++;
      expect(estimate).toBe(Math.sin((Math.PI * outcomes[0]) / 16) ** 2);
    }
    // Chi-square at false alarm 1e-6.
    expectFits(
      counts,
      law.map((p) => 8000 * p),
    );
  });

  it("bills 2 rows and 4·(M − 1) controlled ones per repetition", () => {
    const { oracle, preparation } = setting(0.3);
    const result = estimateAmplitude(preparation, { random: seededRandom(1), points: 32, repetitions: 3 });
    expect(result.controlledRounds).toBe(3 * 31);
    expect(oracle.ledger.total({ use: "controlled" })).toBe(4 * 3 * 31);
    expect(oracle.ledger.total({ use: "forward" })).toBe(3 * 2);
  });

  it("keeps its error bound at least at the stated rate, with and without a median", () => {
    for (const repetitions of [1, 5]) {
      const { preparation } = setting(0.07);
      const random = seededRandom(2);
      const bound = estimationError(0.07, 64);
      let broken = 0;
      const runs = 600;
      for (let k = 0; k < runs; k++) {
        const { estimate } = estimateAmplitude(preparation, { random, points: 64, repetitions });
        if (Math.abs(estimate - 0.07) > bound) broken++;
      }
      const rate = medianFailure(repetitions);
      // One-sided, false alarm below 1e-6.
      expect(broken).toBeLessThan(runs * rate + 5 * Math.sqrt(runs * rate) + 5);
    }
  });

  it("is exact for amplitudes on the grid", () => {
    for (const success of [0, 0.5, 1]) {
      const { preparation } = setting(success);
      const { estimate } = estimateAmplitude(preparation, { random: seededRandom(1), points: 8 });
      expect(estimate).toBeCloseTo(success, 14);
    }
  });

  it("refuses even repetitions and bad points", () => {
    const { preparation } = setting(0.5);
    for (const repetitions of [0, 2, 1.5]) {
      expect(() =>
        estimateAmplitude(preparation, { random: seededRandom(1), points: 8, repetitions }),
      ).toThrow(/odd/);
    }
    expect(() => estimateAmplitude(preparation, { random: seededRandom(1), points: 0 })).toThrow(/points/);
  });
});

describe("medianFailure and medianRepetitions", () => {
  it("is the binomial tail", () => {
    const bad = 1 - singleEstimateConfidence;
    expect(medianFailure(1)).toBeCloseTo(bad, 14);
    expect(medianFailure(3)).toBeCloseTo(3 * bad ** 2 * (1 - bad) + bad ** 3, 14);
  });

  it("takes the least odd number that suffices", () => {
    for (const failure of [0.5, 0.1, 1e-3, 1e-12]) {
      const repetitions = medianRepetitions(failure);
      expect(repetitions % 2).toBe(1);
      expect(medianFailure(repetitions)).toBeLessThanOrEqual(failure);
      if (repetitions > 1) expect(medianFailure(repetitions - 2)).toBeGreaterThan(failure);
    }
    expect(medianRepetitions(1e-3)).toBe(21);
    for (const bad of [0, 1, Number.NaN]) expect(() => medianRepetitions(bad)).toThrow(RangeError);
  });
});

describe("estimateAmplitudeMedian", () => {
  it("takes the fewest points whose bound is r·a at the least amplitude, and larger ones only gain", () => {
    for (const [relative, least] of [
      [0.1, 0.01],
      [0.5, 1e-6],
      [0.01, 0.9],
      [1, 1],
    ]) {
      const points = relativeEstimationPoints(relative, least);
      for (const a of [least, 2 * least, 10 * least].filter((p) => p <= 1)) {
        expect(estimationError(a, points)).toBeLessThanOrEqual(relative * a * (1 + 1e-12));
      }
      if (points > 2) expect(estimationError(least, points - 1)).toBeGreaterThan(relative * least);
    }
  });

  it("keeps its relative accuracy", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { preparation } = setting(0.003);
      const estimate = estimateAmplitudeMedian(preparation, {
        random: seededRandom(seed),
        relativeError: 0.1,
        atLeast: 0.001,
        failureProbability: 1e-8,
      });
      expect(Math.abs(estimate / 0.003 - 1)).toBeLessThanOrEqual(0.1);
    }
  });

  it("refuses bounds out of range", () => {
    for (const bad of [0, -1, 1.5, Number.NaN]) {
      expect(() => relativeEstimationPoints(bad, 0.1)).toThrow(RangeError);
      expect(() => relativeEstimationPoints(0.1, bad)).toThrow(RangeError);
    }
  });
});

describe("estimateCount", () => {
  it("counts marked positions within its error at 2 controlled queries a round", () => {
    const { oracle, ledger } = searchSetting(4096, 100);
    const options = { random: seededRandom(1), points: 512, repetitions: 19 };
    const { count, controlledRounds } = estimateCount(oracle, options);
    expect(Math.abs(count - 100)).toBeLessThanOrEqual(4096 * estimationError(100 / 4096, 512));
    expect(controlledRounds).toBe(19 * 511);
    expect(ledger.total({ use: "controlled" })).toBe(2 * controlledRounds);
    expect(ledger.total({ access: "quantum" })).toBe(2 * controlledRounds);
  });
});
