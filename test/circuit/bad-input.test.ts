import { describe, expect, it } from "vitest";
import {
  Circuit,
  circuitSummary,
  complexMatrix,
  depth,
  expand,
  flatten,
  gateMatrix,
  LimitError,
  parameter,
  rotationCount,
  tCount,
  twoQubitDepth,
  unitary,
} from "../../src/index.ts";

const bell = new Circuit(2).h(0).cx(0, 1);
const measured = bell.measure(0);
const yes = { kind: "constant", value: true } as const;

/** What is wrong, the call, and what the error says. */
type Case = readonly [string, () => unknown, RegExp];

const cases: Readonly<Record<string, readonly Case[]>> = {
  power: [
    ["a fraction", () => bell.power(0.5), /power: expected a whole number, got 0.5; take roots by hand/],
    ["no number", () => bell.power(Number.NaN), /got NaN/],
    ["an infinite number", () => bell.power(Number.NEGATIVE_INFINITY), /got -Infinity/],
    ["a negative number of what cannot be undone", () => measured.power(-1), /got measure/],
  ],
  repeat: [
    ["a negative number", () => bell.repeat(-1), /whole number ≥ 0, got -1; use inverse/],
    ["a fraction", () => bell.repeat(1.5), /got 1.5/],
  ],
  remap: [
    ["too few qubits", () => bell.remap([0]), /remap: expected 2 qubits to map to, got 1/],
    ["a qubit twice", () => bell.remap([1, 1]), /distinct qubits, got 1, 1/],
    ["a negative qubit", () => bell.remap([0, -1]), /got -1/],
    ["too many bits", () => measured.remap([0, 1], [0, 1]), /expected 1 bits to map to, got 2/],
    ["a bit twice", () => measured.measure(1).remap([0, 1], [3, 3]), /distinct bits/],
    ["a bit that is no number", () => measured.remap([0, 1], [0.5]), /whole bit number/],
  ],
  compose: [
    ["too few qubits", () => new Circuit(3).compose(bell, [0]), /expected 2 qubits to map to, got 1/],
    ["qubits that there are not", () => new Circuit(3).compose(bell, [2, 3]), /from 0 to 2, got 3/],
    ["a larger circuit", () => new Circuit(1).compose(bell), /from 0 to 0, got 1/],
    ["bits of another number", () => new Circuit(2).compose(measured, [0, 1], []), /expected 1 bits/],
  ],
  box: [
    ["no name", () => new Circuit(2).box("", bell), /box: expected a name, got ""/],
    ["a name that is no text", () => new Circuit(2).box(3 as never, bell), /expected a name, got 3/],
    ["a measurement inside", () => new Circuit(2).box("b", measured), /unitary operations.*got measure in b/],
    [
      "qubits of another number",
      () => new Circuit(2).box("b", bell, [0]),
      /2 qubits|qubits to map to|matrix|from 0/,
    ],
    ["a qubit twice", () => new Circuit(2).box("b", bell, [1, 1]), /distinct/],
  ],
  control: [
    ["a control on a target", () => new Circuit(2).control([0], (body) => body.h(0)), /distinct/],
    ["a control that there is not", () => new Circuit(2).control([2], (body) => body.h(0)), /got 2/],
    ["a measurement inside", () => new Circuit(2).control([1], (body) => body.measure(0)), /got measure/],
    [
      "a control of value 2",
      () => bell.controlled([{ qubit: 2, value: 2 as never }]),
      /values 0 or 1, got 2/,
    ],
  ],
  "if, while and assign": [
    ["a body with a qubit too many", () => new Circuit(1).if(yes, (body) => body.x(1)), /from 0 to 0, got 1/],
    [
      "an else with one",
      () =>
        new Circuit(1).if(
          yes,
          (body) => body,
          (body) => body.x(1),
        ),
      /got 1/,
    ],
    ["rounds below 0", () => new Circuit(1).while(yes, (body) => body, -1), /≥ 0 of rounds, got -1/],
    ["half a round", () => new Circuit(1).while(yes, (body) => body, 0.5), /got 0.5/],
    ["rounds without end", () => new Circuit(1).while(yes, (body) => body, Infinity), /got Infinity/],
    ["an assigned bit below 0", () => new Circuit(1).assign(-1, yes), /whole bit number ≥ 0, got -1/],
  ],
  bind: [
    ["a name that there is not", () => bell.bind({ theta: 1 }), /\(it has none\), got theta; check/],
    [
      "another name",
      () => new Circuit(1).rx(parameter("a"), 0).bind({ b: 1 }),
      /of the circuit \(a\), got b/,
    ],
    ["no number", () => new Circuit(1).rx(parameter("a"), 0).bind({ a: Number.NaN }), /finite/],
    ["a text", () => new Circuit(1).rx(parameter("a"), 0).bind({ a: "pi" as never }), /expected an angle/],
  ],
  fromJSON: [
    ["nothing", () => Circuit.fromJSON(undefined), /expected an object with qubits and a list of operations/],
    ["null", () => Circuit.fromJSON(null), /expected an object/],
    ["a text", () => Circuit.fromJSON("{}"), /expected an object/],
    ["no operations", () => Circuit.fromJSON({ qubits: 1 }), /expected an object/],
    ["half a qubit", () => Circuit.fromJSON({ qubits: 0.5, operations: [] }), /whole numbers ≥ 0 of qubits/],
    ["qubits in words", () => Circuit.fromJSON({ qubits: "1", operations: [] }), /whole numbers/],
    [
      "an unknown kind",
      () => plain({ kind: "braid" }),
      /kind of operation such as gate or measure, got braid/,
    ],
    ["no operation", () => plain(7), /got 7/],
    ["a null operation", () => plain(null), /got null/],
    [
      "an unknown gate",
      () => plain({ kind: "gate", gate: "knot", parameters: [], qubits: [0], controls: [] }),
      /name of a gate/,
    ],
    [
      "a gate that every object has",
      () => plain({ kind: "gate", gate: "toString", parameters: [], qubits: [0], controls: [] }),
      /name of a gate/,
    ],
    [
      "a gate without qubits",
      () => plain({ kind: "gate", gate: "x", parameters: [], controls: [] }),
      /gate: expected qubits as in Operation, got undefined/,
    ],
    [
      "a table with a fraction",
      () => plain({ kind: "lookup", inputs: [0], outputs: [1], table: [0, 0.5], controls: [] }),
      /2\^32 − 1, got 0.5 at 1/,
    ],
    [
      "a matrix without entries",
      () => plain({ kind: "unitary", matrix: { size: 2 }, qubits: [0], controls: [] }),
      /expected matrix as in Operation/,
    ],
    [
      "a matrix that is not unitary",
      () => plain({ kind: "unitary", matrix: { size: 1, re: [2], im: [0] }, qubits: [], controls: [] }),
      /unitary/,
    ],
    [
      "a body that is none",
      () => plain({ kind: "while", condition: yes, operations: 3, limit: 1 }),
      /expected operations as in Operation/,
    ],
    [
      "registers that do not fit",
      () =>
        Circuit.fromJSON({
          qubits: 1,
          operations: [],
          registers: { qubitRegisters: [{ name: "a", start: 0, size: 2 }] },
        }),
      /end within 1 qubits/,
    ],
  ],
  "expand to a gate set": [
    [
      "an unknown set",
      () => expand(bell, { basis: "clifford" as never }),
      /expected a gate set, got "clifford"/,
    ],
    [
      "a set that every object has",
      () => expand(bell, { basis: "constructor" as never }),
      /got "constructor"/,
    ],
    ["gates that cannot express another", () => expand(bell, { basis: ["x", "cx"] }), /express h, got x, cx/],
    ["an unknown gate", () => expand(bell, { basis: ["knot" as never] }), /name of a gate/],
    [
      "controls that stay",
      () => expand(bell, { basis: "u+cx", controls: "keep" }),
      /lower, as a basis needs, got keep/,
    ],
    [
      "another way with controls",
      () => expand(bell, { controls: "drop" as never }),
      /keep or lower, got drop/,
    ],
    ["another way with boxes", () => expand(bell, { boxes: "ajar" as never }), /open or closed, got ajar/],
    ["ancillas in use", () => expand(bell, { ancillas: [1] }), /ancillas that nothing uses, got 1/],
    ["ancillas that there are not", () => expand(bell, { ancillas: [2] }), /from 0 to 1, got 2/],
    ["ancillas twice", () => expand(new Circuit(3), { ancillas: [2, 2] }), /distinct/],
  ],
  counts: [
    ["boxes ajar, depth", () => depth(bell, { boxes: "ajar" as never }), /depth: .*got ajar/],
    ["boxes ajar, two-qubit depth", () => twoQubitDepth(bell, { boxes: "" as never }), /open or closed/],
    ["boxes ajar, summary", () => circuitSummary(bell, { boxes: "ajar" as never }), /open or closed/],
    ["T gates in no set", () => tCount(bell, { basis: "t" as never }), /expected a gate set, got "t"/],
    ["rotations in no set", () => rotationCount(bell, { basis: "" as never }), /expected a gate set, got ""/],
  ],
  matrices: [
    ["an open parameter", () => unitary(new Circuit(1).rx(parameter("a"), 0)), /got a without; use bind/],
    ["a measurement", () => unitary(measured), /got measure/],
    ["an unknown gate", () => gateMatrix("knot" as never), /name of a gate/],
    ["rows of different lengths", () => complexMatrix([[1, 0], [0]]), /row/],
  ],
};

