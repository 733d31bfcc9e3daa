import { describe, expect, it } from "vitest";
import { scoreHistogram } from "../../../src/cli/reports/score-histogram.ts";

describe("scoreHistogram", () => {
  it("has a bar for each tenth that holds a row, and the tallest for the fullest", () => {
    expect(scoreHistogram([0.05, 0.06, 0.07, 0.55, 1])).toMatch(/^█ {4}[▁-▇] {3}[▁-▇]$/);
    expect(scoreHistogram([0.05], [2 ** 40])).toBe(`█${" ".repeat(9)}`);
  });
});
