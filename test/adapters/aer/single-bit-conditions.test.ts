import { describe, expect, it } from "vitest";
import { singleBitConditions } from "../../../src/adapters/aer/single-bit-conditions.ts";
import { Circuit, type Condition, type Operation, run, seededRandom } from "../../../src/index.ts";

/** The kinds of conditions that are left, at any depth. */
function conditions(steps: readonly Operation[]): Condition[] {
  return steps.flatMap((step) =>
    step.kind === "conditional"
      ? [step.condition, ...conditions(step.operations), ...conditions(step.otherwise)]
      : step.kind === "while"
        ? [step.condition, ...conditions(step.operations)]
        : [],
  );
}

const cases: Condition[] = [
  { kind: "equals", bits: [2, 0], value: 2 },
  { kind: "compare", bits: [0, 1, 2], operator: "<", value: 5 },
  { kind: "compare", bits: [1, 2], operator: "!=", value: 1 },
  { kind: "not", of: { kind: "equals", bits: [0, 1], value: 3 } },
  {
    kind: "xor",
    left: { kind: "equals", bits: [0], value: 1 },
    right: {
      kind: "or",
      left: { kind: "equals", bits: [1], value: 1 },
      right: { kind: "constant", value: false },
    },
  },
  {
    kind: "and",
    left: { kind: "equals", bits: [0], value: 0 },
    right: { kind: "equals", bits: [0], value: 1 },
  },
  { kind: "compare", bits: [0], operator: ">=", value: 0 },
];

describe("singleBitConditions", () => {
  it.each(cases.map((condition) => [JSON.stringify(condition), condition] as const))(
    "asks for one bit at a time and takes the same branch: %s",
    (_, condition) => {
      for (let value = 0; value < 8; value++) {
        let circuit = new Circuit(4);
        for (let k = 0; k < 3; k++) if ((value >> k) & 1) circuit = circuit.x(k);
        circuit = circuit
          .measure(0)
          .measure(1)
          .measure(2)
          .if(
            condition,
            (body) => body.x(3).measure(3, 0),
            (body) => body.reset(0).measure(0, 1),
          )
          .measure(3);
        const single = singleBitConditions(circuit);
        for (const left of conditions(single.operations)) {
          expect(left).toEqual({ kind: "equals", bits: [expect.any(Number)], value: expect.any(Number) });
        }
        const counts = (c: Circuit) => run(c, { shots: 4, random: seededRandom(1) }).counts;
        expect(counts(single)).toEqual(counts(circuit));
      }
    },
  );

  it("leaves loops over one bit as loops, in the plain form", () => {
    const circuit = new Circuit(1).while(
      { kind: "not", of: { kind: "equals", bits: [2], value: 1 } },
      (body) => body.x(0).measure(0, 2),
    );
    expect(conditions(singleBitConditions(circuit).operations)).toEqual([
      { kind: "equals", bits: [2], value: 0 },
    ]);
  });
});
