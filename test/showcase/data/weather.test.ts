import { describe, expect, it } from "vitest";
import { weather } from "../../../showcase/data/weather.ts";

describe("weather", () => {
  it("has an hour of the year per row", () => {
    const data = weather();
    expect([data.matrix.rows, data.matrix.columns]).toEqual([8759, 4]);
    expect([...data.matrix.row(0)]).toEqual([1, 1016.6, 4, 3.8]);
    expect(data.rowsDropped).toBe(0);
    expect(data.source.rows).toBe(8759);
    expect(data.matrix.data.every(Number.isFinite)).toBe(true);
  });
});
