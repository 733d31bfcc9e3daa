import { describe, expect, it } from "vitest";
import type { Expectation } from "../../../circuits/program.ts";
import { compareOutcome } from "../../../circuits/support/compare-outcome.ts";
import { rateBound } from "../../../circuits/support/rate-bound.ts";
import { Circuit, seededRandom } from "../../../src/index.ts";

const half = Math.SQRT1_2;
const bell = new Circuit(2).h(0).cx(0, 1).measureAll();
/** A fair coin that is measured and then reset. */
const coin = new Circuit(1).h(0).measure(0).reset(0);
/** Two coins, tossed until they differ. */
const loop = new Circuit(2)
  .measure(0)
  .measure(1)
  .while(
    {
      kind: "or",
      left: { kind: "equals", bits: [0, 1], value: 0 },
      right: { kind: "equals", bits: [0, 1], value: 3 },
    },
    (body) => body.reset(0).reset(1).onEach("h", [0, 1]).measure(0).measure(1),
  );

function compare(circuit: Circuit, expectation: Expectation, shots = 4096) {
  return compareOutcome(circuit, expectation, { shots, random: seededRandom(1) });
}

function holds(circuit: Circuit, expectation: Expectation): boolean {
  const { deviation, allowed } = compare(circuit, expectation);
  return deviation <= allowed;
}

