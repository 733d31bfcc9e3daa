import { describe, expect, it } from "vitest";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { RowClassMatrix } from "../../src/matrix/row-class-matrix.ts";
import { Ledger } from "../../src/oracles/ledger.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { dense } from "../support/real-dense.ts";

const matrix = dense([
  [1, 2],
  [3, 4],
  [5, 6],
]);
const classes = new RowClassMatrix([
  { count: 2 ** 40, row: Float64Array.of(1, 0) },
  { count: 3, row: Float64Array.of(0, 1) },
]);

describe("rowOracle", () => {
  it("bills one classical row query per row that is read, and hands out copies", () => {
    const oracle = rowOracle(matrix, { name: "A1" });
    oracle.ledger.enter("s");
    const row = oracle.read(1);
    expect([...row]).toEqual([3, 4]);
    row[0] = 99;
    expect([...oracle.read(1)]).toEqual([3, 4]);
    expect(oracle.ledger.entries()).toEqual([
      {
        oracle: "A1",
        access: "classical",
        unit: "row",
        use: "read",
        stage: "s",
        count: 2,
        label: "measured",
      },
    ]);
  });

  it("reads rows of classes by index, up to 2^40 and beyond", () => {
    const oracle = rowOracle(classes);
    expect([...oracle.read(2 ** 40 - 1)]).toEqual([1, 0]);
    expect([...oracle.read(2 ** 40)]).toEqual([0, 1]);
  });

  it("reads all rows at n queries", () => {
    for (const source of [matrix, classes]) {
      const oracle = rowOracle(source);
      const rows = oracle.readAll();
      expect(rows.counts.reduce((sum, count) => sum + count, 0)).toBe(source.rows);
      expect(oracle.ledger.total()).toBe(source.rows);
    }
    expect([...rowOracle(matrix).readAll().values]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...rowOracle(classes).readAll().indices]).toEqual([0, 2 ** 40]);
  });

  it("can be billed to another ledger under another name", () => {
    const oracle = rowOracle(matrix, { name: "A1" });
    const ledger = new Ledger();
    oracle.billedTo(ledger, "B").read(0);
    oracle.billedTo(ledger).read(0);
    expect(oracle.ledger.total()).toBe(0);
    expect(ledger.total({ oracle: "B" })).toBe(1);
    expect(ledger.total({ oracle: "A1" })).toBe(1);
  });

  it("reveals the matrix without a query", () => {
    const oracle = rowOracle(matrix);
    expect(oracle.reveal()).toBe(matrix);
    expect(oracle.ledger.entries()).toEqual([]);
  });

  it("refuses bad matrices, names and rows, and bills nothing for them", () => {
    expect(() => rowOracle(dense([[1, Number.NaN]]))).toThrow(/finite/);
    expect(() => rowOracle(new DenseMatrix(0, 2, new Float64Array(0)))).toThrow(/at least one row/);
    expect(() => rowOracle(matrix, { name: "" })).toThrow(/name/);
    const oracle = rowOracle(matrix);
    for (const i of [-1, 3, 0.5, Number.NaN]) expect(() => oracle.read(i)).toThrow(/A: expected a row/);
    expect(oracle.ledger.entries()).toEqual([]);
  });
});
