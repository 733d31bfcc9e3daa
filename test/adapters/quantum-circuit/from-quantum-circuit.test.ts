import { describe, expect, it } from "vitest";
import { fromQuantumCircuit, type QuantumCircuitData } from "../../../src/adapters/quantum-circuit/index.ts";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { unitary } from "../../../src/index.ts";
import { circuitOf, matrixOf } from "../../support/quantum-circuit.ts";

const cell = (name: string, options = {}) => ({ name, connector: 0, id: "a", options });
const one = (name: string, options = {}): QuantumCircuitData => ({
  numQubits: 1,
  gates: [[cell(name, options)]],
});

describe("fromQuantumCircuit", () => {
  it("turns gates made of gates into boxes with the same matrix", () => {
    const pair = circuitOf(2, ["h", [0]], ["cx", [0, 1]], ["rx", [1], { params: { theta: "pi/8" } }]);
    const outer = circuitOf(3, ["pair", [2, 0]]);
    outer.registerGate("pair", pair.save());
    const whole = circuitOf(4, ["x", [1]], ["outer", [3, 1, 0]], ["pair", [1, 2]]);
    whole.registerGate("pair", pair.save());
    whole.registerGate("outer", outer.save());
    const read = fromQuantumCircuit(whole);
    expect(read.operations.map((step) => (step.kind === "box" ? step.label : step.kind))).toEqual([
      "gate",
      "outer",
      "pair",
    ]);
    expect(largestDifference(unitary(read), matrixOf(whole))).toBeLessThan(1e-14);
  });

  it("reads formulas and global parameters as angles", () => {
    const source = { ...one("rx", { params: { theta: "alpha" } }), options: { params: { alpha: "pi / 3" } } };
    expect(fromQuantumCircuit(source).operations[0]).toMatchObject({ parameters: [Math.PI / 3] });
    expect(fromQuantumCircuit(one("rx", { params: { theta: 0.5 } })).operations[0]).toMatchObject({
      parameters: [0.5],
    });
  });

  it("drops what is asked of a register that cannot have the value", () => {
    const source = { ...one("x", { condition: { creg: "c", value: 9 } }), cregs: { c: [0] } };
    expect(fromQuantumCircuit(source).operations).toEqual([]);
  });

  it.each<[string, QuantumCircuitData, string]>([
    [
      "a gate that is unknown, which runs as nothing there",
      one("nosuch"),
      'for nosuch at column 0, wire 0, got "nosuch"',
    ],
    ["an angle that is missing", one("rx"), "a value for theta for rx"],
    ["an angle that is a name", one("rx", { params: { theta: "beta" } }), '"beta"'],
    ["a complex angle", one("rx", { params: { theta: "i" } }), "a real value for theta"],
    ["a wire too few", one("cx"), "2 wires for cx"],
    [
      "a measurement into nothing",
      one("measure", { creg: { name: "c", bit: 0 } }),
      "a register to measure into",
    ],
    ["a condition on nothing", one("x", { condition: { creg: "c", value: 1 } }), "a register of the circuit"],
    ["a gate made of itself", { ...one("loop"), customGates: { loop: one("loop") } }, "at most 100 deep"],
    [
      "a gate made of measurements",
      { ...one("look"), customGates: { look: { ...one("reset"), cregs: {} } } },
      "made of gates without measurements",
    ],
    [
      "two gates of one name without ids",
      {
        numQubits: 4,
        gates: [0, 1, 0, 1].map((connector) => [{ name: "cx", connector }]),
      },
      "one of each end",
    ],
  ])("refuses %s", (_, source, why) => {
    expect(() => fromQuantumCircuit(source)).toThrow(RangeError);
    expect(() => fromQuantumCircuit(source)).toThrow(why);
  });

  it("refuses what is no circuit", () => {
    expect(() => fromQuantumCircuit({} as QuantumCircuitData)).toThrow(TypeError);
  });
});
