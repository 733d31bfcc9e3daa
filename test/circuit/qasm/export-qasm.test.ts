import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { complexMatrix, largestDifference } from "../../../src/circuit/complex-matrix.ts";
import type { Condition } from "../../../src/circuit/condition.ts";
import { off } from "../../../src/circuit/control.ts";
import { over, parameter, plus, power, times, unaryExpression } from "../../../src/circuit/parameter.ts";
import { exportQasm } from "../../../src/circuit/qasm/export-qasm.ts";
import { parseQasm } from "../../../src/circuit/qasm/parse-qasm.ts";
import { unitary } from "../../../src/circuit/unitary.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { run } from "../../../src/simulator/run.ts";
import { randomCircuit } from "../../support/random-circuit.ts";

const versions = [2, 3] as const;

function expectReadsBack(circuit: Circuit, version: 2 | 3): Circuit {
  const read = parseQasm(exportQasm(circuit, { version }));
  expect(largestDifference(unitary(read), unitary(circuit))).toBeLessThanOrEqual(1e-12);
  return read;
}

describe.each(versions)("exportQasm, version %d", (version) => {
  it("reads back as the same unitary, phase included, over the whole gate table and under controls", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), (seed, qubits) => {
        expectReadsBack(randomCircuit(qubits, 10, seededRandom(seed)), version);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it("writes dense matrices, look-ups, phase oracles, reflections and Fourier transforms out exactly", () => {
    const y = complexMatrix([
      [0, [0, -1]],
      [[0, 1], 0],
    ]);
    const circuit = new Circuit(4)
      .onEach("ry", [0, 1, 2, 3], 0.7)
      .unitary(y, [1], "flip")
      .lookup({ inputs: [0, 1], outputs: [3, 2], table: [0, 3, 1, 2] })
      .phaseOracle({ qubits: [0, 2, 3], marked: [1, 6], phase: 0.4, label: "S₀" })
      .reflectUniform([1, 2, 3], 1.1)
      .qft([3, 0, 1])
      .inverseQft([0, 2])
      .control([off(1)], (body) => body.qft([0, 3]).reflectUniform([0, 2]).unitary(y, [2]));
    expectReadsBack(circuit, version);
  });

  it("writes boxes as gate definitions, which come back as boxes with their labels", () => {
    const turn = (angle: number) =>
      new Circuit(2)
        .rx(angle, 0)
        .cx(0, 1)
        .rz(2 * angle, 1);
    const circuit = new Circuit(3)
      .box("turn", turn(0.3), [0, 1])
      .box("turn", turn(0.8), [2, 0])
      .box("outer", new Circuit(2).box("turn", turn(0.3)).gphase(0.25), [1, 2])
      .control([off(0)], (body) => body.box("turn", turn(0.5), [1, 2]));
    const text = exportQasm(circuit, { version });
    expect(text.match(/^gate turn\(/gm)).toHaveLength(1);
    const labels = expectReadsBack(circuit, version).operations.flatMap((step) =>
      step.kind === "box" ? [step.label] : [],
    );
    expect(labels.slice(0, 3)).toEqual(["turn", "turn", "outer"]);
  });

  it("keeps the names of registers, and changes those that mean something else", () => {
    const circuit = Circuit.withRegisters(
      [
        ["data", 2],
        ["help", 1],
      ],
      [["m", 2]],
    )
      .h(0)
      .measure(1, 0);
    expect(parseQasm(exportQasm(circuit, { version })).registers).toEqual(circuit.registers);
    const odd = Circuit.withRegisters([
      ["gate", 1],
      ["h", 1],
    ]).x(1);
    expect(expectReadsBack(odd, version).registers.qubitRegisters.map(({ name }) => name)).toEqual([
      "gate_1",
      "h_1",
    ]);
  });

  it("runs alike after measurements and branches", () => {
    const low: Condition = { kind: "compare", bits: [0, 1], operator: "<", value: 2 };
    for (let x = 0; x < 4; x++) {
      let circuit = new Circuit(4, 4);
      for (const k of [0, 1]) if ((x >> k) % 2 === 1) circuit = circuit.x(k);
      circuit = circuit
        .measure(0, 0)
        .measure(1, 1)
        .when([0, 1], 3, (body) => body.x(2))
        .if(
          low,
          (body) => body.x(3),
          (body) => body.reset(3),
        )
        .if({ kind: "xor", left: { kind: "equals", bits: [0], value: 1 }, right: low }, (body) => body.x(2))
        .measure(2, 2)
        .measure(3, 3);
      const options = { shots: 1, random: seededRandom(1) };
      expect(run(parseQasm(exportQasm(circuit, { version })), options)).toEqual(run(circuit, options));
    }
  });

  it("writes the same text again, and a fixed point after one reading", () => {
    const text = exportQasm(randomCircuit(4, 30, seededRandom(5)), { version });
    const again = exportQasm(parseQasm(text), { version });
    expect(exportQasm(parseQasm(again), { version })).toBe(again);
  });
});

describe("exportQasm", () => {
  it("writes a plain program as one would by hand", () => {
    const bell = new Circuit(2).h(0).cx(0, 1).measureAll();
    expect(exportQasm(bell)).toBe(
      'OPENQASM 3.0;\ninclude "stdgates.inc";\nqubit[2] q;\nbit[2] c;\nh q[0];\ncx q[0], q[1];\nc = measure q;\n',
    );
    expect(exportQasm(bell, { version: 2 })).toBe(
      'OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[2];\ncreg c[2];\nh q[0];\ncx q[0], q[1];\nmeasure q -> c;\n',
    );
  });

  it("keeps symbolic parameters in version 3, inside boxes too", () => {
    const angle = plus(
      times(2, parameter("theta")),
      unaryExpression("sin", over(power(parameter("phi"), 2), 3)),
    );
    const circuit = new Circuit(2).rx(angle, 0).box("b", new Circuit(1).rz(angle, 0), [1]);
    const read = parseQasm(exportQasm(circuit));
    expect(read.parameters).toEqual(["phi", "theta"]);
    const values = { theta: 0.3, phi: 1.7 };
    expect(largestDifference(unitary(read.bind(values)), unitary(circuit.bind(values)))).toBeLessThan(1e-14);
    expect(() => exportQasm(circuit, { version: 2 })).toThrow(/phi without; use bind/);
  });

  it("keeps loops and assignments in version 3, and refuses them in version 2", () => {
    const circuit = new Circuit(1, 2)
      .assign(1, { kind: "constant", value: true })
      .while({ kind: "equals", bits: [1], value: 1 }, (body) =>
        body
          .x(0)
          .measure(0, 0)
          .assign(1, { kind: "equals", bits: [0], value: 0 }),
      );
    const options = { shots: 3, random: seededRandom(1) };
    expect(run(parseQasm(exportQasm(circuit)), options)).toEqual(run(circuit, options));
    expect(() => exportQasm(circuit, { version: 2 })).toThrow(/got an assignment to a bit; use version 3/);
  });

  it("refuses what OpenQASM 2 cannot say, with the reason", () => {
    const refused = (circuit: Circuit) => expect(() => exportQasm(circuit, { version: 2 }));
    refused(new Circuit(0).gphase(1)).toThrow(/a qubit to carry the global phase/);
    const two = Circuit.withRegisters(
      [["q", 1]],
      [
        ["a", 1],
        ["b", 1],
      ],
    );
    refused(two.when([0, 1], 3, (body) => body.x(0))).toThrow(/bits of one register/);
    refused(new Circuit(1).when([0], 1, (body) => body.measure(0, 0).x(0))).toThrow(/measurement into bit 0/);
    refused(new Circuit(16).control([...Array(15).keys()], (body) => body.x(15))).toThrow(LimitError);
    expect(() => exportQasm(new Circuit(1), { version: 1 as never })).toThrow(/version 2 or 3, got 1/);
  });
});
