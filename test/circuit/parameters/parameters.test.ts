import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatParameter } from "../../../src/circuit/format-parameter.ts";
import {
  binaryExpression,
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
import { bindParameter } from "../../../src/circuit/parameters/bind-parameter.ts";
import { checkParameter } from "../../../src/circuit/parameters/check-parameter.ts";
import { evaluateParameter } from "../../../src/circuit/parameters/evaluate-parameter.ts";
import { parameterNames } from "../../../src/circuit/parameters/parameter-names.ts";
import { requireBound } from "../../../src/circuit/parameters/require-bound.ts";
import { requireNumbers } from "../../../src/circuit/parameters/require-numbers.ts";
import { Circuit, exportQasm, parseQasm } from "../../../src/index.ts";

const [a, b] = [parameter("a"), parameter("b")];

/** Expressions over a and b that are finite where a and b are between 1 and 2. */
const anyExpression: fc.Arbitrary<Parameter> = fc.letrec<{ tree: Parameter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<Parameter>(a, b, 0, 1, -1, 0.5, Math.PI, -Math.PI / 4),
    fc.tuple(fc.constantFrom(plus, minus, times), tie("tree"), tie("tree")).map(([f, x, y]) => f(x, y)),
    fc
      .tuple(fc.constantFrom("-", "sin", "cos", "atan"), tie("tree"))
      .map(([name, x]) => unaryExpression(name, x)),
    tie("tree").map((x) => over(x, plus(2, times(a, a)))),
    tie("tree").map((x) => power(x, 2)),
  ),
})).tree;

/** The value by plain recursion, as a second definition. */
function valueAt(p: Parameter, values: Readonly<Record<string, number>>): number {
  if (typeof p === "number") return p;
  if (p.kind === "parameter") return values[p.name];
  if (p.kind === "unary") {
    const x = valueAt(p.operand, values);
    if (p.operator === "-") return -x;
    return p.operator === "ln" ? Math.log(x) : Math[p.operator](x);
  }
  const [x, y] = [valueAt(p.left, values), valueAt(p.right, values)];
  return { "+": x + y, "-": x - y, "*": x * y, "/": x / y, "^": x ** y }[p.operator];
}

