import { describe, expect, it } from "vitest";
import { brick } from "../../bench/circuits/brick.ts";
import { type Family, families, familyCircuit } from "../../bench/circuits/families.ts";
import { grover } from "../../bench/circuits/grover.ts";
import { qft } from "../../bench/circuits/qft.ts";
import { randomCircuit } from "../../bench/circuits/random-circuit.ts";
import { randomU3 } from "../../bench/circuits/random-u3.ts";
import { rotations } from "../../bench/circuits/rotations.ts";
import { Circuit } from "../../src/circuit/circuit.ts";
import { countGates } from "../../src/circuit/counts/count-gates.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";
import { stateDifference } from "../support/state-difference.ts";

describe("the circuits of the benchmark", () => {
  it.each(Object.keys(families) as Family[])("%s is the same at every call and keeps the norm", (family) => {
    for (const n of [1, 2, 3, 7]) {
      const circuit = familyCircuit(family, n);
      expect(familyCircuit(family, n).toJSON()).toEqual(circuit.toJSON());
      expect(simulate(circuit).norm()).toBeCloseTo(1, 12);
    }
  });

  it("ghz prepares (|0…0⟩ + |1…1⟩)/√2", () => {
    expect(simulate(familyCircuit("ghz", 5)).ket()).toBe("0.707|00000⟩ + 0.707|11111⟩");
  });

  it("qft is the Fourier transform of a random product state", () => {
    const input = randomU3(new Circuit(6), seededRandom(3));
    expect(
      stateDifference(simulate(qft(6, seededRandom(3))), simulate(input.qft([0, 1, 2, 3, 4, 5]))),
    ).toBeLessThan(1e-13);
  });

  it("rot has twenty layers of U3 and of CX between neighbours, with alternating offset", () => {
    const circuit = rotations(5, seededRandom(1));
    expect(countGates(circuit)).toEqual({ u: 100, cx: 40 });
    expect(brick(5, 0)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(brick(5, 1)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const pairs = circuit.operations.flatMap((step) =>
      step.kind === "gate" && step.gate === "cx" ? [step.qubits] : [],
    );
    expect(pairs.slice(0, 4)).toEqual([...brick(5, 0), ...brick(5, 1)]);
  });

  it("rqc never has the same root twice in a row on a qubit", () => {
    const circuit = randomCircuit(6, seededRandom(2));
    const names = new Set<string>();
    for (let q = 0; q < 6; q++) {
      const roots = circuit.operations.flatMap((step) =>
        step.kind === "gate" && step.qubits.length === 1 && step.qubits[0] === q ? [step.gate] : [],
      );
      expect(roots).toHaveLength(22);
      expect([roots[0], roots[21]]).toEqual(["h", "h"]);
      for (let k = 1; k < roots.length; k++) expect(roots[k]).not.toBe(roots[k - 1]);
      for (const name of roots) names.add(name);
    }
    expect([...names].sort()).toEqual(["h", "rx", "ry", "u"]);
    expect(countGates(circuit)).toMatchObject({ cz: 50 });
  });

  it("rqc uses square roots of X, Y and W up to a phase", () => {
    // Twice the root on |0⟩ gives |1⟩, and its fourth power is the identity up to a phase.
    for (const root of ["rx", "ry", "u"] as const) {
      const step = randomCircuit(1, seededRandom(5)).operations.find(
        (s) => s.kind === "gate" && s.gate === root,
      );
      const twice = new Circuit(1, 0, [step!, step!]);
      expect(simulate(twice).probability(1)).toBeCloseTo(1, 14);
      expect(simulate(twice, { initial: StateVector.basis(1, 1) }).probability(0)).toBeCloseTo(1, 14);
    }
  });

  it("grover finds its item with probability sin²((2r + 1)θ), two n-qubit Z an iteration", () => {
    const n = 8;
    const theta = Math.asin(2 ** (-n / 2));
    const circuit = grover(n, seededRandom(4), 10);
    const most = Math.max(...simulate(circuit).probabilities());
    expect(most).toBeCloseTo(Math.sin(21 * theta) ** 2, 12);
    const wide = circuit.operations.filter((step) => step.kind === "gate" && step.controls.length === n - 1);
    expect(wide).toHaveLength(20);
  });
});
