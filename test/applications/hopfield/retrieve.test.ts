import { describe, expect, it } from "vitest";
import { classMemory } from "../../../src/applications/hopfield/class-memory.ts";
import { hopfieldMemories } from "../../../src/applications/hopfield/hopfield-memories.ts";
import { patternOracle } from "../../../src/applications/hopfield/pattern-oracle.ts";
import { randomMemory } from "../../../src/applications/hopfield/random-memory.ts";
import {
  retrieveByRejection,
  retrieveMaximum,
  retrieveSample,
} from "../../../src/applications/hopfield/retrieve.ts";
import { temperatureCurve } from "../../../src/applications/hopfield/temperature-curve.ts";
import { softmax } from "../../../src/applications/softmax-weights.ts";
import { expectedAmplification } from "../../../src/primitives/expected-amplification.ts";
import { maximumStepBudget } from "../../../src/primitives/find-maximum.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";
import { chiSquareTail } from "../../support/chi-square.ts";
import { expectMean } from "../../support/expect-mean.ts";

const random = seededRandom(65536);
const zero = Number.POSITIVE_INFINITY;
const memory = (M: number, d = 4) => randomMemory({ M, d, L: 1 }, random.split("memory", M));
const scoresOf = (M: number) => {
  const { patterns, queries } = memory(M);
  const x = queries.row(0);
  return Array.from({ length: M }, (_, i) =>
    patterns.row(i).reduce((sum, value, k) => sum + value * x[k], 0),
  );
};

describe("sampling by amplitude amplification", () => {
  it.each([0, 1, 4, 16])("draws patterns by their softmax, as rejection does: β = %d", (beta) => {
    const { patterns, queries } = memory(16);
    const query = queries.row(0);
    const law = softmax(scoresOf(16), beta);
    const draws = 2000;
    for (const way of ["amplification", "rejection"] as const) {
      const seen = new Float64Array(16);
      const oracle = patternOracle(patterns);
      const bound = oracle.promisedLargest(query);
      for (let k = 0; k < draws; k++) {
        const stream = random.split(`${way} ${beta}`, k);
        const { index } =
          way === "amplification"
            ? retrieveSample(oracle, { query, beta, random: stream })
            : retrieveByRejection(oracle, { query, beta, bound, random: stream });
        seen[index]++;
      }
      // Rare patterns together, so that every cell expects at least five; false alarm 1e-6.
      const cells = [{ seen: 0, expected: 0 }];
      law.forEach((probability, i) => {
        const cell = probability * draws >= 5 ? { seen: 0, expected: 0 } : cells[0];
        cell.seen += seen[i];
        cell.expected += probability * draws;
        if (cell !== cells[0]) cells.push(cell);
      });
      const used = cells.filter(({ expected }) => expected > 0);
      const statistic = used.reduce((sum, cell) => sum + (cell.seen - cell.expected) ** 2 / cell.expected, 0);
      if (used.length > 1) expect(chiSquareTail(statistic, used.length - 1)).toBeGreaterThan(1e-6);
    }
  });

  it("has the acceptance (1/M) Σ exp β(s − max s) and bills the formula of its rounds", () => {
    const { patterns, queries } = memory(1024);
    const query = queries.row(0);
    const scores = scoresOf(1024);
    const largest = Math.max(...scores);
    for (const beta of [0, 1, 5, 50, zero]) {
      const oracle = patternOracle(patterns);
      const sample = retrieveSample(oracle, { query, beta, random: random.split("billed") });
      const acceptance =
        scores.reduce((sum, s) => sum + (s === largest ? 1 : Math.exp(beta * (s - largest))), 0) / 1024;
      expect(sample.acceptance).toBeCloseTo(acceptance, 12);
      expect(sample.rounds).toBe(Math.floor(Math.PI / (4 * Math.asin(Math.sqrt(acceptance))) + 1e-9));
      expect(sample.totalRounds).toBe(sample.attempts * sample.rounds);
      expect(oracle.ledger.total({ access: "quantum", unit: "key" })).toBe(
        2 * (sample.attempts + 2 * sample.totalRounds),
      );
      expect(oracle.ledger.total({ access: "classical", unit: "key" })).toBe(0);
    }
  });

  it("needs about 1/√acc rounds where rejection needs 1/acc reads", () => {
    const { patterns, queries } = memory(256);
    const query = queries.row(0);
    const oracle = patternOracle(patterns);
    const bound = oracle.promisedLargest(query);
    for (const beta of [1, 8]) {
      const { acceptance } = retrieveSample(oracle, { query, beta, random });
      const samples = Array.from({ length: 400 }, (_, k) =>
        retrieveSample(oracle, { query, beta, random: random.split(`rounds ${beta}`, k) }),
      );
      expectMean(
        samples.map(({ totalRounds }) => totalRounds),
        expectedAmplification(acceptance!).rounds,
      );
      const reads = Array.from(
        { length: 400 },
        (_, k) =>
          retrieveByRejection(oracle, { query, beta, bound, random: random.split(`reads ${beta}`, k) }).reads,
      );
      expectMean(reads, 1 / acceptance!);
    }
  });

  it("loses exp(−β(U − max)) of the acceptance to a bound that is too large, and pays to find the largest", () => {
    const { patterns, queries } = memory(64);
    const query = queries.row(0);
    const oracle = patternOracle(patterns);
    const largest = oracle.promisedLargest(query);
    const tight = retrieveSample(oracle, { query, beta: 2, bound: largest, random }).acceptance!;
    const loose = retrieveSample(oracle, { query, beta: 2, bound: largest + 0.5, random }).acceptance!;
    expect(loose / tight).toBeCloseTo(Math.exp(-1), 12);
    const found = patternOracle(patterns);
    retrieveSample(found, { query, beta: 0, bound: "find", random: random.split("found") });
    // Far more than the one preparation that β = 0 takes.
    expect(found.ledger.total({ access: "quantum", unit: "key" })).toBeGreaterThan(100);
  });

  it("works without knowing the acceptance", () => {
    const { patterns, queries } = memory(64);
    for (let trial = 0; trial < 20; trial++) {
      const sample = retrieveSample(patternOracle(patterns), {
        query: queries.row(0),
        beta: 10,
        acceptance: "none",
        random: random.split("unknown", trial),
      });
      expect(sample.acceptance).toBe(null);
      expect(sample.index).toBeLessThan(64);
    }
  });
});

