import { describe, expect, it } from "vitest";
import { kroneckerRowOracle } from "../../src/oracles/kronecker-row-oracle.ts";
import { Ledger } from "../../src/oracles/ledger.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { dense } from "../support/real-dense.ts";

describe("kroneckerRowOracle", () => {
  const ledger = new Ledger();
  const factors = [
    dense([
      [1, 2],
      [3, 4],
    ]),
    dense([[5], [6], [7]]),
  ].map((matrix, k) => rowOracle(matrix, { name: `A${k + 1}`, ledger }));
  const oracle = kroneckerRowOracle(factors);

  it("returns the rows of the factors and bills each factor once", () => {
    expect(oracle.read([1, 2]).map((row) => [...row])).toEqual([[3, 4], [7]]);
    expect(ledger.total({ oracle: "A1" })).toBe(1);
    expect(ledger.total({ oracle: "A2" })).toBe(1);
    expect(oracle.rows).toEqual([2, 3]);
    expect(oracle.columns).toEqual([2, 1]);
  });

  it("refuses a bad tuple before anything is billed", () => {
    const before = ledger.total();
    expect(() => oracle.read([1])).toThrow(/2 indices/);
    expect(() => oracle.read([0, 3])).toThrow(/index 1/);
    expect(() => oracle.read([0, -1])).toThrow(RangeError);
    expect(() => kroneckerRowOracle([])).toThrow(/at least one/);
    expect(ledger.total()).toBe(before);
  });
});
