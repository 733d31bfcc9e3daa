import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareOutcome } from "../../circuits/support/compare-outcome.ts";
import { falseAlarm } from "../../circuits/support/rate-bound.ts";
import { programFiles, programFolder, readProgram } from "../../circuits/support/read-programs.ts";
import { seededRandom } from "../../src/index.ts";

// Programs that loop are judged by rates: each of their comparisons fails a correct program with probability at most 1e-6
// (Hoeffding), and the seed is fixed. All others are exact.
const shots = 4096;
const seed = 41;

const files = programFiles();

describe("the programs of circuits/", () => {
  it("are at least 25, each with a number of its own", () => {
    const numbers = files.map((file) => Number(file.slice(0, 2)));
    expect(numbers.length).toBeGreaterThanOrEqual(25);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(falseAlarm * numbers.length).toBeLessThan(1e-4);
  });

  it("are all there is beside their support", () => {
    const others = readdirSync(programFolder).filter((file) => !files.includes(file));
    expect(others.sort()).toEqual(["README.md", "exercises", "program.ts", "support"]);
  });
});

describe.each(files)("%s", (file) => {
  it("says what it is, what must come out and who says so", async () => {
    const { title, explanation, source, expect: expected } = await readProgram(file);
    expect(title).toMatch(/^.{4,70}$/);
    expect(explanation).toMatch(/^.{40,400}[.]$/s);
    expect(source.length).toBeGreaterThan(10);
    expect(expected.length).toBeGreaterThan(0);
  });

  it("is short enough to be read at a sitting", async () => {
    expect((await readProgram(file)).text.split("\n").length).toBeLessThanOrEqual(90);
  });

  it("gives what it must", async () => {
    const { circuit, expect: expected } = await readProgram(file);
    for (const [k, expectation] of expected.entries()) {
      const random = seededRandom(seed).split(file, k);
      const { deviation, allowed, entries } = compareOutcome(circuit, expectation, { shots, random });
      expect(deviation, `${expectation.kind}: ${JSON.stringify(entries.slice(0, 20))}`).toBeLessThanOrEqual(
        allowed,
      );
    }
  });
});
