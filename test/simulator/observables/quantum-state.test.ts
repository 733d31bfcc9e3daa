import { describe, expect, it } from "vitest";
import {
  complexMatrix,
  identityMatrix,
  largestDifference,
  zeroMatrix,
} from "../../../src/circuit/complex-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { marginal } from "../../../src/simulator/marginal.ts";
import { blochVector } from "../../../src/simulator/observables/bloch-vector.ts";
import { expectation } from "../../../src/simulator/observables/expectation.ts";
import { partialTrace } from "../../../src/simulator/observables/partial-trace.ts";
import { purity } from "../../../src/simulator/observables/purity.ts";
import { densityOf } from "../../../src/simulator/observables/quantum-state.ts";
import { reducedDensity } from "../../../src/simulator/reduced-density.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { randomDensity } from "../../support/random-density.ts";
import { randomState } from "../../support/random-state.ts";

const random = seededRandom(42);

describe("states, pure and mixed", () => {
  it("have the same marginals and reduced states as amplitudes and as a density matrix", () => {
    const pure = randomState(5, random);
    const mixed = densityOf(pure);
    const kept = [3, 0, 4];
    marginal(pure, kept).forEach((p, x) => {
      expect(Math.abs(p - marginal(mixed, kept)[x])).toBeLessThan(1e-15);
    });
    expect(largestDifference(reducedDensity(pure, kept), reducedDensity(mixed, kept))).toBeLessThan(1e-15);
    expect(largestDifference(partialTrace(pure, [0, 2]), partialTrace(mixed, [2, 0]))).toBeLessThan(1e-15);
    expect(largestDifference(partialTrace(pure, [0, 2]), reducedDensity(pure, [1, 3, 4]))).toBe(0);
  });

  it("trace out one qubit after the other as all at once, down to the number 1", () => {
    const density = randomDensity(3, random);
    const stepwise = partialTrace(partialTrace(density, [0]), [0]);
    expect(largestDifference(stepwise, partialTrace(density, [0, 1]))).toBeLessThan(1e-15);
    expect(partialTrace(density, [0, 1, 2]).re[0]).toBeCloseTo(1, 14);
    expect(largestDifference(partialTrace(density, []), density)).toBe(0);
  });

  it("have the Bloch vector of the means of X, Y and Z, of length √(2 tr ρ² − 1)", () => {
    for (const state of [randomState(3, random), randomDensity(3, random)]) {
      for (let qubit = 0; qubit < 3; qubit++) {
        const vector = blochVector(state, qubit);
        ["X", "Y", "Z"].forEach((letter, k) => {
          expect(Math.abs(vector[k] - expectation(state, `${letter}${qubit}`))).toBeLessThan(1e-14);
        });
        const length = Math.sqrt(2 * purity(reducedDensity(state, [qubit])) - 1);
        expect(Math.hypot(...vector)).toBeCloseTo(length, 12);
      }
    }
    expect(blochVector(StateVector.basis(2, 2), 0)).toEqual([0, 0, 1]);
    expect(blochVector(StateVector.basis(2, 2), 1)).toEqual([0, 0, -1]);
  });

  it("are refused where they are none", () => {
    const skew = complexMatrix([
      [0.5, 0.1],
      [0.2, 0.5],
    ]);
    const broken = zeroMatrix(2);
    broken.re[0] = Number.NaN;
    expect(() => purity(skew)).toThrow(
      /expected a Hermitian density matrix, got entries that differ by 0\.1/,
    );
    expect(() => purity(broken)).toThrow(RangeError);
    expect(() => purity(identityMatrix(2))).toThrow(/trace 1, got 2; divide it by its trace/);
    expect(() => purity(identityMatrix(3))).toThrow(/2\^k rows, got 3/);
    expect(() => purity({ ...identityMatrix(2), im: new Float64Array(3) })).toThrow(/expected 4 numbers/);
    expect(() => purity(null as unknown as StateVector)).toThrow(/got null/);
    expect(() => blochVector(new StateVector(2), 2)).toThrow(/qubit from 0 to 1, got 2/);
    expect(() => partialTrace(new StateVector(2), [0, 0])).toThrow(/distinct/);
    expect(() => partialTrace(new StateVector(12), [0])).toThrow(/at most 10 kept qubits, got 11/);
    expect(() => marginal(randomDensity(2, random), [2])).toThrow(/qubit from 0 to 1/);
  });
});
