import { describe, expect, it } from "vitest";
import { fillParameters } from "../../src/applications/fill-parameters.ts";
import { parameterRange } from "../../src/applications/parameter-range.ts";
import type { AnySystem } from "../../src/applications/system.ts";
import { systems } from "../../src/applications/systems.ts";

const system: Pick<AnySystem, "name" | "parameters"> = {
  name: "toy",
  parameters: {
    n: { kind: "integer", least: 1, most: 10, default: 4, description: "rows" },
    x: { kind: "number", least: 0, most: 1, default: null, description: "a share; auto is 1/n" },
    on: { kind: "flag", default: true, description: "whether" },
    how: { kind: "choice", choices: ["a", "b"], default: "a", description: "which" },
  },
};

describe("fillParameters", () => {
  it("fills in defaults beside what is given", () => {
    expect(fillParameters(system, { n: 7, on: false })).toEqual({ n: 7, x: null, on: false, how: "a" });
    expect(fillParameters(system)).toEqual({ n: 4, x: null, on: true, how: "a" });
    expect(fillParameters(system, { x: null })["x"]).toBeNull();
  });

  it.each([
    [{ m: 1 }, RangeError, /expected parameters among n, x, on, how, got m/],
    [{ n: 0 }, RangeError, /expected n to be a whole number from 1 to 10, got 0/],
    [{ n: 2.5 }, RangeError, /expected n to be a whole number from 1 to 10, got 2.5/],
    [{ n: "3" }, TypeError, /expected n to be a whole number from 1 to 10, got "3"; pass a number/],
    [{ n: null }, TypeError, /got null; pass a number/],
    [{ x: 1.5 }, RangeError, /expected x to be a number from 0 to 1, got 1.5/],
    [{ x: Number.NaN }, RangeError, /expected x to be a number from 0 to 1/],
    [{ on: 1 }, TypeError, /expected on to be true or false, got 1; pass a boolean/],
    [{ how: "c" }, RangeError, /expected how to be one of a, b, got "c"/],
  ])("refuses %o", (given, kind, message) => {
    const attempt = () => fillParameters(system, given);
    expect(attempt).toThrow(kind);
    expect(attempt).toThrow(message);
  });

  it("says what a parameter takes", () => {
    expect(Object.values(system.parameters).map(parameterRange)).toEqual([
      "a whole number from 1 to 10",
      "a number from 0 to 1",
      "true or false",
      "one of a, b",
    ]);
  });
});

describe("systems", () => {
  it("have different names, in order", () => {
    const names = systems.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
  });

  it.each(systems.map((each) => [each.name, each] as const))(
    "%s has defaults that it takes itself, and says what its parameters are",
    (_, each) => {
      const defaults = fillParameters(each);
      expect(fillParameters(each, defaults)).toEqual(defaults);
      for (const { description } of Object.values(each.parameters)) expect(description).not.toBe("");
    },
  );
});
