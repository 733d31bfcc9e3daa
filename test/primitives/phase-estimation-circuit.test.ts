import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { prepareRealState } from "../../src/circuit/synthesis/prepare-real-state.ts";
import { amplitudeEstimationCircuit } from "../../src/primitives/amplitude-estimation-circuit.ts";
import { phaseEstimationCircuit } from "../../src/primitives/phase-estimation-circuit.ts";
import { phaseEstimationLaw } from "../../src/simulator/search/phase-estimation-law.ts";
import { simulate } from "../../src/simulator/simulate.ts";

/** sin²(MπΔ)/(M² sin²(πΔ)), 1 at whole Δ. */
function peak(points: number, delta: number): number {
  const sine = Math.sin(Math.PI * delta);
  return Math.abs(sine) < 1e-12 ? 1 : (Math.sin(points * Math.PI * delta) / (points * sine)) ** 2;
}

describe("phaseEstimationCircuit", () => {
  it("reads off a phase of t bits with certainty, low bit first", () => {
    const unitary = new Circuit(1).p((2 * Math.PI * 5) / 16, 0);
    const { circuit, counting } = phaseEstimationCircuit({
      unitary,
      bits: 4,
      preparation: new Circuit(1).x(0),
    });
    const law = simulate(circuit).marginal(counting);
    expect(law[5]).toBeCloseTo(1, 12);
  });

  it.each([0.1, 0.37, 0.5, 0.921])("spreads phase %f as sin²(MπΔ)/(M² sin²(πΔ))", (phase) => {
    const unitary = new Circuit(2).cp(2 * Math.PI * phase, 0, 1);
    const preparation = new Circuit(2).x(0).x(1);
    const { circuit, counting, target } = phaseEstimationCircuit({ unitary, bits: 5, preparation });
    const state = simulate(circuit);
    state.marginal(counting).forEach((p, y) => {
      expect(Math.abs(p - peak(32, y / 32 - phase))).toBeLessThan(1e-12);
    });
    expect(state.marginal(target)[3]).toBeCloseTo(1, 12);
  });

  it("uses the unitary 2^t − 1 times, and |0…0⟩ where nothing is prepared", () => {
    const unitary = new Circuit(1).rz(-4 * Math.PI * 0.25, 0);
    const { circuit, counting } = phaseEstimationCircuit({ unitary, bits: 3 });
    expect(circuit.operations.filter((step) => step.kind === "gate" && step.gate === "rz")).toHaveLength(7);
    expect(simulate(circuit).marginal(counting)[2]).toBeCloseTo(1, 12);
  });

  it("refuses bad bits and preparations of another size", () => {
    const unitary = new Circuit(1).z(0);
    expect(() => phaseEstimationCircuit({ unitary, bits: 0 })).toThrow(/whole number ≥ 1, got 0/);
    expect(() => phaseEstimationCircuit({ unitary, bits: 2, preparation: new Circuit(2) })).toThrow(
      /preparation of 1 qubits/,
    );
  });
});

describe("amplitudeEstimationCircuit", () => {
  const preparation = prepareRealState([1, -2, 3, 0.5]);
  const sign = new Circuit(2).phaseOracle({ qubits: [0, 1], marked: [1, 3] });
  const probability = (4 + 0.25) / (1 + 4 + 9 + 0.25);
  const theta = Math.asin(Math.sqrt(probability));

  it.each([1, 3, 5])("has outcomes ½ Σ± sin²(MπΔ)/(M² sin²(πΔ)), Δ = y/M ∓ θ/π, with %i bits", (bits) => {
    const points = 2 ** bits;
    const { circuit, counting } = amplitudeEstimationCircuit({ preparation, sign, bits });
    const law = simulate(circuit).marginal(counting);
    const closed = phaseEstimationLaw(points, theta);
    law.forEach((p, y) => {
      const [plus, minus] = [y / points - theta / Math.PI, y / points + theta / Math.PI];
      expect(Math.abs(p - (peak(points, plus) + peak(points, minus)) / 2)).toBeLessThan(1e-12);
      expect(Math.abs(p - closed[y])).toBeLessThan(1e-12);
    });
  });

  it("estimates within 2π√(a(1−a))/M + π²/M² with probability at least 8/π²", () => {
    const points = 64;
    const { circuit, counting } = amplitudeEstimationCircuit({ preparation, sign, bits: 6 });
    const law = simulate(circuit).marginal(counting);
    const bound =
      (2 * Math.PI * Math.sqrt(probability * (1 - probability))) / points + Math.PI ** 2 / points ** 2;
    const good = law.reduce((sum, p, y) => {
      const estimate = Math.sin((Math.PI * y) / points) ** 2;
      return Math.abs(estimate - probability) <= bound ? sum + p : sum;
    }, 0);
    expect(good).toBeGreaterThanOrEqual(8 / Math.PI ** 2);
  });

  it("refuses a sign circuit of another size", () => {
    expect(() => amplitudeEstimationCircuit({ preparation, sign: new Circuit(3), bits: 2 })).toThrow(
      /sign circuit of 2 qubits/,
    );
  });
});
