import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { complexMatrix, identityMatrix, kroneckerProduct } from "../../../src/circuit/complex-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { fidelity } from "../../../src/simulator/observables/fidelity.ts";
import { densityOf } from "../../../src/simulator/observables/quantum-state.ts";
import { traceDistance } from "../../../src/simulator/observables/trace-distance.ts";
import { simulate } from "../../../src/simulator/simulate.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { randomDensity } from "../../support/random-density.ts";
import { randomState } from "../../support/random-state.ts";

const random = seededRandom(44);

/** Of one qubit: tr ρσ + 2√(det ρ det σ) (Hübner 1992). */
function qubitFidelity(a: ReturnType<typeof randomDensity>, b: ReturnType<typeof randomDensity>): number {
  const det = ({ re, im }: typeof a) => re[0] * re[3] - (re[1] * re[2] - im[1] * im[2]);
  let product = 0;
  for (const [r, c] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]) {
    product += a.re[2 * r + c] * b.re[2 * c + r] - a.im[2 * r + c] * b.im[2 * c + r];
  }
  return product + 2 * Math.sqrt(det(a) * det(b));
}

describe("fidelity", () => {
  it("is tr ρσ + 2√(det ρ det σ) for one qubit, whichever comes first", () => {
    for (let trial = 0; trial < 30; trial++) {
      const [a, b] = [randomDensity(1, random), randomDensity(1, random)];
      expect(Math.abs(fidelity(a, b) - qubitFidelity(a, b))).toBeLessThan(1e-12);
      expect(Math.abs(fidelity(b, a) - fidelity(a, b))).toBeLessThan(1e-12);
    }
  });

  it("multiplies over the factors of product states", () => {
    const [a, b, c, d] = Array.from({ length: 4 }, () => randomDensity(1, random));
    const whole = fidelity(kroneckerProduct(a, b), kroneckerProduct(c, d));
    expect(Math.abs(whole - fidelity(a, c) * fidelity(b, d))).toBeLessThan(1e-12);
  });

  it("is the same whether a pure state comes as amplitudes or as a density matrix", () => {
    const [a, b] = [randomState(2, random), randomState(2, random)];
    const mixed = randomDensity(2, random);
    const [re, im] = a.innerProduct(b);
    expect(fidelity(a, b)).toBeCloseTo(re * re + im * im, 14);
    expect(fidelity(a, densityOf(b))).toBeCloseTo(fidelity(a, b), 13);
    expect(fidelity(densityOf(a), b)).toBeCloseTo(fidelity(a, b), 13);
    expect(fidelity(densityOf(a), densityOf(b))).toBeCloseTo(fidelity(a, b), 6);
    expect(fidelity(densityOf(a), mixed)).toBeCloseTo(fidelity(a, mixed), 6);
  });

  it("is 1 for equal states and 0 for orthogonal ones", () => {
    const mixed = randomDensity(2, random);
    expect(fidelity(mixed, mixed)).toBeCloseTo(1, 12);
    const [low, high] = [
      complexMatrix([
        [1, 0],
        [0, 0],
      ]),
      complexMatrix([
        [0, 0],
        [0, 1],
      ]),
    ];
    expect(fidelity(low, high)).toBe(0);
    expect(fidelity(StateVector.basis(1, 0), high)).toBe(0);
  });

  it("refuses states of different sizes", () => {
    expect(() => fidelity(new StateVector(2), randomDensity(1, random))).toThrow(
      /second state of 2 qubits, got 1/,
    );
  });
});

describe("traceDistance", () => {
  it("is half the distance of the Bloch vectors for one qubit", () => {
    const tilted = simulate(new Circuit(1).ry(0.4, 0));
    expect(traceDistance(new StateVector(1), tilted)).toBeCloseTo(Math.sin(0.2), 14);
    expect(traceDistance(densityOf(new StateVector(1)), tilted)).toBeCloseTo(Math.sin(0.2), 14);
    const mixed = identityMatrix(2);
    expect(traceDistance({ ...mixed, re: mixed.re.map((x) => x / 2) }, tilted)).toBeCloseTo(0.5, 14);
  });

  it("lies between 1 − √F and √(1 − F), at the upper end for pure states", () => {
    for (let trial = 0; trial < 20; trial++) {
      const [a, b] = [randomDensity(2, random), randomDensity(2, random)];
      const [f, t] = [fidelity(a, b), traceDistance(a, b)];
      expect(t).toBeGreaterThan(1 - Math.sqrt(f) - 1e-12);
      expect(t).toBeLessThan(Math.sqrt(1 - f) + 1e-12);
      const [p, q] = [randomState(3, random), randomState(3, random)];
      expect(traceDistance(p, q)).toBeCloseTo(Math.sqrt(1 - fidelity(p, q)), 12);
    }
  });

  it("does not lose the distance of states that are almost equal", () => {
    const near = simulate(new Circuit(1).ry(2e-9, 0));
    expect(traceDistance(new StateVector(1), near) / 1e-9).toBeCloseTo(1, 12);
  });

  it("is 0 for equal states, 1 for orthogonal ones, and refuses different sizes", () => {
    const mixed = randomDensity(2, random);
    expect(traceDistance(mixed, mixed)).toBe(0);
    expect(traceDistance(StateVector.basis(2, 0), StateVector.basis(2, 3))).toBe(1);
    expect(() => traceDistance(new StateVector(1), new StateVector(2))).toThrow(RangeError);
  });
});
