import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/oracles/ledger.ts";
import { markedSetOracle } from "../../src/oracles/marked-set-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { randomMarked } from "../support/random-marked.ts";

function setting(options: Partial<Parameters<typeof markedSetOracle>[0]> = {}) {
  const ledger = new Ledger();
  const marked = { size: 8, positions: Float64Array.of(3, 6) };
  const oracle = markedSetOracle({ name: "f", marked, ledger, fidelity: "subspace", ...options });
  const counts = () =>
    Object.fromEntries(
      ledger
        .entries()
        .map(({ oracle: name, access, unit, use, count }) => [`${name} ${access} ${unit} ${use}`, count]),
    );
  return { oracle, ledger, counts };
}

describe("markedSetOracle", () => {
  it("bills one phase per iteration and rotation, one check per look, nothing for preparing and measuring", () => {
    const { oracle, counts } = setting();
    const register = oracle.prepare();
    register.iterate(5);
    register.rotate(1, 2);
    register.markedProbability();
    register.measure(seededRandom(1));
    register.reset();
    expect(counts()).toEqual({ "f quantum phase forward": 6 });
    expect(oracle.check(3)).toBe(true);
    expect(oracle.check(4)).toBe(false);
    expect(counts()).toEqual({ "f quantum phase forward": 6, "f classical phase check": 2 });
  });

  it("splits the queries of a phase into compute and uncompute", () => {
    for (const [queriesPerPhase, forward, inverse] of [
      [2, 3, 3],
      [3, 6, 3],
    ]) {
      const { oracle, counts } = setting({ queriesPerPhase, unit: "row" });
      oracle.prepare().iterate(3);
      expect(counts()).toEqual({ "f quantum row forward": forward, "f quantum row inverse": inverse });
    }
  });

  it("bills two look-ups in the found list per phase once something is excluded", () => {
    const { oracle, counts } = setting();
    oracle.prepare().iterate(1);
    oracle.exclude(6);
    oracle.prepare().iterate(4);
    expect(counts()).toEqual({
      "f quantum phase forward": 5,
      "found list quantum lookup forward": 4,
      "found list quantum lookup inverse": 4,
    });
  });

  it("takes an excluded position out of checks, registers and the promise", () => {
    for (const fidelity of ["amplitude", "subspace"] as const) {
      const { oracle } = setting({ fidelity });
      expect(oracle.promisedCount()).toBe(2);
      oracle.exclude(3);
      expect(oracle.promisedCount()).toBe(1);
      expect(oracle.check(3)).toBe(false);
      expect(oracle.prepare().markedProbability()).toBeCloseTo(1 / 8, 14);
      expect(oracle.prepare().fidelity).toBe(fidelity);
    }
  });

  it("bills diluted registers like plain ones", () => {
    const { oracle, counts } = setting();
    oracle.prepareDiluted(0.5).iterate(2);
    expect(counts()).toEqual({ "f quantum phase forward": 2 });
    expect(oracle.prepareDiluted(0.5).size).toBe(8);
  });

  it("prepares the uniform superposition for free, a round for one phase, a controlled one likewise", () => {
    const { oracle, counts } = setting({ queriesPerPhase: 2, unit: "row" });
    const preparation = oracle.preparation();
    expect(preparation.promisedSuccess()).toBe(1 / 4);
    const register = preparation.prepare();
    register.amplify(1);
    expect(register.successProbability()).toBeCloseTo(1, 14);
    const { success, index } = register.measure(seededRandom(1));
    expect(success && [3, 6].includes(index)).toBe(true);
    preparation.estimatePhase(16, seededRandom(2));
    expect(counts()).toEqual({
      "f quantum row forward": 1,
      "f quantum row inverse": 1,
      "f quantum row controlled": 30,
    });
  });

  it("shows every unmarked position where the preparation fails", () => {
    const { oracle } = setting();
    const random = seededRandom(1);
    const seen = new Set<number>();
    for (let k = 0; k < 300; k++) {
      const { success, index } = oracle.preparation().prepare().measure(random);
      expect(success).toBe([3, 6].includes(index));
      seen.add(index);
    }
    expect(seen.size).toBe(8);
  });

  it("keeps its own copy of the marked set", () => {
    const marked = randomMarked(20, 5);
    const { oracle } = setting({ marked });
    oracle.exclude(marked.positions[0]);
    expect(marked.positions).toHaveLength(5);
  });

  it("refuses bad positions, costs, sets, and a fidelity that it has no registers for", () => {
    const { oracle } = setting();
    for (const position of [-1, 8, 1.5, Number.NaN]) {
      expect(() => oracle.check(position)).toThrow(/f: expected a position/);
    }
    expect(() => oracle.exclude(4)).toThrow(/not marked/);
    oracle.exclude(3);
    expect(() => oracle.exclude(3)).toThrow(RangeError);
    expect(() => setting({ queriesPerPhase: 0 })).toThrow(/queriesPerPhase/);
    expect(() => setting({ fidelity: "gate", marked: { size: 6, positions: Float64Array.of(1) } })).toThrow(
      /power of two/,
    );
    expect(() =>
      setting({ fidelity: "gate", marked: { size: 2 ** 17, positions: Float64Array.of(1) } }),
    ).toThrow(/at most 65536 positions/);
    expect(() => setting({ marked: { size: 2, positions: Float64Array.of(2) } })).toThrow(RangeError);
  });
});
