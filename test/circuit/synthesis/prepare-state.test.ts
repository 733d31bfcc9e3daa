import { describe, expect, it } from "vitest";
import { countGates } from "../../../src/circuit/counts/count-gates.ts";
import { amplitudeTree } from "../../../src/circuit/synthesis/amplitude-tree.ts";
import { prepareComplexState } from "../../../src/circuit/synthesis/prepare-complex-state.ts";
import { prepareRealState } from "../../../src/circuit/synthesis/prepare-real-state.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { simulate } from "../../../src/simulator/simulate.ts";

describe("prepareRealState", () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])("prepares random vectors with signs on %i qubits", (qubits) => {
    const random = seededRandom(31).split("vector", qubits);
    const values = Float64Array.from({ length: 2 ** qubits }, () => 3 * random.normal());
    const norm = Math.hypot(...values);
    const state = simulate(prepareRealState(values));
    values.forEach((value, i) => {
      expect(Math.abs(state.re[i] - value / norm)).toBeLessThan(1e-14);
      expect(Math.abs(state.im[i])).toBeLessThan(1e-14);
    });
  });

  it.each([1, 2, 3, 4, 5, 6])("takes 2^n − 2 CNOT and 2^n − 1 RY on %i qubits", (n) => {
    const {
      cx = 0,
      ry,
      ...others
    } = countGates(prepareRealState(Float64Array.from({ length: 2 ** n }, (_, i) => i + 1)));
    expect([cx, ry]).toEqual([2 ** n - 2, 2 ** n - 1]);
    expect(others).toEqual({});
  });

  it("costs (2^n1 − 2) + (2^n2 − 2) CNOT for a product, against 2^(n1+n2) − 2 expanded", () => {
    const product = prepareRealState([1, 2, 3, 4]).tensor(prepareRealState([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(countGates(product)["cx"]).toBe(2 + 6);
    const state = simulate(product);
    const expanded = simulate(
      prepareRealState([1, 2, 3, 4].flatMap((a) => [1, 2, 3, 4, 5, 6, 7, 8].map((b) => a * b))),
    );
    expect(1 - state.fidelity(expanded)).toBeLessThan(1e-14);
  });

  it("prepares zeros, huge and tiny entries", () => {
    expect(simulate(prepareRealState([0, 0, 0, -7])).amplitude(3)[0]).toBeCloseTo(-1, 15);
    expect(simulate(prepareRealState([3e200, 0, 0, -4e200])).ket()).toBe("0.6|00⟩ - 0.8|11⟩");
    expect(simulate(prepareRealState([3e-200, 0, 0, 4e-200])).ket()).toBe("0.6|00⟩ + 0.8|11⟩");
  });

  it("refuses what is no state", () => {
    expect(() => prepareRealState([1, 2, 3])).toThrow(/expected 2\^n entries, got 3/);
    expect(() => prepareRealState([])).toThrow(RangeError);
    expect(() => prepareRealState([0, 0])).toThrow(/an entry that is not 0/);
    expect(() => prepareRealState([1, Number.NaN])).toThrow(/finite entries, got NaN at 1/);
  });
});

describe("prepareComplexState", () => {
  it.each([0, 1, 2, 3, 4, 5, 6])(
    "prepares random complex vectors, phase included, on %i qubits",
    (qubits) => {
      const random = seededRandom(32).split("vector", qubits);
      const re = Float64Array.from({ length: 2 ** qubits }, () => random.normal());
      const im = Float64Array.from({ length: 2 ** qubits }, () => random.normal());
      const norm = Math.hypot(...re, ...im);
      const state = simulate(prepareComplexState(re, im));
      re.forEach((value, i) => {
        expect(Math.abs(state.re[i] - value / norm)).toBeLessThan(1e-14);
        expect(Math.abs(state.im[i] - im[i] / norm)).toBeLessThan(1e-14);
      });
    },
  );

  it.each([1, 2, 3, 4, 5])("takes 2(2^n − 2) CNOT and 2(2^n − 1) rotations on %i qubits", (n) => {
    const re = Float64Array.from({ length: 2 ** n }, (_, i) => i + 1);
    const { cx = 0, ry, rz } = countGates(prepareComplexState(re, re));
    expect([cx, ry + rz]).toEqual([2 * (2 ** n - 2), 2 * (2 ** n - 1)]);
  });

  it("refuses parts of different length", () => {
    expect(() => prepareComplexState([1, 0], [1])).toThrow(/expected 2 imaginary parts, got 1/);
  });
});

describe("amplitudeTree", () => {
  it("has the angle 2·atan2(norm right, norm left) at each node, signs in the last level", () => {
    const levels = amplitudeTree([3, 4, 0, -12]);
    expect(levels.map((level) => level.length)).toEqual([1, 2]);
    expect(levels[0][0]).toBeCloseTo(2 * Math.atan2(12, 5), 15);
    expect(levels[1][0]).toBeCloseTo(2 * Math.atan2(4, 3), 15);
    expect(levels[1][1]).toBeCloseTo(-Math.PI, 15);
  });
});
