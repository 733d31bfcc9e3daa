import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import type { Condition } from "../../../src/circuit/condition.ts";
import { circuitLayout } from "../../../src/presentation/diagram/circuit-layout.ts";
import { conditionText } from "../../../src/presentation/diagram/condition-text.ts";
import { bitsNamed } from "../../../src/presentation/diagram/layout-rows.ts";

const { rows } = circuitLayout(
  new Circuit(0, 5, [], {
    bitRegisters: [
      { name: "a", start: 0, size: 4 },
      { name: "b", start: 4, size: 1 },
    ],
  }),
);
const name = bitsNamed(rows);
const is = (bits: number[], value: number): Condition => ({ kind: "equals", bits, value });

describe("conditionText", () => {
  it("calls registers, ranges, bits and mixtures by their names", () => {
    expect(conditionText(is([0, 1, 2, 3], 5), name, "unicode")).toBe("a = 5");
    expect(conditionText(is([1, 2], 3), name, "unicode")).toBe("a[1..2] = 3");
    expect(conditionText(is([2], 1), name, "unicode")).toBe("a[2] = 1");
    expect(conditionText(is([4], 1), name, "unicode")).toBe("b = 1");
    expect(conditionText(is([1, 0], 2), name, "unicode")).toBe("(a[1], a[0]) = 2");
    expect(conditionText(is([0, 4], 2), name, "unicode")).toBe("(a[0], b) = 2");
    expect(conditionText(is([], 0), name, "unicode")).toBe("() = 0");
  });

  it("writes comparisons and connectives in each notation", () => {
    const both: Condition = {
      kind: "and",
      left: { kind: "compare", bits: [0, 1, 2, 3], operator: "<=", value: 3 },
      right: { kind: "not", of: is([4], 1) },
    };
    expect(conditionText(both, name, "unicode")).toBe("(a ≤ 3) ∧ ¬(b = 1)");
    expect(conditionText(both, name, "ascii")).toBe("(a <= 3) and not (b = 1)");
    expect(conditionText(both, name, "latex")).toBe("(a \\le 3) \\land \\lnot (b = 1)");
    expect(conditionText({ kind: "constant", value: true }, name, "latex")).toBe("\\text{true}");
  });

  it("cuts what is long, at any depth", () => {
    let deep: Condition = is([0], 1);
    for (let k = 0; k < 50_000; k++) deep = { kind: "or", left: deep, right: is([1], 1) };
    expect(conditionText(deep, name, "unicode").length).toBeLessThanOrEqual(130);
  });
});
