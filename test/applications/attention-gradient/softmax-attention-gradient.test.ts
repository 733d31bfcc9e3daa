import { describe, expect, it } from "vitest";
import {
  type AttentionGradientParameters,
  softmaxAttentionGradient,
} from "../../../src/applications/attention-gradient/softmax-attention-gradient.ts";
import { defaultParameters } from "../../../src/applications/default-parameters.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";

const standard = defaultParameters<AttentionGradientParameters>(softmaxAttentionGradient.parameters);
const run = (parameters: Partial<AttentionGradientParameters>, seed = 7) =>
  complete(softmaxAttentionGradient.run({ ...standard, ...parameters }, { random: seededRandom(seed) }));

describe("attention-gradient", () => {
  it("gives errors and counts, the same for the same seed, as plain JSON", () => {
    const { values, bill } = run({ n: 100 });
    expect(values.finiteDifferenceError).toBeLessThan(1e-7);
    expect(values.checkedEntries).toBe(16);
    expect(values.lowRankError).toBeLessThan(1e-5);
    expect([values.exactSquareEntries, values.lowRankSquareEntries]).toEqual([30_000, 0]);
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
    expect(run({ n: 100 }).values).toEqual(values);
    expect(bill.map(({ method }) => method)).toEqual([
      "exact",
      "low rank, degree 4",
      "illustration: one entry by estimation, and by sampling",
    ]);
  });

  it("says so when the rank exceeds n, and claims nothing there", () => {
    const { values, notes } = run({ n: 64 });
    expect(values.rank).toBe(70);
    expect(values.rankExceedsRows).toBe(true);
    expect(notes.join(" ")).toContain("The rank 70 exceeds n = 64");
    expect(notes.join(" ")).toContain("nothing is gained at this size");
    const large = run({ n: 300, degree: 2 });
    expect(large.values.rankExceedsRows).toBe(false);
    expect(large.notes.join(" ")).not.toContain("exceeds n");
  });

  it("labels the quantum side an illustration and never speaks of a speed-up", () => {
    for (const parameters of [{ n: 40 }, { n: 300, degree: 2, points: 4 }]) {
      const { notes, values } = run(parameters);
      expect(notes.join(" ")).toContain("an illustration, not a theorem");
      expect(notes.join(" ")).not.toContain("speed-up");
      const { n } = { ...standard, ...parameters };
      expect(values.illustration.quantumKernels).toBe(2 * n * values.illustration.quantumRows);
    }
  });

  it("checks as many entries by differences as it can afford", () => {
    const { values } = run({ n: 2000, d: 2, degree: 2, points: 2 });
    expect(values.checkedEntries).toBe(1);
    expect(values.finiteDifferenceError).toBeLessThan(1e-7);
  });

  it("has limits that hold: entries of 0, one row, one column", () => {
    expect(run({ n: 20, entry: 0 }).values.lowRankError).toBeLessThan(1e-15);
    expect(run({ n: 1 }).values.lowRankError).toBeLessThan(1e-12);
    expect(run({ n: 30, d: 1, degree: 8 }).values.lowRankError).toBeLessThan(1e-6);
  });

  it("refuses an odd degree", () => {
    expect(() => run({ degree: 5 })).toThrow(/expected an even degree, got 5/);
  });

  it("has a default study: degrees, sizes of entries, the reduction of the lower bound", () => {
    const { values, notes } = complete(softmaxAttentionGradient.study!({ random: seededRandom(7) }));
    const errors = values.degrees!.map(({ error }) => error);
    for (let g = 1; g < errors.length; g++) expect(errors[g]).toBeLessThan(errors[g - 1]);
    const grown = values.entries!.map(({ error }) => error);
    for (let b = 1; b < grown.length; b++) expect(grown[b]).toBeGreaterThan(grown[b - 1]);
    expect(values.degrees!.map(({ rankExceedsRows }) => rankExceedsRows)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    const reduction = values.reduction!.map(({ error }) => error);
    for (let k = 1; k < reduction.length; k++) expect(reduction[k - 1] / reduction[k]).toBeCloseTo(2, 1);
    expect(values.largestDerivative).toBeLessThan(values.derivativeBound!);
    expect(notes.join(" ")).toContain("passes n = 256 at degree 8");
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  }, 60_000);
});