describe("expressions over parameters", () => {
  it("have the value of plain recursion, bound at once or one name after the other", () => {
    fc.assert(
      fc.property(
        anyExpression,
        fc.double({ min: 1, max: 2, noNaN: true }),
        fc.double({ min: 1, max: 2, noNaN: true }),
        (p, x, y) => {
          const wanted = valueAt(p, { a: x, b: y });
          expect(evaluateParameter(p, { a: x, b: y })).toBeCloseTo(wanted, 9);
          expect(evaluateParameter(bindParameter(p, { b: y }), { a: x })).toBeCloseTo(wanted, 9);
          const names = parameterNames(p);
          expect(names.every((name) => name === "a" || name === "b")).toBe(true);
          expect(names).toEqual([...names].sort());
          expect(parameterNames(bindParameter(p, { a: x, b: y }))).toEqual([]);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  it("are read back from their text with the same value, by the reader of OpenQASM", () => {
    fc.assert(
      fc.property(anyExpression, (p) => {
        const values = { a: 1.25, b: 1.75 };
        const circuit = new Circuit(1).rz(p, 0);
        const back = parseQasm(exportQasm(circuit));
        const open = Object.fromEntries(circuit.parameters.map((name) => [name, values[name as "a"]]));
        const [step] = back.bind(open).operations;
        if (step.kind !== "gate") throw new Error("expected the gate again");
        expect(step.parameters[0]).toBeCloseTo(evaluateParameter(p, values), 9);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("are simplified where nothing but 0, 1 and double signs is left out", () => {
    expect([plus(a, 0), plus(0, a), minus(a, 0), times(1, a), times(a, 1), over(a, 1), power(a, 1)]).toEqual(
      new Array(7).fill(a),
    );
    expect([times(a, 0), times(0, a), power(a, 0)]).toEqual([0, 0, 1]);
    const negated = { kind: "unary", operator: "-", operand: a };
    expect([negative(a), minus(0, a), times(-1, a), times(a, -1), over(a, -1)]).toEqual(
      new Array(5).fill(negated),
    );
    expect(negative(negative(a))).toEqual(a);
    expect(Object.is(negative(0), 0)).toBe(true);
  });

  it("refuse values that are not finite, at once or when they are bound", () => {
    expect(() => over(1, 0)).toThrow("expression: expected a finite value, got Infinity from 1 / 0");
    expect(() => over(a, 0)).toThrow(RangeError);
    expect(() => unaryExpression("ln", 0)).toThrow(/-Infinity from ln\(0\)/);
    expect(() => unaryExpression("sqrt", -1)).toThrow(/NaN from sqrt\(-1\)/);
    expect(() => power(-1, 0.5)).toThrow(RangeError);
    expect(() => bindParameter(over(1, a), { a: 0 })).toThrow(/check the numbers it is made of/);
    expect(() => new Circuit(1).rz(over(1, a), 0).bind({ a: 0 })).toThrow(RangeError);
  });

  it("say which names have no value", () => {
    expect(() => evaluateParameter(plus(b, a), { c: 1 })).toThrow(
      "evaluateParameter: expected a value for each name, got none for a, b; name it in the values.",
    );
    expect(evaluateParameter(2)).toBe(2);
    expect(requireNumbers("test", [1, 2])).toEqual([1, 2]);
    expect(() => requireNumbers("test", [1, a])).toThrow(
      "test: expected parameters with values, got a without",
    );
    expect(() => requireBound("test", new Circuit(1).rx(b, 0).ry(a, 0))).toThrow(/got a, b without/);
    expect(requireBound("test", new Circuit(1).rx(1, 0))).toBeUndefined();
    // What every object has is no value.
    expect(() => evaluateParameter(parameter("toString"), {})).toThrow(/got none for toString/);
  });

  it("may be nested 100,000 deep", () => {
    let deep: Parameter = a;
    for (let k = 0; k < 100_000; k++) deep = plus(deep, b);
    expect(evaluateParameter(deep, { a: 1, b: 2 })).toBe(200_001);
    expect(parameterNames(deep)).toEqual(["a", "b"]);
    expect(() => checkParameter("test", deep)).not.toThrow();
    expect(formatParameter(deep).length).toBeGreaterThan(400_000);
  });
});

describe("names of parameters", () => {
  it("are letters of any script, digits and _", () => {
    for (const name of ["theta", "θ", "_x1", "Ünde"]) expect(parameter(name).name).toBe(name);
  });

  it.each(["", "1a", "a b", "a-b", "pi", "π", "sin", "if", "gate", "U"])("are not %j", (name) => {
    expect(() => parameter(name)).toThrow(RangeError);
  });

  it("are texts", () => {
    expect(() => parameter(3 as never)).toThrow(/expected a name of letters, digits and _ .*got 3/);
  });
});

describe("checkParameter", () => {
  it.each<[unknown, RegExp]>([
    [Number.NaN, /finite angle in radians, got NaN/],
    ["pi", /as a number or an expression, got pi/],
    [undefined, /got undefined/],
    [null, /got null/],
    [{}, /got an object of kind undefined/],
    [{ kind: "ternary" }, /got an object of kind ternary/],
    [{ kind: "parameter", name: "pi" }, /name of letters.*"pi"; use parameter\(name\)/],
    [{ kind: "unary", operator: "constructor", operand: 1 }, /an operator of expressions, got "constructor"/],
    [{ kind: "binary", operator: "%", left: 1, right: 2 }, /got "%"/],
    [{ kind: "unary", operator: "-", operand: Number.POSITIVE_INFINITY }, /got Infinity/],
    [{ kind: "binary", operator: "+", left: 1 }, /got undefined/],
  ])("refuses %j", (value, message) => {
    expect(() => checkParameter("rx", value as Parameter)).toThrow(message);
    expect(() => new Circuit(1).rx(value as Parameter, 0)).toThrow(message);
  });
});

describe("formatParameter", () => {
  it.each<[Parameter, string]>([
    [0, "0"],
    [Math.PI, "pi"],
    [-Math.PI, "-pi"],
    [(3 * Math.PI) / 4, "3*pi/4"],
    [-Math.PI / 2, "-pi/2"],
    [0.1, "0.1"],
    [-1e-7, "-1e-7"],
    [plus(times(2, a), Math.PI / 2), "2*a + pi/2"],
    [minus(a, minus(b, 1)), "a - (b - 1)"],
    [times(plus(a, b), 3), "(a + b)*3"],
    [over(a, times(b, 2)), "a/(b*2)"],
    [power(plus(a, 1), 2), "(a + 1)^2"],
    [power(2, power(a, b)), "2^(a^b)"],
    [negative(plus(a, b)), "-(a + b)"],
    [plus(a, -1), "a + (-1)"],
    [minus(a, -1), "a - (-1)"],
    [unaryExpression("sin", over(a, 2)), "sin(a/2)"],
    [binaryExpression("*", -2, a), "-2*a"],
  ])("writes %j as %s", (value, text) => {
    expect(formatParameter(value)).toBe(text);
  });
});
