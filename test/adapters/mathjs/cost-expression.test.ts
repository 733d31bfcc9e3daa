import { describe, expect, it } from "vitest";
import { costExpression } from "../../../src/adapters/mathjs/index.ts";
import { queriesOf, studyFamilies } from "../../../src/index.ts";

describe("costExpression", () => {
  it("evaluates, differentiates and prints", () => {
    const cost = costExpression({ expression: "sqrt(n d) / epsilon" });
    expect(cost.variables).toEqual(["n", "d", "epsilon"]);
    expect(cost.evaluate({ n: 16, d: 4, epsilon: 0.5 })).toBe(16);
    expect(cost.derivative("n").evaluate({ n: 16, d: 4, epsilon: 0.5 })).toBeCloseTo(0.5, 12);
    expect(cost.toLatex()).toBe("\\frac{\\sqrt{n~d}}{\\varepsilon}");
    expect(cost.toString()).toBe("sqrt(n d) / epsilon");
  });

  it("writes named parts out for values and beside the formula in print", () => {
    const cost = costExpression({ expression: "2 s_in", where: { base: "n / 4", s_in: "base^2" } });
    expect(cost.variables).toEqual(["n"]);
    expect(cost.evaluate({ n: 8 })).toBe(8);
    expect(cost.derivative("n").evaluate({ n: 8 })).toBeCloseTo(2, 12);
    expect(cost.toLatex()).toBe(
      "2~s_{\\mathrm{in}}, \\quad \\mathrm{base} = \\frac{n}{4}, \\quad s_{\\mathrm{in}} = {\\mathrm{base}}^{2}",
    );
    expect(cost.toString()).toBe("2 s_in, base = n / 4, s_in = base ^ 2");
  });

  it("has a derivative that agrees with differences, for every cost of every family", () => {
    for (const { methods, parameters } of studyFamilies) {
      const at = Object.fromEntries(
        Object.entries(parameters).flatMap(([name, { default: value }]) =>
          typeof value === "number" ? [[name, value]] : [],
        ),
      );
      for (const model of methods.flatMap(({ costs }) => costs)) {
        const cost = costExpression(model);
        for (const name of cost.variables.filter(
          (one) => ["n", "epsilon"].includes(one) && !/ceil/.test(JSON.stringify(model)),
        )) {
          const step = at[name] * 1e-5;
          const [up, down] = [1, -1].map((sign) => cost.evaluate({ ...at, [name]: at[name] + sign * step }));
          const slope = (up - down) / (2 * step);
          expect(cost.derivative(name).evaluate(at)).toBeCloseTo(
            slope,
            3 - Math.log10(Math.max(1, Math.abs(slope))),
          );
        }
      }
    }
  });

  it("agrees with the predictions of the methods that the formulas are of, for large n", () => {
    const family = studyFamilies.find(({ name }) => name === "kronecker-sketch");
    if (family === undefined) throw new Error("expected the family");
    for (const n of [2 ** 32, 2 ** 40]) {
      const setting = { n, d: 4, q: 2, epsilon: 0.5, delta: 0.05, constant: 3, matrix: "blocks" };
      for (const method of family.methods) {
        for (const model of method.costs.filter(({ label }) => label !== "asymptotic")) {
          const { quantum, classical } = queriesOf(method.predict(setting), family.unit);
          const { matrix: _, ...numbers } = setting;
          const ratio =
            costExpression(model).evaluate(numbers) / (model.access === "quantum" ? quantum : classical);
          expect(ratio).toBeGreaterThan(0.95);
          expect(ratio).toBeLessThan(1.05);
        }
      }
    }
  });

  it("refuses everything that is no formula, before anything is evaluated", () => {
    const refused = {
      "import('fs')": "the function import",
      "n.constructor": "a AccessorNode",
      "a = 3": "a AssignmentNode",
      "f(x) = x": "a FunctionAssignmentNode",
      "[1, 2]": "a ArrayNode",
      '"text"': 'the value "text"',
      "n ; d": "a BlockNode",
      "cos(n)": "the function cos",
      sqrt: "the name sqrt alone",
      "n!": "the operator !",
      "n > 3": "the operator >",
      true: "the value true",
      "q (n + 1)": "the function q",
      "n ? 1 : 2": "a ConditionalNode",
      "{a: 1}": "a ObjectNode",
    };
    for (const [expression, got] of Object.entries(refused)) {
      expect(() => costExpression({ expression }), expression).toThrow(`got ${got}`);
    }
    expect(() => costExpression({ expression: "1 +" })).toThrow(/expected a formula/);
    expect(() => costExpression({ expression: "n".repeat(3000) })).toThrow(/at most 2000 characters/);
    expect(() => costExpression({ expression: "1", where: { "1a": "2" } })).toThrow(
      /expected a name for a part/,
    );
  });

  it("refuses values that are missing or outside the range of the formula", () => {
    expect(() => costExpression({ expression: "n d" }).evaluate({ n: 1 })).toThrow(/got none for d/);
    expect(() => costExpression({ expression: "log(n)" }).evaluate({ n: 0 })).toThrow(
      /expected a finite value/,
    );
    expect(() => costExpression({ expression: "sqrt(n)" }).evaluate({ n: -1 })).toThrow(
      /expected a finite value/,
    );
  });
});
