import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/circuit/condition.ts";
import { conditionBits } from "../../../src/circuit/conditions/condition-bits.ts";
import { conditionHolds } from "../../../src/circuit/conditions/condition-holds.ts";
import { remapCondition } from "../../../src/circuit/conditions/remap-condition.ts";
import { Circuit, run, seededRandom } from "../../../src/index.ts";

const width = 5;
const someBits = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 4 });
const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    someBits.chain((bits) =>
      fc.nat(2 ** bits.length - 1).map((value): Condition => ({ kind: "equals", bits, value })),
    ),
    fc
      .tuple(someBits, fc.constantFrom("<", "<=", ">", ">=", "!="), fc.nat(20))
      .map(([bits, operator, value]): Condition => ({ kind: "compare", bits, operator, value })),
    fc.boolean().map((value): Condition => ({ kind: "constant", value })),
    tie("node").map((of): Condition => ({ kind: "not", of })),
    fc
      .tuple(fc.constantFrom("and", "or", "xor"), tie("node"), tie("node"))
      .map(([kind, left, right]): Condition => ({ kind, left, right })),
  ),
})).node;

/** The truth of a condition by plain recursion, as a second definition. */
function holds(condition: Condition, bits: readonly number[]): boolean {
  const read = (list: readonly number[]) =>
    Number(
      `0b${list
        .map((bit) => bits[bit] ?? 0)
        .reverse()
        .join("")}`,
    );
  switch (condition.kind) {
    case "equals":
      return read(condition.bits) === condition.value;
    case "compare": {
      const [x, y] = [read(condition.bits), condition.value];
      return { "<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y, "!=": x !== y }[condition.operator];
    }
    case "constant":
      return condition.value;
    case "not":
      return !holds(condition.of, bits);
    case "and":
      return holds(condition.left, bits) && holds(condition.right, bits);
    case "or":
      return holds(condition.left, bits) || holds(condition.right, bits);
    case "xor":
      return holds(condition.left, bits) !== holds(condition.right, bits);
  }
}

const allBits = Array.from({ length: 2 ** width }, (_, k) =>
  Array.from({ length: width }, (_, b) => (k >> b) & 1),
);

describe("conditions", () => {
  it("hold where plain recursion says so, on every value of the bits", () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        for (const bits of allBits) expect(conditionHolds(condition, bits)).toBe(holds(condition, bits));
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it("depend on the bits that they name and on no others", () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const named = conditionBits(condition);
        expect(new Set(named).size).toBe(named.length);
        for (let bit = 0; bit < width; bit++) {
          if (named.includes(bit)) continue;
          for (const bits of allBits) {
            const turned = bits.map((value, k) => (k === bit ? 1 - value : value));
            expect(conditionHolds(condition, turned)).toBe(conditionHolds(condition, bits));
          }
        }
      }),
      { numRuns: 50, seed: 7 },
    );
  });

  it("hold on moved bits where they did before the move", () => {
    fc.assert(
      fc.property(anyCondition, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (condition, to) => {
        const moved = remapCondition(condition, (bit) => to[bit]);
        for (const bits of allBits) {
          const places: number[] = [];
          bits.forEach((value, k) => {
            places[to[k]] = value;
          });
          expect(conditionHolds(moved, places)).toBe(conditionHolds(condition, bits));
        }
      }),
      { numRuns: 50, seed: 7 },
    );
  });

  it("read bits beyond those that there are as 0, and more than 53 bits without rounding", () => {
    expect(conditionHolds({ kind: "equals", bits: [7], value: 0 }, [])).toBe(true);
    const long = Array.from({ length: 60 }, (_, k) => k);
    const high = long.map((k) => (k === 59 ? 1 : 0));
    expect(conditionHolds({ kind: "equals", bits: long, value: 0 }, high)).toBe(false);
    expect(conditionHolds({ kind: "compare", bits: long, operator: ">", value: 2 ** 53 - 1 }, high)).toBe(
      true,
    );
  });

  it("may be nested 100,000 deep", () => {
    let deep: Condition = { kind: "equals", bits: [0], value: 1 };
    for (let k = 0; k < 100_001; k++) deep = { kind: "not", of: deep };
    expect(conditionHolds(deep, [1])).toBe(false);
    expect(conditionBits(deep)).toEqual([0]);
    expect(new Circuit(1).if(deep, (body) => body.x(0)).length).toBe(1);
  });

  it.each<[unknown, RegExp]>([
    [undefined, /expected a condition such as .*got undefined/],
    ["c == 1", /got c == 1/],
    [{ kind: "nand" }, /got nand/],
    [{ kind: "equals", bits: [0], value: 2 }, /whole number below 2, got 2/],
    [{ kind: "equals", bits: [0], value: -1 }, /got -1/],
    [{ kind: "equals", bits: [0], value: 0.5 }, /got 0.5/],
    [{ kind: "equals", bits: [-1], value: 0 }, /whole bit number ≥ 0, got -1/],
    [{ kind: "equals", bits: [0.5], value: 0 }, /got 0.5/],
    [
      { kind: "compare", bits: [0], operator: "==", value: 1 },
      /a comparison < <= > >= !=, got ==; use equals/,
    ],
    [{ kind: "compare", bits: [0], operator: "<", value: 2 ** 53 }, /below 9007199254740992/],
    [{ kind: "constant", value: 1 }, /true or false, got 1/],
    [{ kind: "not" }, /got undefined/],
    [{ kind: "and", left: { kind: "constant", value: true } }, /got undefined/],
    [{ kind: "equals", value: 0 }, /list of bits, got undefined/],
    [{ kind: "equals", bits: "0", value: 0 }, /list of bits, got string/],
  ])("are refused by if, while and assign: %j", (condition, message) => {
    const circuit = new Circuit(1, 1);
    expect(() => circuit.if(condition as Condition, (body) => body)).toThrow(message);
    expect(() => circuit.while(condition as Condition, (body) => body)).toThrow(message);
    expect(() => circuit.assign(0, condition as Condition)).toThrow(message);
  });

  it("decide branches as they hold", () => {
    fc.assert(
      fc.property(anyCondition, fc.nat(31), (condition, value) => {
        const bits = allBits[value];
        const set = bits.reduce(
          (circuit, bit, k) => circuit.assign(k, { kind: "constant", value: bit === 1 }),
          new Circuit(1, width + 1),
        );
        const decided = set.if(condition, (body) => body.x(0)).measure(0, width);
        const { counts } = run(decided, { shots: 1, random: seededRandom(1) });
        expect(Object.keys(counts)[0][0]).toBe(conditionHolds(condition, bits) ? "1" : "0");
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});