describe("compareOutcome", () => {
  it("tells a right state from a wrong amplitude, a missing one and a wrong phase", () => {
    const state = (amplitudes: Record<string, number | [number, number]>): Expectation => ({
      kind: "state",
      amplitudes,
    });
    expect(holds(bell, state({ "00": half, "11": half }))).toBe(true);
    expect(holds(bell, state({ "00": half, "10": half }))).toBe(false);
    expect(holds(bell, state({ "00": 1 }))).toBe(false);
    expect(holds(bell, state({ "00": [0, half], "11": [0, half] }))).toBe(false);
    expect(holds(bell, state({ "00": 0.6, "11": 0.8 }))).toBe(false);
  });

  it("ignores the global phase only after mid-circuit measurements, and looks at every run", () => {
    const phased: Expectation = { kind: "state", amplitudes: { "0": [0, 1] } };
    expect(holds(coin, phased)).toBe(true);
    expect(holds(new Circuit(1), phased)).toBe(false);
    const left = new Circuit(1).h(0).measure(0).h(0);
    expect(holds(left, { kind: "state", amplitudes: { "0": half, "1": half } })).toBe(false);
  });

  it("compares laws exactly, with digits that do not matter", () => {
    expect(holds(bell, { kind: "counts", law: { "00": 0.5, "11": 0.5 } })).toBe(true);
    expect(holds(bell, { kind: "counts", law: { x0: 0.5, x1: 0.5 } })).toBe(true);
    expect(holds(bell, { kind: "counts", law: { "00": 1 } })).toBe(false);
    expect(holds(bell, { kind: "counts", law: { "00": 0.5, "01": 0.5 } })).toBe(false);
    expect(holds(bell, { kind: "counts", law: { "00": 0.5 + 1e-9, "11": 0.5 - 1e-9 } })).toBe(false);
  });

  it("reads bits that are measured twice, not at all, or in another order", () => {
    const circuit = new Circuit(2, 3).x(1).measure(0, 2).measure(1, 2).measure(0, 0);
    expect(holds(circuit, { kind: "counts", law: { "100": 1 } })).toBe(true);
  });

  it("follows all branches of a mid-circuit measurement exactly", () => {
    const { shots, deviation } = compare(coin, { kind: "counts", law: { "0": 0.5, "1": 0.5 } });
    expect(shots).toBeUndefined();
    expect(deviation).toBeLessThan(1e-15);
    const sent = new Circuit(2)
      .h(0)
      .measure(0)
      .when([0], 1, (body) => body.x(1))
      .measure(1);
    expect(holds(sent, { kind: "counts", law: { "00": 0.5, "11": 0.5 } })).toBe(true);
    expect(holds(sent, { kind: "counts", law: { "00": 0.5, "01": 0.5 } })).toBe(false);
  });

  it("compares rates of a loop, and never forgives the impossible", () => {
    const rates = compare(loop, { kind: "counts", law: { "01": 0.5, "10": 0.5 } });
    expect(rates.shots).toBe(4096);
    expect(rates.allowed).toBeCloseTo(rateBound(4096, 2), 15);
    expect(rates.deviation).toBeGreaterThan(0);
    expect(rates.deviation).toBeLessThanOrEqual(rates.allowed);
    expect(holds(loop, { kind: "counts", law: { "01": 0.4, "10": 0.6 } })).toBe(false);
    expect(holds(loop, { kind: "counts", law: { "01": 1 } })).toBe(false);
    const rare = loop.ry(0.05, 0).measure(0, 0);
    expect(compare(rare, { kind: "counts", law: { x0: 0.5, x1: 0.5 } }).shots).toBe(4096);
    const certain = loop.reset(0).reset(1).ry(0.05, 0).measure(0, 0).measure(1, 1);
    const { deviation } = compare(certain, { kind: "counts", law: { "00": 1 } });
    expect(deviation).toBeGreaterThan(0);
    expect(deviation).toBeLessThan(0.01);
    expect(holds(certain, { kind: "counts", law: { "00": 1 } })).toBe(false);
  });

  it("finds the most likely outcome and its least probability", () => {
    const biased = new Circuit(1).ry(2 * Math.asin(Math.sqrt(0.7)), 0).measure(0);
    expect(holds(biased, { kind: "most likely", outcome: "1", least: 0.69 })).toBe(true);
    expect(holds(biased, { kind: "most likely", outcome: "1", least: 0.71 })).toBe(false);
    expect(holds(biased, { kind: "most likely", outcome: "0", least: 0 })).toBe(false);
    expect(() => compare(loop, { kind: "most likely", outcome: "01", least: 0 })).toThrow(
      /expected a circuit without loops for most likely/,
    );
  });

  it("averages over the law", () => {
    const of = (outcome: number) => outcome;
    expect(holds(bell, { kind: "mean", what: "outcome", of, value: 1.5 })).toBe(true);
    expect(holds(bell, { kind: "mean", what: "outcome", of, value: 1.4 })).toBe(false);
  });

  it("takes spectra of complex reduced states", () => {
    const twisted = new Circuit(2)
      .ry(Math.PI / 3, 0)
      .cx(0, 1)
      .rx(0.4, 0)
      .s(0);
    expect(holds(twisted, { kind: "spectrum", qubits: [0], values: [3 / 4, 1 / 4] })).toBe(true);
    expect(holds(twisted, { kind: "spectrum", qubits: [0], values: [1] })).toBe(false);
  });

  it("reads blocks row by row, and maps with their phase", () => {
    expect(
      holds(new Circuit(2).h(1), {
        kind: "block",
        matrix: [
          [half, 0],
          [0, half],
        ],
      }),
    ).toBe(true);
    const shift = new Circuit(1).x(0);
    expect(
      holds(shift, {
        kind: "block",
        matrix: [
          [0, 1],
          [1, 0],
        ],
      }),
    ).toBe(true);
    expect(
      holds(new Circuit(1).y(0), {
        kind: "block",
        matrix: [
          [0, 1],
          [1, 0],
        ],
      }),
    ).toBe(false);
    expect(
      holds(shift, {
        kind: "map",
        pairs: [
          [0, 1],
          [1, 0],
        ],
      }),
    ).toBe(true);
    expect(holds(shift, { kind: "map", pairs: [[0, 0]] })).toBe(false);
    expect(holds(shift.z(0), { kind: "map", pairs: [[0, 1]] })).toBe(false);
  });

  it.each<[Expectation, RegExp]>([
    [{ kind: "state", amplitudes: { "0": 1 } }, /expected 2 digits in each outcome of state/],
    [{ kind: "state", amplitudes: { "00": 1, "11": 1 } }, /add up to 1, got 2/],
    [{ kind: "counts", law: { "0": 1 } }, /expected 2 digits in each outcome of counts/],
    [{ kind: "counts", law: { "00": 0.5 } }, /add up to 1, got 0.5/],
    [{ kind: "counts", law: { "0x": 0.5, x1: 0.5 } }, /the digit x at the same places/],
    [{ kind: "most likely", outcome: "1", least: 0 }, /expected 2 digits/],
    [{ kind: "spectrum", qubits: [0], values: [0.5] }, /add up to 1/],
  ])("refuses an expectation that cannot be true: %j", (expectation, message) => {
    expect(() => compare(bell, expectation)).toThrow(message);
  });
});
