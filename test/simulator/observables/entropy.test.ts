import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { adjoint, complexMatrix, identityMatrix, multiply } from "../../../src/circuit/complex-matrix.ts";
import { unitary } from "../../../src/circuit/unitary.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { concurrence } from "../../../src/simulator/observables/concurrence.ts";
import { entanglementEntropy } from "../../../src/simulator/observables/entanglement-entropy.ts";
import { entropy } from "../../../src/simulator/observables/entropy.ts";
import { purity } from "../../../src/simulator/observables/purity.ts";
import { densityOf } from "../../../src/simulator/observables/quantum-state.ts";
import { renyiEntropy } from "../../../src/simulator/observables/renyi-entropy.ts";
import { schmidtCoefficients } from "../../../src/simulator/observables/schmidt-coefficients.ts";
import { simulate } from "../../../src/simulator/simulate.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { randomCircuit } from "../../support/random-circuit.ts";
import { randomDensity } from "../../support/random-density.ts";
import { randomState } from "../../support/random-state.ts";

const random = seededRandom(43);

/** U diag(law) U† with a random unitary: a density matrix of known eigenvalues. */
function withSpectrum(law: readonly number[]) {
  const turn = unitary(randomCircuit(Math.log2(law.length), 30, random));
  const diagonal = complexMatrix(law.map((p, r) => law.map((_, c) => (r === c ? p : 0))));
  return multiply(multiply(turn, diagonal), adjoint(turn));
}

const shannon = (law: readonly number[]) => law.reduce((sum, p) => sum - (p > 0 ? p * Math.log2(p) : 0), 0);

describe("entropies", () => {
  it("depend on the eigenvalues alone", () => {
    for (const law of [
      [0.4, 0.3, 0.2, 0.1],
      [0.5, 0.5, 0, 0],
      [1, 0, 0, 0],
      [0.25, 0.25, 0.25, 0.25],
      [0.7, 0.1, 0.1, 0.05, 0.05, 0, 0, 0],
    ]) {
      const state = withSpectrum(law);
      const square = law.reduce((sum, p) => sum + p * p, 0);
      expect(Math.abs(entropy(state) - shannon(law))).toBeLessThan(1e-12);
      expect(Math.abs(purity(state) - square)).toBeLessThan(1e-13);
      expect(Math.abs(renyiEntropy(state) + Math.log2(square))).toBeLessThan(1e-12);
      expect(renyiEntropy(state)).toBeLessThan(entropy(state) + 1e-12);
    }
  });

  it("are 0 for pure states", () => {
    const state = randomState(3, random);
    expect([entropy(state), purity(state)].map((x) => Math.round(x * 1e12) / 1e12)).toEqual([0, 1]);
    expect(entropy(densityOf(state))).toBeLessThan(1e-12);
    expect(renyiEntropy(state)).toBeLessThan(1e-12);
  });

  it("of a cut are the same on both sides, and those of the reduced state", () => {
    for (let trial = 0; trial < 10; trial++) {
      const state = randomState(5, random);
      const bits = entanglementEntropy(state, [3, 0]);
      expect(Math.abs(bits - entanglementEntropy(state, [1, 2, 4]))).toBeLessThan(1e-12);
      expect(Math.abs(bits - entropy(state.reducedDensity([0, 3])))).toBeLessThan(1e-12);
    }
    const ghz = simulate(new Circuit(3).h(0).cx(0, 1).cx(1, 2));
    expect(entanglementEntropy(ghz, [1])).toBeCloseTo(1, 13);
    expect(entanglementEntropy(ghz, [])).toBe(0);
  });

  it("refuse negative eigenvalues and more qubits than can be decomposed", () => {
    const negative = complexMatrix([
      [1.5, 0],
      [0, -0.5],
    ]);
    expect(() => entropy(negative)).toThrow(
      /positive semidefinite density matrix, got an eigenvalue of -0\.5/,
    );
    const wide = identityMatrix(1024);
    expect(() => entropy({ ...wide, re: wide.re.map((x) => x / 1024) })).toThrow(LimitError);
  });
});

describe("schmidtCoefficients", () => {
  it("are known for (cos t)|00⟩ + (sin t)|11⟩, however small, descending", () => {
    for (const angle of [0.3, 1e-5, 1e-9, 0]) {
      const [large, small] = schmidtCoefficients(simulate(new Circuit(2).ry(2 * angle, 0).cx(0, 1)), [1]);
      expect(Math.abs(large - Math.cos(angle))).toBeLessThan(1e-15);
      expect(Math.abs(small - Math.sin(angle))).toBeLessThan(1e-15);
    }
  });

  it("do not change under unitaries on either side, and number 2^k for the smaller side", () => {
    const state = randomState(6, random);
    const turned = simulate(
      new Circuit(6)
        .append(randomCircuit(2, 20, random), [4, 1])
        .append(randomCircuit(4, 20, random), [0, 2, 3, 5]),
      { initial: state },
    );
    const before = schmidtCoefficients(state, [1, 4]);
    expect(before.length).toBe(4);
    schmidtCoefficients(turned, [0, 2, 3, 5]).forEach((s, k) => {
      expect(Math.abs(s - before[k])).toBeLessThan(1e-13);
    });
    expect(before.reduce((sum, s) => sum + s * s, 0)).toBeCloseTo(1, 13);
  });

  it("refuse qubits that are none and cuts that are too wide", () => {
    expect(() => schmidtCoefficients(new StateVector(2), [2])).toThrow(RangeError);
    const half = Array.from({ length: 10 }, (_, k) => k);
    expect(() => schmidtCoefficients(new StateVector(20), half)).toThrow(
      /at most 9 qubits on the smaller side/,
    );
  });
});

describe("concurrence", () => {
  it("is |sin 2t| for (cos t)|00⟩ + (sin t)|11⟩, by amplitudes and by density matrix", () => {
    for (const angle of [0, 0.2, Math.PI / 4, 1]) {
      const state = simulate(new Circuit(2).ry(2 * angle, 0).cx(0, 1));
      expect(concurrence(state)).toBeCloseTo(Math.sin(2 * angle), 14);
      expect(concurrence(densityOf(state))).toBeCloseTo(Math.sin(2 * angle), 7);
    }
    const pure = randomState(2, random);
    // Of a pure state C² = 2(1 − tr ρ₀²).
    expect(concurrence(pure) ** 2).toBeCloseTo(2 * (1 - purity(pure.reducedDensity([0]))), 13);
  });

  it("is max(0, (3p − 1)/2) for the Werner state p|Ψ⁻⟩⟨Ψ⁻| + (1 − p)/4", () => {
    const singlet = densityOf(simulate(new Circuit(2).x(0).h(0).cx(0, 1).x(1)));
    for (const p of [0, 0.2, 1 / 3, 0.5, 0.9]) {
      const werner = { ...singlet, re: singlet.re.map((x, k) => p * x + (k % 5 === 0 ? (1 - p) / 4 : 0)) };
      expect(concurrence(werner)).toBeCloseTo(Math.max(0, (3 * p - 1) / 2), 10);
    }
  });

  it("refuses other than two qubits", () => {
    expect(() => concurrence(randomDensity(1, random))).toThrow(/state of 2 qubits, got 1/);
    expect(() => concurrence(new StateVector(3))).toThrow(RangeError);
  });
});
