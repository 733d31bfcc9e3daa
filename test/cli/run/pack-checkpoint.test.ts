import { describe, expect, it } from "vitest";
import { packCheckpoint, unpackCheckpoint } from "../../../src/cli/run/pack-checkpoint.ts";
import { DenseMatrix, type FactorState, RowClassMatrix } from "../../../src/index.ts";

const dense = new DenseMatrix(3, 2, Float64Array.of(1, -0, 1e-320, 0.1, Math.PI, -5e300));
const state: FactorState = {
  level: 2,
  refined: false,
  exact: false,
  rows: {
    columns: 2,
    values: Float64Array.of(0.1 + 0.2, -0, 5e-324, Number.MAX_VALUE),
    weights: Float64Array.of(1 / 3, 1e-17),
    counts: Float64Array.of(1, 2 ** 40),
    indices: Float64Array.of(-1, 2 ** 53 - 1),
  },
  reports: [{ stage: "halving level 2", level: 2, size: 10, kept: 2 }],
};
const ledger = [
  {
    oracle: "A1",
    access: "quantum",
    unit: "row",
    use: "forward",
    stage: "halving level 2",
    count: 7,
    label: "measured",
  },
] as const;

function throughJson(
  checkpoint: Parameters<typeof packCheckpoint>[0],
  matrices: Parameters<typeof packCheckpoint>[1],
) {
  return unpackCheckpoint(JSON.parse(JSON.stringify(packCheckpoint(checkpoint, matrices))), matrices);
}

describe("packCheckpoint", () => {
  it("keeps every bit of every number", () => {
    const back = throughJson({ factors: [state], ledger }, [dense]);
    expect(back).toEqual({ factors: [state], ledger });
    expect(Object.is(back.factors[0].rows.values[1], -0)).toBe(true);
  });

  it("stores a subset that was read by its row numbers and takes the values from the matrix", () => {
    const indices = Float64Array.of(2, 0);
    const ones = Float64Array.of(1, 1);
    const read: FactorState = {
      ...state,
      exact: true,
      rows: {
        ...{ columns: 2, values: Float64Array.of(Math.PI, -5e300, 1, -0), indices },
        ...{ weights: ones, counts: ones },
      },
    };
    const packed = packCheckpoint({ factors: [read], ledger: [] }, [dense]);
    expect(packed.factors[0].rows).toEqual({ columns: 2, subset: "AgAAAAAAAAA=" });
    expect(throughJson({ factors: [read], ledger: [] }, [dense]).factors[0]).toEqual(read);
  });

  it("keeps classes of rows with their counts", () => {
    const matrix = new RowClassMatrix([{ count: 2 ** 40, row: Float64Array.of(1, 0) }]);
    const read: FactorState = { ...state, exact: true };
    expect(throughJson({ factors: [read], ledger }, [matrix]).factors[0]).toEqual(read);
  });

  it("refuses lists of unequal length and rows that are not there", () => {
    const packed = packCheckpoint({ factors: [state], ledger }, [dense]);
    const [factor] = packed.factors;
    const withRows = (rows: unknown) =>
      unpackCheckpoint({ ...packed, factors: [{ ...factor, rows: rows as typeof factor.rows }] }, [dense]);
    expect(() => withRows({ ...factor.rows, columns: 3 })).toThrow(/expected 2 columns, got 3/);
    expect(() => withRows({ ...factor.rows, counts: "AAAAAAAAAAA=" })).toThrow(/lists of 2 rows/);
    expect(() => withRows({ ...factor.rows, counts: "AAAA" })).toThrow(/numbers of 8 bytes/);
    expect(() => withRows({ columns: 2, subset: "AwAAAA==" })).toThrow(/row numbers below 3, got 3/);
  });
});
