import { describe, expect, it } from "vitest";
import { scoreHistogram } from "../../../src/cli/reports/score-histogram.ts";
import { ScoreTally } from "../../../src/cli/run/score-tally.ts";

function tallied(scores: readonly number[], count = 1): ScoreTally {
  const tally = new ScoreTally();
  for (const score of scores) tally.add(score, count);
  return tally;
}

describe("scoreHistogram", () => {
  it("has a bar for each tenth that holds a row, and the tallest for the fullest", () => {
    expect(scoreHistogram(tallied([0.05, 0.06, 0.07, 0.55, 1]).tenths)).toMatch(/^█ {4}[▁-▇] {3}[▁-▇]$/);
    expect(scoreHistogram(tallied([0.05], 2 ** 40).tenths)).toBe(`█${" ".repeat(9)}`);
    expect(scoreHistogram(tallied([]).tenths)).toBe(" ".repeat(10));
  });

  it("leaves scores above 1 to a number of their own", () => {
    const { tenths, above, rows, sum } = tallied([0.5, 1.5, Number.POSITIVE_INFINITY], 2);
    expect([[...tenths].reduce((a, b) => a + b), above, rows, sum]).toEqual([
      2,
      4,
      6,
      Number.POSITIVE_INFINITY,
    ]);
  });
});
