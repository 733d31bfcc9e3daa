import { describe, expect, it } from "vitest";
import { toQsharp } from "../../../src/adapters/qsharp/index.ts";
import { Circuit, off, parameter } from "../../../src/index.ts";

/** The statements between the allocation of the qubits and their reset. */
function body(circuit: Circuit): string[] {
  const text = toQsharp(circuit);
  const from = text.indexOf("mutable c = ");
  return text
    .slice(text.indexOf("\n", from), text.indexOf("    ResetAll(q);"))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

describe("toQsharp", () => {
  it("writes gates as the callables of Q#, angles first and as doubles", () => {
    expect(body(new Circuit(3).h(0).cx(0, 1).rx(2, 2).p(-0.5, 0).ccz(0, 1, 2).sdg(1))).toEqual([
      "H(q[0]);",
      "Controlled X([q[0]], q[1]);",
      "Rx(2.0, q[2]);",
      "R1(-0.5, q[0]);",
      "Controlled Z([q[0], q[1]], q[2]);",
      "Adjoint S(q[1]);",
    ]);
  });

  it("writes negative controls as flips around", () => {
    expect(body(new Circuit(2).control([off(0)], (steps) => steps.ry(0.3, 1)))).toEqual([
      "X(q[0]);",
      "Controlled Ry([q[0]], (0.3, q[1]));",
      "X(q[0]);",
    ]);
  });

  it("writes measurements, resets, branches, assignments and loops", () => {
    const circuit = new Circuit(1)
      .measure(0, 2)
      .reset(0)
      .if(
        {
          kind: "and",
          left: { kind: "equals", bits: [0, 2], value: 2 },
          right: { kind: "constant", value: true },
        },
        (steps) => steps.x(0),
        (steps) => steps.y(0),
      )
      .while({ kind: "compare", bits: [0, 1], operator: "<", value: 3 }, (steps) => steps.measure(0, 0), 7)
      .add({ kind: "assign", bit: 1, value: { kind: "not", of: { kind: "equals", bits: [2], value: 1 } } });
    expect(body(circuit)).toEqual([
      "set c w/= 2 <- M(q[0]);",
      "Reset(q[0]);",
      "if (c[0] == Zero and c[2] == One) and (true) {",
      "X(q[0]);",
      "} else {",
      "ExactY(q[0]);",
      "}",
      "{",
      "mutable rounds = 0;",
      "while Std.Convert.ResultArrayAsInt([c[0], c[1]]) < 3 {",
      'if rounds == 7 { fail "the loop passed its limit of 7 rounds"; }',
      "set rounds += 1;",
      "set c w/= 0 <- M(q[0]);",
      "}",
      "}",
      "set c w/= 1 <- (not (c[2] == One)) ? One | Zero;",
    ]);
  });

  it("refuses parameters without a value by name, and circuits without qubits", () => {
    expect(() => toQsharp(new Circuit(1).rx(parameter("theta"), 0))).toThrow(/got theta without; use bind/);
    expect(() => toQsharp(new Circuit(0))).toThrow("at least one qubit");
  });
});
