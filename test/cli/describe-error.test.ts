import { describe, expect, it } from "vitest";
import { CliError } from "../../src/cli/cli-error.ts";
import { describeError, inFlags } from "../../src/cli/describe-error.ts";
import { exitCode } from "../../src/cli/exit-code.ts";
import { FileError, LimitError, ParseError, planKronecker } from "../../src/index.ts";

describe("describeError", () => {
  it.each([
    [new CliError(exitCode.notMet, "no"), 5],
    [new ParseError({ source: "a.csv", line: 1, column: 2 }, "a", "b", "c"), 3],
    [new FileError("a.csv", "ENOENT", "nothing", "check"), 3],
    [new LimitError("a", 1, 2, "bytes", "less"), 4],
    [new LimitError("simulate", 28, 40, "qubits", "use fewer"), 4],
    [new RangeError("a.csv: expected one, got two; choose."), 3],
    [new TypeError("a.csv: expected one, got two; choose."), 3],
    [new RangeError("Invalid array length"), 1],
    [new TypeError("x is not a function"), 1],
    [new Error("a.csv: expected one, got two; choose."), 1],
    ["a text", 1],
  ])("%s ends with %d", (error, code) => {
    const report = describeError(error);
    expect(report.exitCode).toBe(code);
    expect(report.unexpected).toBe(code === 1);
  });

  it("speaks of flags where the library speaks of options", () => {
    const shape = { rows: 1, columns: 1 };
    const message = (options: Parameters<typeof planKronecker>[1]) => {
      try {
        planKronecker([shape, shape], options);
        return "";
      } catch (error) {
        return inFlags((error as Error).message);
      }
    };
    expect(message({ epsilon: 2, delta: 0.1 })).toBe("--epsilon: expected 0 < epsilon < 1, got 2; try 0.5.");
    expect(message({ epsilon: 0.5, delta: 0 })).toMatch(/^--delta: expected 0 < delta < 1, got 0/);
    expect(message({ epsilon: 0.5, delta: 0.1, level: "gate" })).toMatch(/^--bits: .*pass --bits 3/);
    expect(message({ epsilon: 0.5, delta: 0.1, constant: -1 })).toMatch(/^--constant: expected constant/);
    expect(message({ epsilon: 0.5, delta: 0.1, bits: 3, method: "many-copies" })).toMatch(/^--method: /);
    expect(inFlags('a: expected x, got y; pass missing: "skip-row" to go on.')).toContain(
      "pass --missing skip-row",
    );
    expect(inFlags("a: expected x, got y; raise maxBytes.")).toContain("raise --max-memory");
  });
});
