import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/oracles/ledger.ts";
import { isTargetOracle, targetOracle } from "../../src/oracles/target-oracle.ts";

describe("targetOracle", () => {
  it("bills one entry a read, and n for all, under its name and stage", () => {
    const target = targetOracle([3, 1, 2], { name: "delays" });
    target.ledger.enter("fit");
    expect(target.read(2)).toBe(2);
    expect([...target.readAll()]).toEqual([3, 1, 2]);
    expect(target.ledger.entries()).toEqual([
      {
        oracle: "delays",
        access: "classical",
        unit: "entry",
        use: "read",
        stage: "fit",
        count: 4,
        label: "measured",
      },
    ]);
  });

  it("bills another ledger when asked to, and takes functions of 2^40 indices", () => {
    const target = targetOracle((i) => i / 2, { size: 2 ** 40 });
    const ledger = new Ledger();
    expect(target.billedTo(ledger, "c").read(2 ** 39)).toBe(2 ** 38);
    expect(ledger.total({ oracle: "c", unit: "entry" })).toBe(1);
    expect(target.ledger.total({ unit: "entry" })).toBe(0);
  });

  it("is told from plain numbers", () => {
    expect(isTargetOracle(targetOracle([1]))).toBe(true);
    for (const other of [[1], new Float64Array(1), null, undefined, 1])
      expect(isTargetOracle(other)).toBe(false);
  });

  it("refuses no entry, a wrong size, values that are not finite, and indices out of range, without a bill", () => {
    expect(() => targetOracle([])).toThrow(/at least one entry, got 0/);
    expect(() => targetOracle(() => 1)).toThrow(/a function with its size/);
    expect(() => targetOracle([1, 2], { size: 3 })).toThrow(/expected 3 entries, got 2/);
    expect(() => targetOracle([1, Number.NaN])).toThrow(/got NaN at 1/);
    expect(() => targetOracle(() => Number.POSITIVE_INFINITY, { size: 2 }).read(0)).toThrow(
      /got Infinity at 0/,
    );
    const target = targetOracle([1, 2]);
    for (const index of [-1, 2, 0.5]) expect(() => target.read(index)).toThrow(/a whole number from 0 to 1/);
    expect(target.ledger.entries()).toEqual([]);
  });
});
