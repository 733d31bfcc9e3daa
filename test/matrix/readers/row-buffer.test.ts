import { describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { RowBuffer } from "../../../src/matrix/readers/row-buffer.ts";

function fill(buffer: RowBuffer, rows: number, keep: (i: number) => boolean = () => true): void {
  for (let i = 0; i < rows; i++) {
    buffer.room();
    for (let k = 0; k < buffer.width; k++) buffer.block[buffer.at + k] = i * buffer.width + k;
    if (keep(i)) buffer.at += buffer.width;
  }
}

describe("RowBuffer", () => {
  it.each([1, 3, 1000])("returns all rows of width %d in order across its blocks", (width) => {
    const rows = Math.ceil(2_500_000 / width);
    const buffer = new RowBuffer("a", width, 2 ** 32);
    fill(buffer, rows);
    expect(buffer.rows).toBe(rows);
    const matrix = buffer.toMatrix();
    expect(matrix).toMatchObject({ rows, columns: width });
    expect(matrix.data.every((value, e) => value === e)).toBe(true);
    expect(buffer.rows).toBe(0);
  });

  it("drops a row whose writer leaves the position as it was", () => {
    const buffer = new RowBuffer("a", 2, 2 ** 32);
    fill(buffer, 1000, (i) => i % 3 === 0);
    const matrix = buffer.toMatrix();
    expect(matrix.rows).toBe(334);
    expect([...matrix.row(333)]).toEqual([1998, 1999]);
  });

  it("takes exactly as many rows as the limit allows", () => {
    const buffer = new RowBuffer("a.csv", 3, 1000 * 24 + 23);
    fill(buffer, 1000);
    expect(() => buffer.room()).toThrow(LimitError);
    expect(() => buffer.room()).toThrow("a.csv: expected at most 23.4 KiB, got 23.5 KiB");
    expect(buffer.toMatrix().rows).toBe(1000);
  });

  it("refuses the first row where not even that fits", () => {
    const buffer = new RowBuffer("a", 3, 23);
    expect(() => buffer.room()).toThrow(LimitError);
  });
});
