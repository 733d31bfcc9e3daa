import { describe, expect, it } from "vitest";
import { parseExpectation } from "../../../circuits/support/parse-expectation.ts";

describe("parseExpectation", () => {
  it("reads a state with signs, phases and a coefficient of 1 that is not written", () => {
    expect(parseExpectation("state |0>")).toEqual({ kind: "state", amplitudes: { "0": [1, 0] } });
    expect(parseExpectation("state - |1>")).toEqual({ kind: "state", amplitudes: { "1": [-1, 0] } });
    expect(parseExpectation("state 0.6|00> - 0.8i|11>")).toEqual({
      kind: "state",
      amplitudes: { "00": [0.6, 0], "11": [0, -0.8] },
    });
    expect(parseExpectation("state (1+i)/2|0> + exp(0)/2|1>")).toEqual({
      kind: "state",
      amplitudes: { "0": [0.5, 0.5], "1": [0.5, 0] },
    });
  });

  it("reads counts, with digits that do not matter", () => {
    expect(parseExpectation("counts 00 1/2, 11 1/2")).toEqual({
      kind: "counts",
      law: { "00": 0.5, "11": 0.5 },
    });
    expect(parseExpectation("counts 0x 1")).toEqual({ kind: "counts", law: { "0x": 1 } });
  });

  it("reads a most likely outcome, with a least probability if there is one", () => {
    expect(parseExpectation("most likely 101")).toEqual({ kind: "most likely", outcome: "101", least: 0 });
    expect(parseExpectation(" most likely 101 at least 9/10 ")).toEqual({
      kind: "most likely",
      outcome: "101",
      least: 0.9,
    });
  });

  it.each([
    ["", /expected state, counts or most likely/],
    ["mean 3", /expected state, counts or most likely/],
    ["state 1/2", /expected terms such as/],
    ["state |0> + ", /expected terms such as/],
    ["state |0> |1>", /expected \+ or - between terms/],
    ["state |2>", /expected terms such as/],
    ["state 1 + i|0>", /expected one number before a ket/],
    ["state 1/2|0> + 1/2|0>", /expected every outcome once/],
    ["counts 00", /expected a bit string and a probability/],
    ["counts 00 1/2, 00 1/2", /expected every outcome once/],
    [
      "counts 00 1/2 11 1/2",
      /complexExpression: expected a complex number, got "1\/2 11 1\/2" \(Unexpected part "11"/,
    ],
    ["most likely", /expected state, counts or most likely/],
    ["most likely 1x", /expected a bit string/],
  ])("refuses %j", (text, message) => {
    expect(() => parseExpectation(text)).toThrow(message);
  });
});
