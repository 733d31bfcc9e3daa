import { describe, expect, it } from "vitest";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { amplify, optimalRounds, roundsRange } from "../../src/primitives/amplitude-amplification.ts";
import { expectedAmplification } from "../../src/primitives/expected-amplification.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFits } from "../support/chi-square.ts";
import { expectMean } from "../support/expect-mean.ts";
import { dense } from "../support/real-dense.ts";

const weights = Array.from({ length: 200 }, (_, i) => (i % 40 === 0 ? (i + 1) / 400 : 0));
const total = weights.reduce((sum, w) => sum + w, 0);

function setting() {
  const oracle = rowOracle(dense(weights.map((w) => [w])));
  return { oracle, preparation: oracle.prepare(([w]) => w), success: total / 200 };
}

describe("amplify", () => {
  it("bills 2 rows per attempt and 4 per round", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { oracle, preparation, success } = setting();
      const result = amplify(preparation, {
        random: seededRandom(seed),
        ...(seed % 2 === 0 ? { success } : { leastSuccess: success / 3 }),
      });
      expect(result.index).not.toBeNull();
      expect(oracle.ledger.total({ use: "forward" })).toBe(2 * (result.attempts + result.rounds));
      expect(oracle.ledger.total({ use: "inverse" })).toBe(2 * result.rounds);
    }
  });

  it.each([undefined, 0.0001, 0.005])("costs as expected with a success bounded by %d", (leastSuccess) => {
    const { preparation, success } = setting();
    const random = seededRandom(1);
    const known = leastSuccess === undefined ? { success } : { leastSuccess };
    const runs = Array.from({ length: 3000 }, () => amplify(preparation, { random, ...known }));
    const expected = expectedAmplification(success, leastSuccess);
    expectMean(
      runs.map(({ rounds }) => rounds),
      expected.rounds,
    );
    expectMean(
      runs.map(({ attempts }) => attempts),
      expected.attempts,
    );
    expect(expected.uses).toBeCloseTo(expected.attempts + 2 * expected.rounds, 9);
  });

  it("shows i with probability w_i/Σw, however it was amplified", () => {
    const { preparation, success } = setting();
    const random = seededRandom(2);
    for (const known of [{ success }, { leastSuccess: 1e-3 }]) {
      const counts = new Float64Array(200);
      for (let k = 0; k < 4000; k++) counts[amplify(preparation, { random, ...known }).index!]++;
      // Chi-square at false alarm 1e-6 over the five rows with a weight.
      const rows = [0, 40, 80, 120, 160];
      expect(rows.reduce((sum, i) => sum + counts[i], 0)).toBe(4000);
      expectFits(
        rows.map((i) => counts[i]),
        rows.map((i) => (4000 * weights[i]) / total),
      );
    }
  });

  it("gives up where nothing is good", () => {
    const nothing = rowOracle(dense([[1], [2]])).prepare(() => 0);
    expect(amplify(nothing, { random: seededRandom(1), leastSuccess: 0.1, maxAttempts: 9 })).toMatchObject({
      index: null,
      attempts: 9,
    });
  });

  it("refuses to start without a bound, and bounds out of range", () => {
    const { preparation } = setting();
    expect(() => amplify(preparation, { random: seededRandom(1) })).toThrow(/leastSuccess/);
    for (const p of [0, -1, 1.5, Number.NaN]) {
      expect(() => amplify(preparation, { random: seededRandom(1), leastSuccess: p })).toThrow(RangeError);
      expect(() => amplify(preparation, { random: seededRandom(1), success: p })).toThrow(RangeError);
    }
  });
});

describe("optimalRounds", () => {
  it("is round(π/(4θ) − ½), the best of the first half turn", () => {
    for (let i = 1; i <= 200; i++) {
      const angle = Math.asin(Math.sqrt(i / 200));
      let best = 0;
      for (let j = 1; (2 * j + 1) * angle <= Math.PI; j++) {
        if (Math.sin((2 * j + 1) * angle) ** 2 > Math.sin((2 * best + 1) * angle) ** 2 + 1e-12) best = j;
      }
      expect(optimalRounds(i / 200)).toBe(best);
    }
    expect(() => optimalRounds(0)).toThrow(RangeError);
  });
});

describe("roundsRange", () => {
  it("grows by 6/5 up to the inverse amplitude", () => {
    expect([1, 2, 5, 6, 100].map((attempt) => roundsRange(attempt, 0.01))).toEqual([1, 2, 3, 3, 10]);
  });
});
