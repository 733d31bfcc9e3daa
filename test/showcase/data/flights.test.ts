import { describe, expect, it } from "vitest";
import { flights } from "../../../showcase/data/flights.ts";

const column = (data: { matrix: { rows: number; at(i: number, k: number): number } }, k: number) =>
  Array.from({ length: data.matrix.rows }, (_, i) => data.matrix.at(i, k));

describe("flights", () => {
  it("reads the first rows as the file has them", async () => {
    const data = await flights(50_000);
    expect([data.matrix.rows, data.matrix.columns]).toEqual([50_000, 4]);
    expect([...data.matrix.row(0)]).toEqual([1, 33, 2176, 1 / 60]);
    expect([...data.matrix.row(3)]).toEqual([1, -13, 2345, 1 / 60]);
    expect(data.columnNames).toHaveLength(4);
    expect(data.rowsDropped).toBe(0);
    expect(data.source.rows).toBe(3_000_000);
    expect(data.source.package).toMatch(/^vega-datasets \d/);
  });

  it("gives finite numbers in their ranges", async () => {
    const data = await flights(20_000);
    expect(data.matrix.data.every(Number.isFinite)).toBe(true);
    expect(new Set(column(data, 0))).toEqual(new Set([1]));
    expect(column(data, 3).every((hour) => hour >= 0 && hour < 24)).toBe(true);
    expect(Math.min(...column(data, 2))).toBeGreaterThan(0);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses to read %s rows", async (rows) => {
    await expect(flights(rows)).rejects.toThrow(RangeError);
  });
});
