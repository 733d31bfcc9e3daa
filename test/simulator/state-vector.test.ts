import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { largestDifference, multiply, zeroMatrix } from "../../src/circuit/complex-matrix.ts";
import { LimitError } from "../../src/errors/limit-error.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";
import { randomState } from "../support/random-state.ts";

describe("StateVector", () => {
  it("starts at |0…0⟩ or at a basis state", () => {
    expect(new StateVector(3).ket()).toBe("|000⟩");
    expect(StateVector.basis(3, 6).ket()).toBe("|110⟩");
    expect(StateVector.basis(3, 0).ket()).toBe("|000⟩");
    expect(new StateVector(0).size).toBe(1);
  });

  it("tells amplitudes and probabilities", () => {
    const state = simulate(new Circuit(2).ry(1, 0).p(0.5, 0).x(1));
    expect(state.amplitude(3)[0]).toBeCloseTo(Math.sin(0.5) * Math.cos(0.5), 15);
    expect(state.amplitude(3)[1]).toBeCloseTo(Math.sin(0.5) ** 2, 15);
    expect(state.probability(2)).toBeCloseTo(Math.cos(0.5) ** 2, 15);
    expect(state.probabilities()[3]).toBeCloseTo(Math.sin(0.5) ** 2, 15);
  });

  it("has marginals in the order of the named qubits", () => {
    const state = simulate(new Circuit(3).x(2));
    expect([...state.marginal([2, 0])]).toEqual([0, 1, 0, 0]);
    expect([...state.marginal([0, 2])]).toEqual([0, 0, 1, 0]);
    expect([...state.marginal([])]).toEqual([1]);
    const random = randomState(5, seededRandom(1));
    const law = random.marginal([3, 0, 4]);
    const sums = new Float64Array(8);
    random.probabilities().forEach((p, i) => {
      sums[((i >> 3) & 1) + 2 * (i & 1) + 4 * ((i >> 4) & 1)] += p;
    });
    law.forEach((p, x) => {
      expect(Math.abs(p - sums[x])).toBeLessThan(1e-15);
    });
  });

  it("has the reduced density of a product state in each factor, and of a Bell pair the mixture", () => {
    const state = simulate(new Circuit(2).u(0.6, 0.3, 0, 1));
    const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
    const wanted = zeroMatrix(2);
    wanted.re.set([c * c, c * s * Math.cos(0.3), c * s * Math.cos(0.3), s * s]);
    wanted.im.set([0, -c * s * Math.sin(0.3), c * s * Math.sin(0.3), 0]);
    expect(largestDifference(state.reducedDensity([1]), wanted)).toBeLessThan(1e-15);
    const bell = simulate(new Circuit(2).h(0).cx(0, 1)).reducedDensity([0]);
    expect([...bell.re].map((x) => Math.round(x * 1e12) / 1e12)).toEqual([0.5, 0, 0, 0.5]);
  });

  it("has a projector of trace 1 as the reduced density of all qubits", () => {
    const density = randomState(3, seededRandom(2)).reducedDensity([1, 2, 0]);
    expect(largestDifference(multiply(density, density), density)).toBeLessThan(1e-14);
    const trace = Array.from({ length: 8 }, (_, k) => density.re[9 * k]).reduce((a, b) => a + b);
    expect(trace).toBeCloseTo(1, 14);
  });

  it("has inner products linear on the right, and fidelities that ignore the phase", () => {
    const state = randomState(4, seededRandom(3));
    const turned = simulate(new Circuit(4).gphase(0.4), { initial: state });
    const [re, im] = state.innerProduct(turned);
    expect(re).toBeCloseTo(Math.cos(0.4), 14);
    expect(im).toBeCloseTo(Math.sin(0.4), 14);
    expect(state.fidelity(turned)).toBeCloseTo(1, 14);
    expect(StateVector.basis(2, 1).fidelity(StateVector.basis(2, 2))).toBe(0);
    expect(state.norm()).toBeCloseTo(1, 14);
    expect(state.clone().re).not.toBe(state.re);
  });

  it("refuses what is no state", () => {
    expect(() => new StateVector(-1)).toThrow(RangeError);
    expect(() => new StateVector(2, new Float64Array(3), new Float64Array(4))).toThrow(
      /4 amplitudes for 2 qubits/,
    );
    expect(() => new StateVector(50)).toThrow(LimitError);
    expect(() => StateVector.basis(2, 4)).toThrow(/basis state from 0 to 3, got 4/);
    const state = new StateVector(2);
    expect(() => state.amplitude(-1)).toThrow(RangeError);
    expect(() => state.probability(0.5)).toThrow(RangeError);
    expect(() => state.marginal([0, 0])).toThrow(/distinct/);
    expect(() => state.marginal([2])).toThrow(/qubit from 0 to 1/);
    expect(() => state.innerProduct(new StateVector(3))).toThrow(/state of 2 qubits, got 3/);
    expect(() => new StateVector(12).reducedDensity(Array.from({ length: 11 }, (_, k) => k))).toThrow(
      LimitError,
    );
  });
});

