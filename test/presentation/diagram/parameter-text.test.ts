import { describe, expect, it } from "vitest";
import {
  minus,
  negative,
  over,
  type Parameter,
  parameter,
  plus,
  power,
  times,
  unaryExpression,
} from "../../../src/circuit/parameter.ts";
import { parameterText } from "../../../src/presentation/diagram/parameter-text.ts";

const theta = parameter("theta");
const a = parameter("a");

describe("parameterText", () => {
  it("writes names of Greek letters as letters, with lowered numbers", () => {
    expect(parameterText(theta, "unicode")).toBe("θ");
    expect(parameterText(parameter("phi_12"), "unicode")).toBe("φ₁₂");
    expect(parameterText(parameter("angle"), "unicode")).toBe("angle");
    expect(parameterText(parameter("phi_12"), "ascii")).toBe("phi_12");
    expect(parameterText(parameter("phi_12"), "latex")).toBe("\\phi_{12}");
    expect(parameterText(parameter("my_angle"), "latex")).toBe("\\text{my\\_angle}");
    expect(parameterText(parameter("θ"), "ascii")).toBe("theta");
  });

  it("sets brackets where they are needed, and only there", () => {
    const cases: [Parameter, string][] = [
      [plus(times(2, theta), Math.PI / 2), "2θ + π/2"],
      [times(plus(a, 1), theta), "(a + 1)·θ"],
      [minus(a, minus(theta, 1)), "a − (θ − 1)"],
      [over(a, times(2, theta)), "a/(2θ)"],
      [over(times(2, a), theta), "2a/θ"],
      [negative(plus(a, theta)), "−(a + θ)"],
      [power(plus(a, 1), 2), "(a + 1)^2"],
      [unaryExpression("sin", over(theta, 2)), "sin(θ/2)"],
      [unaryExpression("acos", a), "arccos(a)"],
      [times(0.5, theta), "0.5θ"],
    ];
    for (const [expression, text] of cases) expect(parameterText(expression, "unicode")).toBe(text);
    expect(parameterText(times(2, theta), "ascii")).toBe("2*theta");
    expect(parameterText(unaryExpression("sqrt", a), "latex")).toBe("\\sqrt{a}");
    expect(parameterText(power(a, plus(theta, 1)), "latex")).toBe("a^{\\theta  + 1}");
  });

  it("cuts what would be too long, and needs no recursion", () => {
    let sum: Parameter = theta;
    for (let k = 0; k < 100_000; k++) sum = plus(sum, a);
    expect(parameterText(sum, "unicode").length).toBeLessThanOrEqual(130);
    let shared: Parameter = theta;
    for (let k = 0; k < 200; k++) shared = times(shared, shared);
    expect(parameterText(shared, "ascii")).toContain("...");
  });
});
