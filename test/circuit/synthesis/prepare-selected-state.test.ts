import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { countGates } from "../../../src/circuit/counts/count-gates.ts";
import { prepareSelectedState } from "../../../src/circuit/synthesis/prepare-selected-state.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { simulate } from "../../../src/simulator/simulate.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";

describe("prepareSelectedState", () => {
  it("prepares the vector that the selecting qubits name, and leaves |0…0⟩ for a vector of zeros", () => {
    const random = seededRandom(35);
    const vectors = Array.from({ length: 4 }, (_, i) =>
      Float64Array.from({ length: 8 }, () => (i === 2 ? 0 : random.normal())),
    );
    const circuit = new Circuit(5).addAll(prepareSelectedState(vectors, [4, 1], [0, 2, 3]));
    vectors.forEach((vector, i) => {
      const start = (i & 1) * 16 + (i >> 1) * 2;
      const state = simulate(circuit, { initial: StateVector.basis(5, start) });
      const norm = Math.hypot(...vector);
      vector.forEach((value, k) => {
        const at = start + (k & 1) + 4 * ((k >> 1) & 1) + 8 * (k >> 2);
        const wanted = norm === 0 ? Number(k === 0) : value / norm;
        expect(Math.abs(state.re[at] - wanted)).toBeLessThan(1e-14);
      });
    });
    expect(countGates(circuit)).toEqual({ cx: 4 * 7, ry: 4 * 7 });
  });

  it("refuses other numbers of vectors, targets and entries", () => {
    expect(() => prepareSelectedState([[1, 0]], [1], [0])).toThrow(/expected 2 vectors/);
    expect(() => prepareSelectedState([[1], [1]], [1], [])).toThrow(/at least one target/);
    expect(() => prepareSelectedState([[1, 0], [1]], [1], [0])).toThrow(/vectors of 2 entries, got 1/);
  });
});