describe("ket", () => {
  it("prints real, imaginary and complex coefficients, with signs, ascending", () => {
    const state = (re: number[], im: number[]) =>
      new StateVector(Math.log2(re.length), Float64Array.from(re), Float64Array.from(im));
    expect(simulate(new Circuit(2).h(0).cx(0, 1)).ket()).toBe("0.707|00⟩ + 0.707|11⟩");
    expect(simulate(new Circuit(1).x(0).h(0)).ket()).toBe("0.707|0⟩ - 0.707|1⟩");
    expect(state([0, -1], [0, 0]).ket()).toBe("-|1⟩");
    expect(state([0, 0], [0, 1]).ket()).toBe("i|1⟩");
    expect(state([0.5, 0.5, 0, 0], [0.5, -0.5, -0.6, 0]).ket()).toBe(
      "(0.5+0.5i)|00⟩ + (0.5-0.5i)|01⟩ - 0.6i|10⟩",
    );
    expect(state([-0.5, 0], [0.5, 0]).ket()).toBe("(-0.5+0.5i)|0⟩");
  });

  it("obeys digits, threshold and terms", () => {
    const state = simulate(new Circuit(2).ry(0.02, 0).ry(1, 1));
    expect(state.ket({ digits: 5 })).toBe("0.87754|00⟩ + 0.00878|01⟩ + 0.4794|10⟩ + 0.00479|11⟩");
    expect(state.ket({ threshold: 0.1 })).toBe("0.878|00⟩ + 0.479|10⟩");
    expect(state.ket({ digits: 0 })).toBe("|00⟩");
    expect(state.ket({ terms: 1 })).toBe("0.878|00⟩ + … (3 more)");
    expect(() => state.ket({ digits: 20 })).toThrow(/0 to 17 digits/);
  });
});

describe("sample", () => {
  it("counts bit strings, qubit 0 rightmost, and repeats for the same stream", () => {
    const state = simulate(new Circuit(3).x(0).h(2));
    const counts = state.sample(1000, seededRandom(7));
    expect(Object.keys(counts).sort()).toEqual(["001", "101"]);
    expect(counts["001"] + counts["101"]).toBe(1000);
    expect(state.sample(1000, seededRandom(7))).toEqual(counts);
  });

  it("follows the law", () => {
    // Chi-squared with 31 degrees of freedom; 103 is exceeded with probability 1e-9 for each of 20 seeds.
    for (let seed = 0; seed < 20; seed++) {
      const random = seededRandom(seed);
      const state = randomState(5, random);
      const shots = 20_000;
      const counts = state.sample(shots, random);
      const chi = state.probabilities().reduce((sum, p, i) => {
        const seen = counts[i.toString(2).padStart(5, "0")] ?? 0;
        return sum + (seen - shots * p) ** 2 / (shots * p);
      }, 0);
      expect(chi).toBeLessThan(103);
    }
  });

  it("never shows a state of probability 0, takes 0 shots, and refuses others", () => {
    const state = StateVector.basis(4, 9);
    expect(state.sample(100, seededRandom(1))).toEqual({ "1001": 100 });
    expect(state.sample(0, seededRandom(1))).toEqual({});
    expect(() => state.sample(-1, seededRandom(1))).toThrow(/whole number ≥ 0 of shots, got -1/);
    expect(() => state.sample(1.5, seededRandom(1))).toThrow(RangeError);
    const nothing = new StateVector(1, new Float64Array(2), new Float64Array(2));
    expect(() => nothing.sample(1, seededRandom(1))).toThrow(/positive sum/);
  });

  it("gives a draw at the very end of the law to the last possible outcome", () => {
    const end = { ...seededRandom(1), uniform: () => 1 - 2 ** -53 };
    const state = simulate(new Circuit(3).h(0).h(1).ry(0.3, 0));
    expect(state.sample(3, end)).toEqual({ "011": 3 });
  });
});
