import { describe, expect, it } from "vitest";
import { fromQuirk, quirkUrl, toQuirk } from "../../../src/adapters/quirk/index.ts";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { Circuit, off, parameter, run, seededRandom, unitary } from "../../../src/index.ts";
import { randomCircuit } from "../../support/random-circuit.ts";

const cols = (circuit: Circuit) => toQuirk(circuit).cols;

describe("toQuirk", () => {
  it("writes gates by the names that Quirk has for them", () => {
    expect(cols(new Circuit(2).h(0).cx(0, 1))).toEqual([["H"], ["•", "X"]]);
    expect(cols(new Circuit(3).s(0).tdg(1).sx(2))).toEqual([["Z^½", "Z^-¼", "X^½"]]);
    expect(cols(new Circuit(3).cswap(1, 0, 2))).toEqual([["Swap", "•", "Swap"]]);
    expect(cols(new Circuit(3).control([0, off(2)], (body) => body.y(1)))).toEqual([["•", "Y", "◦"]]);
  });

  it("keeps angles as formulas", () => {
    expect(cols(new Circuit(2).rx(0.3, 0).p(-0.5, 1))).toEqual([
      [
        { id: "Rxft", arg: "0.3" },
        { id: "Z^ft", arg: "-0.5/pi" },
      ],
    ]);
  });

  it("puts what has controls, and swaps, into columns of their own", () => {
    expect(cols(new Circuit(3).swap(0, 1).h(2).cz(0, 1).h(2))).toEqual([
      ["Swap", "Swap"],
      [1, 1, "H"],
      ["•", "Z"],
      [1, 1, "H"],
    ]);
  });

  it("does not move gates across a barrier", () => {
    expect(cols(new Circuit(2).h(0).barrier().x(1))).toEqual([["H"], [1, "X"]]);
  });

  it("keeps a last qubit that nothing happens to", () => {
    expect(cols(new Circuit(3).h(0))).toEqual([["H", 1, "…"]]);
    expect(fromQuirk(toQuirk(new Circuit(3).h(0))).qubits).toBe(3);
  });

  it("brings every circuit over the gate table back with the same matrix, global phase included", () => {
    for (let seed = 0; seed < 40; seed++) {
      const circuit = randomCircuit(1 + (seed % 4), 12, seededRandom(seed));
      expect(largestDifference(unitary(fromQuirk(quirkUrl(circuit))), unitary(circuit))).toBeLessThan(1e-13);
    }
  });

  it("brings the first-class operations back with the same matrix", () => {
    const circuit = new Circuit(4)
      .qft([0, 2, 1])
      .lookup({ inputs: [0, 1], outputs: [3], table: [0, 1, 1, 0] })
      .phaseOracle({ qubits: [0, 1, 2, 3], marked: [3, 9], phase: 0.7 })
      .reflectUniform([1, 3], 0.4)
      .box("bell", new Circuit(2).h(0).cx(0, 1), [3, 0])
      .unitary(unitary(new Circuit(3).h(0).cx(0, 1).rx(0.4, 2).cry(0.2, 2, 1)), [2, 0, 1]);
    expect(largestDifference(unitary(fromQuirk(toQuirk(circuit))), unitary(circuit))).toBeLessThan(1e-13);
  });

  it("keeps a phase under every wire as control", () => {
    for (const controls of [
      [0, 1],
      [0, off(1)],
      [off(0), off(1)],
    ]) {
      const circuit = new Circuit(2).control(controls, (body) => body.gphase(0.3));
      expect(largestDifference(unitary(fromQuirk(toQuirk(circuit))), unitary(circuit))).toBeLessThan(1e-15);
    }
  });

  it("turns conditions on measured bits into controls on the measured wires", () => {
    const teleport = new Circuit(3)
      .ry(0.8, 0)
      .h(1)
      .cx(1, 2)
      .cx(0, 1)
      .h(0)
      .measure(0, 1)
      .measure(1, 0)
      .when([0], 1, (body) => body.x(2))
      .when([1], 1, (body) => body.z(2));
    expect(cols(teleport).slice(-2)).toEqual([
      [1, "•", "X"],
      ["•", 1, "Z"],
    ]);
    // Deferred measurement: the unmeasured qubit has the same law either way.
    const ones = (circuit: Circuit, bit: number) => {
      const { counts } = run(circuit.measure(2, 2), { shots: 20_000, random: seededRandom(3) });
      return Object.entries(counts).reduce((sum, [key, count]) => sum + Number(key.at(-1 - bit)) * count, 0);
    };
    expect(Math.abs(ones(teleport, 2) - ones(fromQuirk(toQuirk(teleport)), 2))).toBeLessThan(500);
  });

  it("writes both branches of a condition on one bit, and drops what can never happen", () => {
    const measured = new Circuit(2).measure(0, 0);
    const one = { kind: "equals", bits: [0], value: 1 } as const;
    const branches = measured.if(
      one,
      (body) => body.x(1),
      (body) => body.h(1),
    );
    expect(cols(branches)).toEqual([["Measure"], ["•", "X"], ["◦", "H"]]);
    expect(cols(measured.when([5], 1, (body) => body.x(1)))).toEqual([["Measure", "…"]]);
    expect(cols(measured.when([5], 0, (body) => body.x(1)))).toEqual([["Measure", "X"]]);
    const both = measured.if({ kind: "compare", bits: [0], operator: ">=", value: 0 }, (body) => body.x(1));
    expect(cols(both)).toEqual([["Measure", "X"]]);
  });

  it.each<[string, Circuit, string]>([
    ["no qubits", new Circuit(0), "1 to 16 qubits"],
    ["17 qubits", new Circuit(17), "1 to 16 qubits"],
    ["a reset", new Circuit(1).reset(0), "a reset"],
    ["a parameter", new Circuit(1).rx(parameter("theta"), 0), "bind it first"],
    ["a gate after measurement", new Circuit(1).measure(0).h(0), "h on qubit 0 after its measurement"],
    [
      "a condition that is no bit value",
      new Circuit(3)
        .measure(0)
        .measure(1)
        .if({ kind: "compare", bits: [0, 1], operator: "<", value: 2 }, (body) => body.x(2)),
      "a value of each bit",
    ],
    [
      "a loop",
      new Circuit(1).measure(0).while({ kind: "equals", bits: [0], value: 1 }, (body) => body.x(0)),
      "a loop",
    ],
  ])("refuses %s by name", (_, circuit, why) => {
    expect(() => toQuirk(circuit)).toThrow(RangeError);
    expect(() => toQuirk(circuit)).toThrow(why);
  });
});

describe("quirkUrl", () => {
  it("puts the circuit behind the #, safe to paste anywhere", () => {
    expect(quirkUrl(new Circuit(1).h(0))).toBe(
      "https://algassert.com/quirk#circuit=%7B%22cols%22%3A%5B%5B%22H%22%5D%5D%7D",
    );
    expect(quirkUrl(new Circuit(1).h(0), "http://localhost:8000/quirk.html")).toMatch(
      /^http:\/\/localhost:8000\/quirk\.html#circuit=/,
    );
  });
});
