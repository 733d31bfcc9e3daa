import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { stateTable } from "../../../src/simulator/observables/state-table.ts";
import { simulate } from "../../../src/simulator/simulate.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { randomState } from "../../support/random-state.ts";

describe("stateTable", () => {
  it("lists ket, amplitude, probability and phase, qubit 0 rightmost", () => {
    const [first, second, ...rest] = stateTable(simulate(new Circuit(2).h(0).s(0).x(1)));
    expect(rest).toEqual([]);
    expect([first.index, first.ket, first.phase]).toEqual([2, "|10⟩", 0]);
    expect([second.index, second.ket]).toEqual([3, "|11⟩"]);
    expect(second.amplitude[1]).toBeCloseTo(Math.SQRT1_2, 15);
    expect(second.phase).toBeCloseTo(Math.PI / 2, 15);
    expect(second.probability).toBeCloseTo(0.5, 15);
  });

  it("gives a negative real amplitude the phase π, whatever the sign of its zero", () => {
    const state = new StateVector(1, Float64Array.of(-1, 0), Float64Array.of(-0, 0));
    expect(stateTable(state)[0].phase).toBe(Math.PI);
  });

  it("obeys threshold, rows and order", () => {
    const state = randomState(4, seededRandom(45));
    expect(stateTable(state).map(({ index }) => index)).toEqual(Array.from({ length: 16 }, (_, k) => k));
    expect(stateTable(state, { rows: 3 }).map(({ index }) => index)).toEqual([0, 1, 2]);
    const sorted = stateTable(state, { order: "probability" }).map(({ probability }) => probability);
    expect(sorted).toEqual([...state.probabilities()].sort((a, b) => b - a));
    expect(stateTable(state, { order: "probability", rows: 2 })[1].probability).toBe(sorted[1]);
    expect(stateTable(state, { threshold: sorted[4] }).length).toBe(5);
  });

  it("refuses a number of rows that is none, and no state", () => {
    expect(() => stateTable(new StateVector(1), { rows: -1 })).toThrow(/whole number ≥ 0 of rows, got -1/);
    expect(() => stateTable("|0⟩" as unknown as StateVector)).toThrow(TypeError);
  });
});
