import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { LimitError } from "../../src/errors/limit-error.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import type { Engine } from "../../src/simulator/engine.ts";
import { referenceEngine } from "../../src/simulator/reference-engine.ts";
import { run } from "../../src/simulator/run.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";

/** The reference engine, counting its runs. */
function countingEngine(): Engine & { runs: number } {
  return {
    name: "counting",
    runs: 0,
    run(circuit, options) {
      this.runs++;
      return referenceEngine.run(circuit, options);
    },
  };
}

describe("simulate", () => {
  it("gives the state before the final measurements", () => {
    const circuit = new Circuit(2).h(0).cx(0, 1).measure(0).barrier().measure(1);
    expect(simulate(circuit).ket()).toBe("0.707|00⟩ + 0.707|11⟩");
  });

  it("lets unmeasured qubits go on after a measurement", () => {
    expect(simulate(new Circuit(2).x(0).measure(0).h(1)).ket()).toBe("0.707|01⟩ + 0.707|11⟩");
  });

  it("starts from a given state and on a given engine", () => {
    const engine = countingEngine();
    expect(simulate(new Circuit(2).x(0), { initial: StateVector.basis(2, 2), engine }).ket()).toBe("|11⟩");
    expect(engine.runs).toBe(1);
  });

  it("refuses a circuit that measures, resets or branches before its end", () => {
    expect(() => simulate(new Circuit(1).measure(0).h(0))).toThrow(/measurements at the end only.*use run/);
    expect(() => simulate(new Circuit(1).reset(0))).toThrow(RangeError);
    expect(() => simulate(new Circuit(2).measure(0).when([0], 1, (body) => body.x(1)))).toThrow(RangeError);
    expect(() => simulate(new Circuit(35))).toThrow(LimitError);
  });
});

describe("run", () => {
  it("counts the classical bits, bit 0 rightmost, bits never written as 0", () => {
    const circuit = new Circuit(2, 4).x(0).measure(0, 2).measure(1, 0);
    expect(run(circuit, { shots: 10, random: seededRandom(1) })).toEqual({
      shots: 10,
      counts: { "0100": 10 },
    });
  });

  it("measures everything where nothing is measured", () => {
    const { counts } = run(new Circuit(3).x(1), { shots: 5, random: seededRandom(1) });
    expect(counts).toEqual({ "010": 5 });
  });

  it("simulates once when all measurements are final, and one tail a shot otherwise", () => {
    const engine = countingEngine();
    run(new Circuit(1).h(0).measure(0), { shots: 100, random: seededRandom(1), engine });
    expect(engine.runs).toBe(1);
    engine.runs = 0;
    run(new Circuit(1).h(0).measure(0).h(0).measure(0), { shots: 100, random: seededRandom(1), engine });
    expect(engine.runs).toBe(101);
  });

  it("measures a qubit into two bits alike, and lets the later of two measurements of a bit count", () => {
    const twice = new Circuit(1).h(0).measure(0, 0).measure(0, 1);
    const { counts } = run(twice, { shots: 200, random: seededRandom(2) });
    expect(Object.keys(counts).sort()).toEqual(["00", "11"]);
    const over = new Circuit(2).x(1).measure(0, 0).measure(1, 0);
    expect(run(over, { shots: 10, random: seededRandom(2) }).counts).toEqual({ "1": 10 });
  });

  it("follows the same law by sampling and shot by shot", () => {
    const circuit = new Circuit(2).ry(1.2, 0).cx(0, 1).measure(0).measure(1);
    const mid = new Circuit(2).ry(1.2, 0).cx(0, 1).measure(0).z(0).measure(0).measure(1);
    const shots = 4000;
    for (const program of [circuit, mid]) {
      const { counts } = run(program, { shots, random: seededRandom(3) });
      // Six standard deviations of a binomial count: 2e-9.
      const p = Math.sin(0.6) ** 2;
      expect(Math.abs(counts["11"] - shots * p)).toBeLessThan(6 * Math.sqrt(shots * p * (1 - p)));
      expect(counts["00"] + counts["11"]).toBe(shots);
    }
  });

  it("sends a qubit home by measuring and correcting", () => {
    const circuit = new Circuit(1)
      .h(0)
      .measure(0)
      .when([0], 1, (body) => body.x(0))
      .measure(0, 1);
    const { counts } = run(circuit, { shots: 100, random: seededRandom(4) });
    expect(Object.keys(counts).sort()).toEqual(["00", "01"]);
  });

  it("repeats for the same stream, and holds more bits than a double", () => {
    const circuit = new Circuit(1, 70).h(0).measure(0, 69).measure(0, 3);
    const { counts } = run(circuit, { shots: 50, random: seededRandom(5) });
    expect(run(circuit, { shots: 50, random: seededRandom(5) }).counts).toEqual(counts);
    expect(Object.keys(counts)).toContain(`1${"0".repeat(65)}1000`);
  });

  it("refuses shots that are not whole", () => {
    expect(() => run(new Circuit(1), { shots: 0.5, random: seededRandom(1) })).toThrow(/shots, got 0.5/);
    expect(run(new Circuit(1), { shots: 0, random: seededRandom(1) }).counts).toEqual({});
  });
});
