import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/oracles/ledger.ts";
import type { LedgerEntry } from "../../src/oracles/ledger-entry.ts";

const read = { oracle: "A1", access: "classical", unit: "row", use: "read" } as const;

describe("Ledger", () => {
  it("adds up charges of one kind and keeps stages apart", () => {
    const ledger = new Ledger();
    ledger.charge({ ...read, count: 2 });
    ledger.enter("base read");
    ledger.charge({ ...read, count: 3 });
    ledger.charge({ ...read, count: 4 });
    ledger.charge({ ...read, oracle: "A2", count: 5 });
    expect(ledger.entries()).toEqual([
      { ...read, stage: "unnamed", count: 2, label: "measured" },
      { ...read, stage: "base read", count: 7, label: "measured" },
      { ...read, oracle: "A2", stage: "base read", count: 5, label: "measured" },
    ]);
    expect(ledger.total()).toBe(14);
    expect(ledger.total({ oracle: "A1", stage: "base read" })).toBe(7);
  });

  it("counts a meter like single charges, in the stage of each call", () => {
    const [metered, charged] = [new Ledger(), new Ledger()];
    const meter = metered.meter(read);
    const stages = ["a", "b", "a", "a", "c", "b"];
    stages.forEach((stage, k) => {
      metered.enter(stage);
      charged.enter(stage);
      meter(k);
      charged.charge({ ...read, count: k });
    });
    expect(metered.entries()).toEqual(charged.entries());
  });

  it("shows what a meter has counted at every look, together with single charges and added entries", () => {
    const ledger = new Ledger();
    const meter = ledger.meter({ ...read, times: 2 }, { ...read, oracle: "A2" });
    for (let k = 1; k <= 3; k++) {
      meter(k);
      meter(10);
      ledger.charge({ ...read, count: 1 });
      expect(ledger.total({ oracle: "A1" })).toBe(k * (k + 1) + 21 * k);
      expect(ledger.total({ oracle: "A2" })).toBe((k * (k + 1)) / 2 + 10 * k);
    }
    meter(1);
    ledger.add({ ...read, stage: "unnamed", label: "measured", count: 100 });
    expect(ledger.entries().map(({ count }) => count)).toEqual([177, 37]);
  });

  it("returns to the stage before, after an error too", () => {
    const ledger = new Ledger();
    ledger.enter("outer");
    expect(ledger.within("inner", () => ledger.stage)).toBe("inner");
    expect(() =>
      ledger.within("inner", () => {
        throw new Error("x");
      }),
    ).toThrow("x");
    expect(ledger.stage).toBe("outer");
  });

  it("books nothing for a count of 0 and refuses one that is negative or not finite", () => {
    const ledger = new Ledger();
    ledger.charge({ ...read, count: 0 });
    expect(ledger.entries()).toEqual([]);
    for (const count of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => ledger.charge({ ...read, count })).toThrow(/count ≥ 0 for A1/);
    }
  });

  it("never adds predictions to measured counts, and keeps an unknown count unknown", () => {
    const ledger = new Ledger();
    const expected: LedgerEntry = { ...read, stage: "s", count: 10, label: "expected", note: "formula" };
    ledger.enter("s");
    ledger.charge({ ...read, count: 1 });
    ledger.addAll([expected, expected, { ...expected, count: null, label: "unavailable" }]);
    ledger.add({ ...expected, count: 3, label: "unavailable" });
    expect(ledger.total()).toBe(1);
    expect(ledger.total({ label: "expected" })).toBe(20);
    expect(ledger.entries()[2].count).toBeNull();
    expect(ledger.total({ label: "unavailable" })).toBeNaN();
  });

  it("hands out copies: neither entries given nor entries taken are touched later", () => {
    const ledger = new Ledger();
    const given: LedgerEntry = { ...read, stage: "unnamed", count: 1, label: "measured" };
    ledger.add(given);
    const taken = ledger.entries();
    ledger.add(given);
    expect(given.count).toBe(1);
    expect(taken[0].count).toBe(1);
    expect(ledger.entries()[0].count).toBe(2);
  });
});
