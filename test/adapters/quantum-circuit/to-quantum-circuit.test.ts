import { describe, expect, it } from "vitest";
import {
  fromQuantumCircuit,
  quantumCircuitState,
  toQuantumCircuit,
} from "../../../src/adapters/quantum-circuit/index.ts";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { Circuit, LimitError, parameter, run, seededRandom, simulate, unitary } from "../../../src/index.ts";
import { randomCircuit } from "../../support/random-circuit.ts";
import { stateDifference } from "../../support/state-difference.ts";
import { tableCircuit } from "../../support/table-circuit.ts";

const equals = (bits: readonly number[], value: number) => ({ kind: "equals", bits, value }) as const;

describe("toQuantumCircuit", () => {
  it("comes back with the same matrix, global phase included when it is kept", () => {
    for (let seed = 0; seed < 12; seed++) {
      const circuit = randomCircuit(1 + (seed % 4), 12, seededRandom(seed));
      const there = toQuantumCircuit(circuit, { globalPhase: "gates" });
      for (const source of [there, there.save()]) {
        expect(largestDifference(unitary(fromQuantumCircuit(source)), unitary(circuit))).toBeLessThan(1e-12);
      }
    }
  });

  it("uses only the gates it is told to", () => {
    const there = toQuantumCircuit(tableCircuit(5, 1, seededRandom(1)), { gates: ["u3", "cx"] });
    expect([...new Set(there.gates.flat().flatMap((cell) => cell?.name ?? []))].sort()).toEqual(["cx", "u3"]);
  });

  it("hands over registers, measurements, resets and branches on whole registers", () => {
    const circuit = Circuit.withRegisters(
      [["q", 3]],
      [
        ["a", 2],
        ["b", 1],
      ],
    )
      .x(0)
      .measure(0, 1)
      .reset(0)
      .if(equals([0, 1], 2), (body) => body.x(1).h(2))
      .measure(1, 2);
    const there = toQuantumCircuit(circuit);
    there.run();
    expect((there as unknown as { cregs: object }).cregs).toEqual({ a: [0, 1], b: [1] });
    const back = fromQuantumCircuit(there);
    expect(back.registers.bitRegisters).toEqual(circuit.registers.bitRegisters);
    const counts = (c: Circuit) => run(c, { shots: 100, random: seededRandom(1) }).counts;
    expect(counts(back)).toEqual(counts(circuit));
  });

  it.each<[string, Circuit, string]>([
    ["no qubits", new Circuit(0), "at least one qubit"],
    ["parameters", new Circuit(1).rx(parameter("theta"), 0), "got theta without; use bind"],
    ["loops", new Circuit(1).while(equals([0], 1), (body) => body.x(0)), "a loop"],
    ["assignments", new Circuit(1).add({ kind: "assign", bit: 0, value: equals([0], 1) }), "an assignment"],
    [
      "an else",
      new Circuit(1).if(
        equals([0], 1),
        (body) => body.x(0),
        (body) => body.y(0),
      ),
      "without else",
    ],
    ["part of a register", new Circuit(1, 2).if(equals([0], 1), (body) => body.x(0)), "a whole register"],
    [
      "branches in branches",
      new Circuit(1).if(equals([0], 1), (body) => body.if(equals([0], 1), (inner) => inner.x(0))),
      "a whole register, without else",
    ],
    [
      "measurements in branches",
      new Circuit(1).if(equals([0], 1), (body) => body.measure(0)),
      "a branch that measures",
    ],
  ])("refuses %s", (_, circuit, why) => {
    expect(() => toQuantumCircuit(circuit)).toThrow(RangeError);
    expect(() => toQuantumCircuit(circuit)).toThrow(why);
  });
});

describe("quantumCircuitState", () => {
  it("agrees with simulate on every gate of the table, global phase included", () => {
    const circuit = tableCircuit(5, 1, seededRandom(2)).measureAll();
    expect(stateDifference(quantumCircuitState(circuit), simulate(circuit))).toBeLessThan(1e-12);
  });

  it("refuses circuits without one final state, and states that are too large", () => {
    expect(() => quantumCircuitState(new Circuit(1).measure(0).h(0))).toThrow(RangeError);
    expect(() => quantumCircuitState(new Circuit(17))).toThrow(LimitError);
  });
});