function plain(operation: unknown): Circuit {
  return Circuit.fromJSON({ qubits: 2, operations: [operation] });
}

describe.each(Object.entries(cases))("%s refuses", (_, list) => {
  it.each(list)("%s", (_name, call, message) => {
    expect(call).toThrow(message);
    let error: unknown;
    try {
      call();
    } catch (caught) {
      error = caught;
    }
    expect(error instanceof RangeError || error instanceof TypeError).toBe(true);
    expect((error as Error).message).toMatch(/^[\p{L}\d]+: expected [\s\S]*, got [\s\S]*; [\s\S]*\.$/u);
  });
});

describe("limits", () => {
  it("refuse repetitions and expansions beyond them, before they fill the memory", () => {
    expect(() => bell.repeat(2 ** 40)).toThrow(LimitError);
    expect(() => bell.power(2 ** 40)).toThrow(LimitError);
    const wide = new Circuit(30).control(
      Array.from({ length: 29 }, (_, k) => k),
      (body) => body.h(29),
    );
    expect(() => expand(wide, { basis: "clifford+t" })).toThrow(LimitError);
  });

  it("leave what is empty alone", () => {
    expect(new Circuit(0).power(2 ** 40).length).toBe(0);
    expect(flatten(new Circuit(0)).length).toBe(0);
    expect(expand(new Circuit(0), { basis: "u+cx" }).length).toBe(0);
    expect(circuitSummary(new Circuit(0))).toMatchObject({ depth: 0, tGates: 0, rotations: 0 });
  });
});
