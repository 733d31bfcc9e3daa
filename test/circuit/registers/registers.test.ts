import { describe, expect, it } from "vitest";
import { coverRegisters } from "../../../src/circuit/registers/cover-registers.ts";
import { placeRegisters } from "../../../src/circuit/registers/place-registers.ts";
import { Circuit } from "../../../src/index.ts";

const named = Circuit.withRegisters(
  [
    ["a", 2],
    ["b", 3],
  ],
  [["c", 2]],
);
const at = (name: string, start: number, size: number) => ({ name, start, size });

describe("registers", () => {
  it("lie one after the other, in the order given", () => {
    expect([named.qubits, named.bits]).toEqual([5, 2]);
    expect(named.registers).toEqual({
      qubitRegisters: [at("a", 0, 2), at("b", 2, 3)],
      bitRegisters: [at("c", 0, 2)],
    });
    expect(placeRegisters([])).toEqual({ registers: [], count: 0 });
    expect(new Circuit(2).registers).toEqual({ qubitRegisters: [], bitRegisters: [] });
  });

  it("stay with a circuit that grows, is inverted, repeated or bound", () => {
    const grown = named.h(0).cx(1, 4);
    for (const circuit of [grown, grown.inverse(), grown.repeat(2), grown.power(-1), grown.measure(0, 5)]) {
      expect(circuit.registers).toBe(named.registers);
    }
  });

  it("go with their qubits when these are renumbered, and are given up where they are torn apart", () => {
    const moved = named.remap([3, 4, 0, 2, 1], [1, 0]);
    expect(moved.registers).toEqual({
      qubitRegisters: [at("b", 0, 3), at("a", 3, 2)],
      bitRegisters: [at("c", 0, 2)],
    });
    expect(named.remap([0, 4, 1, 2, 3]).registers.qubitRegisters).toEqual([at("b", 1, 3)]);
  });

  it("of the second circuit lie low in a tensor product, and a name that is there gets a number", () => {
    const other = Circuit.withRegisters([["a", 1]], [["b", 1]]);
    expect(named.tensor(other).registers).toEqual({
      qubitRegisters: [at("a", 0, 1), at("a1", 1, 2), at("b1", 3, 3)],
      bitRegisters: [at("b", 0, 1), at("c", 1, 2)],
    });
    expect(
      other
        .tensor(other)
        .tensor(other)
        .registers.qubitRegisters.map(({ name }) => name),
    ).toEqual(["a", "a1", "a11"]);
  });

  it("cover every qubit with names that are free", () => {
    expect(coverRegisters([], 0, "q")).toEqual([]);
    expect(coverRegisters([at("q", 1, 1)], 4, "q", [at("q1", 0, 1)])).toEqual([
      at("q2", 0, 1),
      at("q", 1, 1),
      at("q3", 2, 2),
    ]);
  });

  it.each<[string, readonly { name: string; start: number; size: number }[], RegExp]>([
    ["a name with a space", [at("a b", 0, 1)], /register name of letters, digits and _, got "a b"/],
    ["an empty name", [at("", 0, 1)], /got ""/],
    ["a name that begins with a digit", [at("1a", 0, 1)], /got "1a"/],
    ["a name that is a number", [at(7 as never, 0, 1)], /got 7/],
    ["a name twice", [at("a", 0, 1), at("a", 1, 1)], /distinct register names, got a twice/],
    ["overlap", [at("a", 0, 2), at("b", 1, 1)], /b to start at or after 2 and hold at least one qubit/],
    ["no members", [at("a", 0, 0)], /got start 0 and size 0/],
    ["a half", [at("a", 0, 1.5)], /size 1.5/],
    ["a place before the first", [at("a", -1, 1)], /got start -1/],
    ["too many members", [at("a", 0, 4)], /a to end within 3 qubits, got 4; make the circuit larger/],
  ])("are refused for %s", (_, qubitRegisters, message) => {
    expect(() => new Circuit(3).withRegisters({ qubitRegisters })).toThrow(message);
  });

  it("of qubits and bits have different names", () => {
    expect(() => Circuit.withRegisters([["a", 1]], [["a", 1]])).toThrow(/got a twice/);
    expect(() => Circuit.withRegisters([["a", 0]])).toThrow(/at least one qubit/);
    expect(() => Circuit.withRegisters([["a", -1]])).toThrow(RangeError);
  });
});
