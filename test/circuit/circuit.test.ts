import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import {
  complexMatrix,
  identityMatrix,
  kroneckerProduct,
  largestDifference,
  multiply,
} from "../../src/circuit/complex-matrix.ts";
import { off } from "../../src/circuit/control.ts";
import { countGates } from "../../src/circuit/counts/count-gates.ts";
import { gateMatrix } from "../../src/circuit/gate-matrix.ts";
import { type GateName, gateTable } from "../../src/circuit/gate-table.ts";
import { unitary } from "../../src/circuit/unitary.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { expectActsLike } from "../support/expect-acts-like.ts";
import { randomCircuit } from "../support/random-circuit.ts";

describe("Circuit", () => {
  it.each(Object.values(gateTable))("has a method $name that takes angles, then qubits", (gate) => {
    const angles = [0.4, -2.2, 1.3, 0.9].slice(0, gate.parameters.length);
    const qubits = [2, 0, 1, 4, 3].slice(0, gate.qubits);
    const method = new Circuit(5)[gate.name as GateName] as (...args: number[]) => Circuit;
    const circuit = method.call(new Circuit(5), ...angles, ...qubits);
    expect(circuit.operations).toEqual([
      { kind: "gate", gate: gate.name, parameters: angles, qubits, controls: [] },
    ]);
  });

  it("counts qubit 0 as the low bit: X on qubits 0 and 1 of three makes |011⟩, which is 3", () => {
    const state = simulate(new Circuit(3).x(0).x(1));
    expect(state.ket()).toBe("|011⟩");
    expect(state.probability(3)).toBe(1);
  });

  it("takes the control first: CX from qubit 1 to qubit 0 turns |10⟩ into |11⟩ and leaves |01⟩", () => {
    expect(simulate(new Circuit(2).x(1).cx(1, 0)).ket()).toBe("|11⟩");
    expect(simulate(new Circuit(2).x(0).cx(1, 0)).ket()).toBe("|01⟩");
  });

  it("never changes: a beginning can be continued in several ways", () => {
    const start = new Circuit(2).h(0);
    const first = start.cx(0, 1);
    const listed = start.operations;
    const second = start.z(0).x(1);
    expect(countGates(start)).toEqual({ h: 1 });
    expect(countGates(first)).toEqual({ h: 1, cx: 1 });
    expect(countGates(second)).toEqual({ h: 1, z: 1, x: 1 });
    expect(countGates(first.y(0))).toEqual({ h: 1, cx: 1, y: 1 });
    expect(listed).toHaveLength(1);
    expect(Object.isFrozen(listed)).toBe(true);
  });

  it("is undone by its inverse, all first-class operations included", () => {
    const random = seededRandom(1);
    const circuit = randomCircuit(4, 30, random)
      .lookup({ inputs: [0, 3], outputs: [1, 2], table: [1, 0, 3, 2] })
      .phaseOracle({ qubits: [1, 3], marked: [2], phase: 0.4 })
      .reflectUniform([0, 2, 3], 0.9)
      .qft([2, 0, 1])
      .unitary(gateMatrix("iswap"), [3, 1])
      .barrier();
    const product = unitary(circuit.append(circuit.inverse()));
    expect(largestDifference(product, identityMatrix(16))).toBeLessThan(1e-12);
  });

  it("puts the second factor of a tensor product on the low qubits, as A ⊗ B has row i·rows(B) + j", () => {
    const a = new Circuit(1).ry(0.3, 0).measure(0);
    const b = new Circuit(2).cx(0, 1).t(1).measure(1, 0);
    const tensor = a.tensor(b);
    expect(tensor.operations.filter(({ kind }) => kind === "measure")).toEqual([
      { kind: "measure", qubit: 1, bit: 0 },
      { kind: "measure", qubit: 2, bit: 1 },
    ]);
    const [left, right] = [new Circuit(1).ry(0.3, 0), new Circuit(2).cx(0, 1).t(1)];
    expectActsLike(left.tensor(right), kroneckerProduct(unitary(left), unitary(right)));
    expect(simulate(new Circuit(1).x(0).tensor(new Circuit(2))).ket()).toBe("|100⟩");
  });

  it("appends a circuit on named qubits and bits", () => {
    const pair = new Circuit(2).h(0).cx(0, 1).measure(1, 0);
    const circuit = new Circuit(4).append(pair, [3, 1], [5]);
    expect(circuit.operations).toEqual(new Circuit(4).h(3).cx(3, 1).measure(1, 5).operations);
    expect(circuit.bits).toBe(6);
    expect(new Circuit(3).append(pair).operations).toEqual(pair.operations);
  });

  it("controls by ones and zeros: X on qubit 2 where qubit 0 is 1 and qubit 1 is 0", () => {
    const circuit = new Circuit(3).control([0, off(1)], (body) => body.x(2));
    const states = Array.from({ length: 8 }, (_, start) => {
      const prepared = [0, 1, 2].reduce((c, q) => ((start >> q) & 1 ? c.x(q) : c), new Circuit(3));
      return simulate(prepared.append(circuit)).probabilities().indexOf(1);
    });
    expect(states).toEqual([0, 5, 2, 3, 4, 1, 6, 7]);
  });

  it("grows when it is controlled by a qubit beyond its own", () => {
    const controlled = new Circuit(1).h(0).gphase(0.7).controlled([2]);
    expect(controlled.qubits).toBe(3);
    expectActsLike(controlled, unitary(new Circuit(3).ch(2, 0).p(0.7, 2)));
  });

  it("makes global phases relative under control", () => {
    expectActsLike(
      new Circuit(2).control([1], (body) => body.gphase(Math.PI)),
      unitary(new Circuit(2).z(1)),
    );
  });

  it("repeats", () => {
    const step = new Circuit(2).rx(0.1, 0).cx(0, 1);
    const matrix = unitary(step);
    expectActsLike(step.repeat(3), multiply(matrix, multiply(matrix, matrix)));
    expect(step.repeat(0).length).toBe(0);
    expect(step.repeat(2).h(0).length).toBe(5);
  });

  it("takes phase oracles as lists in any order and as predicates", () => {
    const list = new Circuit(3).phaseOracle({ qubits: [0, 1, 2], marked: [6, 1] });
    const predicate = new Circuit(3).phaseOracle({ qubits: [0, 1, 2], marked: (x) => x === 1 || x === 6 });
    expect(list.operations).toEqual(predicate.operations);
    expect(
      new Circuit(2).phaseOracle({ qubits: [0], marked: [], label: "none" }).operations[0],
    ).toHaveProperty("label", "none");
  });

  it("counts classical bits by its measurements and conditionals", () => {
    expect(new Circuit(2).bits).toBe(0);
    expect(new Circuit(2, 4).measure(0, 1).bits).toBe(4);
    expect(new Circuit(2).measure(1).bits).toBe(2);
    expect(new Circuit(3).measureAll().bits).toBe(3);
    expect(new Circuit(2).when([6], 1, (body) => body.x(0)).bits).toBe(7);
  });

  it("is plain data that can be taken back", () => {
    const circuit = new Circuit(3)
      .h(0)
      .control([off(1)], (body) => body.cx(0, 2))
      .measure(2, 0)
      .barrier(0, 1);
    const { qubits, bits, operations } = JSON.parse(JSON.stringify(circuit));
    expect(new Circuit(qubits, bits, operations).operations).toEqual(circuit.operations);
  });

  it("grows by one step in constant time: 10^5 gates are no trouble", () => {
    let circuit = new Circuit(1);
    for (let k = 0; k < 100_000; k++) circuit = circuit.x(0);
    expect(circuit.length).toBe(100_000);
    expect(new Circuit(1).append(circuit.repeat(3)).length).toBe(300_000);
  });

  it("refuses bad qubits, angles and counts, and says which", () => {
    const circuit = new Circuit(2);
    expect(() => circuit.h(2)).toThrow(
      "h: expected a qubit from 0 to 1, got 2; make the circuit larger or renumber.",
    );
    expect(() => circuit.h(-1)).toThrow(RangeError);
    expect(() => circuit.h(0.5)).toThrow(RangeError);
    expect(() => circuit.cx(1, 1)).toThrow("cx: expected distinct qubits, got 1, 1; name each once.");
    expect(() => circuit.rx(Number.NaN, 0)).toThrow(/rx: expected a finite angle in radians, got NaN/);
    expect(() => circuit.rx(Number.POSITIVE_INFINITY, 0)).toThrow(RangeError);
    expect(() => circuit.gate("cx", [], [0])).toThrow(/cx: expected 0 parameters and 2 qubits, got 0 and 1/);
    expect(() => circuit.gate("rx", [], [0])).toThrow(/expected 1 parameters/);
    expect(() => circuit.gate("knot" as GateName, [], [0, 1])).toThrow(/name of a gate/);
    expect(() => circuit.gate("x", [], [0], [0])).toThrow(/distinct/);
    expect(() => circuit.gate("x", [], [0], [{ qubit: 1, value: 2 as 0 }])).toThrow(/control values 0 or 1/);
    expect(() => new Circuit(-1)).toThrow(RangeError);
    expect(() => new Circuit(1.5)).toThrow(/whole numbers ≥ 0 of qubits/);
    expect(() => circuit.measure(0, -1)).toThrow(/whole bit number/);
    expect(() => circuit.repeat(-1)).toThrow(/use inverse/);
    expect(() => circuit.append(new Circuit(2), [0])).toThrow(/expected 2 qubits to map to, got 1/);
    expect(() => circuit.append(new Circuit(2), [0, 0])).toThrow(/distinct/);
    expect(() => circuit.append(new Circuit(3).h(2))).toThrow(RangeError);
  });

  it("refuses bad tables, marks and matrices", () => {
    const circuit = new Circuit(3);
    expect(() => circuit.lookup({ inputs: [0], outputs: [1], table: [0] })).toThrow(
      /expected 2 table entries/,
    );
    expect(() => circuit.lookup({ inputs: [0], outputs: [1], table: [0, 2] })).toThrow(/values below 2/);
    expect(() => circuit.lookup({ inputs: [0], outputs: [1], table: [0, 0.5] })).toThrow(/whole numbers/);
    expect(() => circuit.lookup({ inputs: [0], outputs: [1], table: [0, -1] })).toThrow(/whole numbers/);
    expect(() => circuit.lookup({ inputs: [0], outputs: [], table: [0, 0] })).toThrow(/output qubit/);
    expect(() => circuit.lookup({ inputs: [0], outputs: [0], table: [0, 0] })).toThrow(/distinct/);
    expect(() => circuit.phaseOracle({ qubits: [0], marked: [2] })).toThrow(/states below 2, got 2/);
    expect(() => circuit.phaseOracle({ qubits: [0], marked: [1, 1] })).toThrow(/strictly ascending/);
    expect(() => circuit.phaseOracle({ qubits: [0], marked: [], phase: Number.NaN })).toThrow(/finite angle/);
    expect(() => circuit.reflectUniform([])).toThrow(/at least one qubit/);
    expect(() => circuit.qft([])).toThrow(/at least one qubit/);
    expect(() => circuit.unitary(identityMatrix(4), [0])).toThrow(/matrix of 2 rows for 1 qubits, got 4/);
    const shear = complexMatrix([
      [1, 1],
      [0, 1],
    ]);
    expect(() => circuit.unitary(shear, [0])).toThrow(/expected a unitary matrix/);
    expect(() => circuit.when([0], 2, (body) => body)).toThrow(/whole number below 2, got 2/);
  });

  it("refuses steps of unknown kind", () => {
    expect(() => new Circuit(1).add({ kind: "braid", qubits: [0] } as never)).toThrow(
      /kind of operation.*got braid/,
    );
  });

  it("refuses to invert or control what cannot be undone", () => {
    expect(() => new Circuit(1).measure(0).inverse()).toThrow(/expected unitary operations, got measure/);
    expect(() => new Circuit(1).reset(0).controlled([1])).toThrow(/expected unitary operations, got reset/);
    expect(() => new Circuit(1).when([0], 1, (b) => b.x(0)).inverse()).toThrow(/got conditional/);
  });
});
