import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { LimitError } from "../../src/errors/limit-error.ts";
import type { Engine } from "../../src/simulator/engine.ts";
import { referenceEngine } from "../../src/simulator/reference-engine.ts";
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
