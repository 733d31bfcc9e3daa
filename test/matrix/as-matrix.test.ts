import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { asMatrix, type MatrixInput } from "../../src/matrix/as-matrix.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { RowClassMatrix } from "../../src/matrix/row-class-matrix.ts";
import { anyMatrix } from "../support/matrix-arbitrary.ts";

const dense = (input: MatrixInput): DenseMatrix => {
  const matrix = asMatrix(input);
  if (matrix.kind !== "dense") throw new Error("expected a dense matrix");
  return matrix;
};

describe("asMatrix", () => {
  it("reads nested arrays, ml-matrix and shaped arrays as the same matrix", () => {
    fc.assert(
      fc.property(anyMatrix, (rows) => {
        const shape = { rows: rows.length, columns: rows[0].length };
        const data = Float64Array.from(rows.flat());
        for (const input of [
          rows,
          rows.map((row) => Float64Array.from(row)),
          new Matrix(rows),
          { ...shape, data },
          { ...shape, data: rows.flat() },
          new DenseMatrix(shape.rows, shape.columns, data),
        ]) {
          const matrix = dense(input);
          expect(matrix).toMatchObject(shape);
          expect(matrix.data).toEqual(data);
        }
      }),
    );
  });

  it("returns kronket's own matrices as they are and shares a Float64Array", () => {
    const matrix = new DenseMatrix(1, 2, Float64Array.of(1, 2));
    const classes = new RowClassMatrix([{ count: 2 ** 40, row: Float64Array.of(1, 0) }]);
    expect(asMatrix(matrix)).toBe(matrix);
    expect(asMatrix(classes)).toBe(classes);
    expect(dense({ data: matrix.data, rows: 2, columns: 1 }).data).toBe(matrix.data);
  });

  it("copies nested arrays and typed arrays of other kinds", () => {
    const data = Float32Array.of(1.5, 2);
    const matrix = dense({ data, rows: 1, columns: 2 });
    data[0] = 9;
    expect([...matrix.data]).toEqual([1.5, 2]);
  });

  it.each<[string, unknown, string]>([
    [
      "NaN",
      [
        [1, 2],
        [3, Number.NaN],
      ],
      "A: expected a finite number at row 2, column 2 (counted from 1), got NaN",
    ],
    ["an infinite entry", new Matrix([[1, -Infinity]]), "A: expected a finite number at row 1, column 2"],
    ["the first of several", { data: [1, 2, Number.NaN, Infinity], rows: 2, columns: 2 }, "row 2, column 1"],
    ["a dense matrix with NaN", new DenseMatrix(1, 1, Float64Array.of(Number.NaN)), "row 1, column 1"],
    [
      "a class with NaN",
      new RowClassMatrix([
        { count: 7, row: Float64Array.of(1) },
        { count: 1, row: Float64Array.of(Number.NaN) },
      ]),
      "row 8, column 1",
    ],
    ["ragged rows", [[1, 2], [3]], "A: expected 2 entries in row 2 as in row 1, got 1"],
    ["no rows", [], "A: expected at least one row, a whole number, got 0 rows"],
    ["no columns", [[], []], "A: expected at least one column, a whole number, got 0 columns"],
    ["a shape that is not whole", { data: [1, 2], rows: 1.5, columns: 2 }, "got 1.5 rows"],
    ["too few entries", { data: [1, 2, 3], rows: 2, columns: 2 }, "A: expected 2 × 2 = 4 entries, got 3"],
    ["a dense matrix without rows", new DenseMatrix(0, 2, new Float64Array(0)), "got 0 rows"],
  ])("refuses %s with a RangeError", (_, input, message) => {
    const read = () => asMatrix(input as MatrixInput, "A");
    expect(read).toThrow(RangeError);
    expect(read).toThrow(message);
  });

  it.each<[string, unknown, string]>([
    [
      "text entries",
      [[1, "2"]],
      'A: expected a number at row 1, column 2 (counted from 1), got the text "2"',
    ],
    ["bigint entries", { data: [1n], rows: 1, columns: 1 }, "got the bigint 1n"],
    ["bigint arrays", { data: BigInt64Array.of(1n), rows: 1, columns: 1 }, "got the bigint 1n"],
    ["holes", [[1, undefined]], "got undefined"],
    ["null", null, "A: expected a matrix, got null"],
    ["text", "1,2", 'got the text "1,2"'],
    ["a flat array", [1, 2], "A: expected row 1 (counted from 1) to be an array of numbers, got 1"],
    ["a row of another kind", [[1], null], "row 2 (counted from 1) to be an array of numbers, got null"],
    ["an object without entries", { rows: 1, columns: 1 }, "got a value of kind Object"],
    ["a date", new Date(0), "got a value of kind Date"],
  ])("refuses %s with a TypeError", (_, input, message) => {
    const read = () => asMatrix(input as MatrixInput, "A");
    expect(read).toThrow(TypeError);
    expect(read).toThrow(message);
  });
});
