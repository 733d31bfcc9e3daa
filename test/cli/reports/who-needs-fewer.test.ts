import { describe, expect, it } from "vitest";
import { whoNeedsFewer } from "../../../src/cli/reports/who-needs-fewer.ts";

describe("whoNeedsFewer", () => {
  it("speaks of a speed-up only where the counts show one", () => {
    expect(whoNeedsFewer(500, 2000)).toMatch(/^The quantum run asked for 4 times fewer rows: a speed-up/);
    expect(whoNeedsFewer(2000, 500)).toBe(
      "Reading everything asks for 4 times fewer rows: on this input the honest answer is to read everything.",
    );
    expect(whoNeedsFewer(500, 500)).toBe("Both asked for the same number of rows: everything was read.");
    for (let quantum = 100; quantum < 200; quantum += 7) {
      expect(whoNeedsFewer(quantum, 150).includes("speed-up")).toBe(quantum < 150);
    }
  });
});