describe("the one curve from O(1) to √M", () => {
  it.each([64, 1024, 65536])("rises with β from 0 to at most (π/4)√M + 1: M = %i", (M) => {
    const { patterns, queries } = memory(M);
    const curve = temperatureCurve(patternOracle(patterns), queries.row(0));
    expect(curve[0]).toMatchObject({ beta: 0, acceptance: 1, rounds: 0 });
    for (let k = 1; k < curve.length; k++) {
      expect(curve[k].rounds).toBeGreaterThanOrEqual(curve[k - 1].rounds);
      expect(curve[k].rounds).toBeLessThanOrEqual((Math.PI / 4) * Math.sqrt(M) + 1);
    }
    const last = curve[curve.length - 1];
    expect(last.acceptance).toBeCloseTo(1 / M, 12);
    expect(last.rounds).toBe(Math.floor(Math.PI / (4 * Math.asin(1 / Math.sqrt(M)))));
  });

  it("reaches 2^30 patterns at the subspace level, and maximum finding with it", () => {
    const patterns = classMemory(2 ** 30);
    const oracle = patternOracle(patterns);
    expect(oracle.size).toBe(2 ** 30);
    const query = [1, 0];
    expect(temperatureCurve(oracle, query).pop()?.rounds).toBe(25735);
    expect(retrieveMaximum(oracle, { query, random: random.split("2^30") }).position).toBe(0);
    const asked = oracle.ledger.total({ access: "quantum", unit: "key" });
    expect(asked).toBeGreaterThan(2 ** 15);
    expect(asked).toBeLessThan(2 ** 25);
    const sample = retrieveSample(oracle, { query, beta: zero, random: random.split("sample") });
    expect(sample.index).toBe(0);
  });
});

describe("zero temperature", () => {
  it("finds the most similar pattern with the stated probability", () => {
    const { patterns, queries } = memory(128);
    const query = queries.row(0);
    const oracle = patternOracle(patterns);
    const largest = oracle.promisedLargest(query);
    // Failure at most 1e-3 a run: of 100 runs at most four fail (false alarm below 1e-7).
    const wrong = Array.from({ length: 100 }, (_, k) =>
      retrieveMaximum(oracle, { query, random: random.split("maximum", k) }),
    ).filter(({ value }) => value !== largest);
    expect(wrong.length).toBeLessThanOrEqual(4);
  });

  it("has a cut-off above n − 1 reads below 741 patterns", () => {
    expect(maximumStepBudget(740)).toBeGreaterThan(739);
    expect(maximumStepBudget(741)).toBeLessThan(740);
    for (let n = 2; n < 741; n++) expect(maximumStepBudget(n)).toBeGreaterThan(n - 1);
  });
});

describe("hopfield, the system", () => {
  const run = (parameters: { M: number; d?: number; beta?: number; L?: number }, seed = 3) =>
    complete(hopfieldMemories.run({ d: 4, beta: 1, L: 8, ...parameters }, { random: seededRandom(seed) }));

  it("keeps the bound, lets no energy rise, and has errors that fall with the degree", () => {
    const { values } = run({ M: 512 });
    expect(values.boundViolations).toBe(0);
    expect(values.energyRise).toBeLessThanOrEqual(1e-12);
    const errors = Object.values(values.lowRankError);
    for (let k = 1; k < errors.length; k++) expect(errors[k]).toBeLessThan(errors[k - 1]);
    expect(values.rounds).toBe(Math.floor(Math.PI / (4 * Math.asin(Math.sqrt(values.acceptance)))));
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  });

  it("never says speed-up below 741 patterns, and elsewhere only where the counts show one", () => {
    for (const M of [2, 16, 128, 740, 4096]) {
      const { values, notes } = run({ M, L: 2 });
      const says = notes.join(" ").includes("speed-up");
      expect(says).toBe(values.maximumKeys < M);
      if (M < 741) expect(says).toBe(false);
    }
  });

  it("marks degrees whose rank exceeds the number of patterns", () => {
    const { values, notes } = run({ M: 64, L: 64 });
    expect(values.ranks["4"]).toBe(70);
    expect(values.lowRankCheaper["4"]).toBe(false);
    expect(notes.join(" ")).toMatch(/At degree 4, 6, 8, 10 the rank is larger/);
  });

  it("goes to zero temperature without overflow", () => {
    const { values } = run({ M: 256, beta: 1e300, L: 2 });
    expect(values.acceptance).toBeCloseTo(1 / 256, 12);
    expect(values.rounds).toBe(values.roundsAtZeroTemperature);
    expect(values.boundViolations).toBe(0);
  });

  it("runs with 65,536 patterns at the amplitude level", () => {
    const { values } = run({ M: 65536, L: 1 });
    expect(values.maximumIsRight).toBe(true);
    expect(values.roundsAtZeroTemperature).toBe(201);
  });
});
