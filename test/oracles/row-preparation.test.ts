import { describe, expect, it } from "vitest";
import { RowClassMatrix } from "../../src/matrix/row-class-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { referenceRegister } from "../../src/simulator/search/reference-register.ts";
import { expectFits } from "../support/chi-square.ts";
import { expectRate } from "../support/expect-mean.ts";
import { dense } from "../support/real-dense.ts";

const weights = [0.1, 0.9, 0, 0.4, 1, 0.25];
const matrix = dense(weights.map((w) => [w]));

describe("rowPreparation", () => {
  it("has the success of the state Σ √(1/n)|i⟩(√w|1⟩ + √(1−w)|0⟩), amplified, to 1e-12", () => {
    const n = weights.length;
    // Index n·flag + i; the flag 1 half is good.
    const start = Float64Array.from({ length: 2 * n }, (_, x) =>
      Math.sqrt((x < n ? 1 - weights[x] : weights[x - n]) / n),
    );
    const good = Float64Array.from({ length: n }, (_, i) => n + i);
    const spelledOut = referenceRegister({ size: 2 * n, positions: good }, start);
    const register = rowOracle(matrix)
      .prepare(([w]) => w)
      .prepare();
    for (let rounds = 0; rounds < 5; rounds++) {
      expect(register.successProbability()).toBeCloseTo(spelledOut.markedProbability(), 12);
      register.amplify(1);
      spelledOut.iterate(1);
    }
  });

  it("shows i with probability w_i/Σw beside a good flag and (1−w_i)/Σ(1−w) beside a bad one", () => {
    const oracle = rowOracle(matrix).prepare(([w]) => w);
    expect(oracle.promisedSuccess()).toBeCloseTo(2.65 / 6, 14);
    const random = seededRandom(1);
    const seen = { good: new Float64Array(6), bad: new Float64Array(6) };
    const draws = 20_000;
    for (let k = 0; k < draws; k++) {
      const { success, index } = oracle.prepare().measure(random);
      seen[success ? "good" : "bad"][index]++;
    }
    // Chi-square at false alarm 1e-6 over all twelve outcomes; those of no probability must not occur.
    expect(seen.good[2] + seen.bad[4]).toBe(0);
    const both = (of: (i: number, isGood: boolean) => number) =>
      [0, 1, 3, 4, 5].map((i) => of(i, true)).concat([0, 1, 2, 3, 5].map((i) => of(i, false)));
    expectFits(
      both((i, isGood) => (isGood ? seen.good : seen.bad)[i]),
      both((i, isGood) => (draws / 6) * (isGood ? weights[i] : 1 - weights[i])),
    );
  });

  it("weighs classes by weight times count and shows a uniform row of the class", () => {
    const classes = new RowClassMatrix([
      { count: 2 ** 40, row: Float64Array.of(2 ** -30) },
      { count: 3, row: Float64Array.of(1) },
    ]);
    const oracle = rowOracle(classes).prepare(([w]) => w);
    expect(oracle.promisedSuccess()).toBeCloseTo((1024 + 3) / (2 ** 40 + 3), 20);
    const register = oracle.prepare();
    const random = seededRandom(2);
    register.amplify(Math.floor(Math.PI / 4 / Math.asin(Math.sqrt(oracle.promisedSuccess()))));
    let inSecond = 0;
    let high = 0;
    for (let k = 0; k < 5000; k++) {
      const { success, index } = register.measure(random);
      expect(success).toBe(true);
      if (index >= 2 ** 40) inSecond++;
      else if (index >= 2 ** 39) high++;
    }
    expectRate(inSecond, 5000, 3 / 1027);
    expectRate(high, 5000 - inSecond, 0.5);
  });

  it("bills 2 rows per use and keeps forward, inverse and controlled ones apart", () => {
    const oracle = rowOracle(matrix, { name: "A1" });
    const preparation = oracle.prepare(([w]) => w);
    expect(oracle.ledger.entries()).toEqual([]);
    const register = preparation.prepare();
    register.amplify(5);
    register.reset();
    preparation.estimatePhase(8, seededRandom(1));
    const uses = Object.fromEntries(oracle.ledger.entries().map(({ use, count }) => [use, count]));
    // Forward: prepare, 5 rounds, reset, estimate; inverse: 5 rounds; controlled: 7 rounds of both.
    expect(uses).toEqual({ forward: 2 * 8, inverse: 2 * 5, controlled: 4 * 7 });
  });

  it("handles weights that are all 0 or all 1", () => {
    const zero = rowOracle(matrix).prepare(() => 0);
    expect(zero.promisedSuccess()).toBe(0);
    expect(zero.prepare().measure(seededRandom(1)).success).toBe(false);
    const one = rowOracle(matrix).prepare(() => 1);
    expect(one.prepare().measure(seededRandom(1)).success).toBe(true);
  });

  it("refuses weights outside [0, 1] and rounds that are not whole", () => {
    for (const w of [-0.1, 1.1, Number.NaN]) {
      expect(() => rowOracle(matrix).prepare(() => w)).toThrow(/weights in \[0, 1\]/);
    }
    expect(() =>
      rowOracle(matrix)
        .prepare(() => 1)
        .prepare()
        .amplify(0.5),
    ).toThrow(RangeError);
  });
});
