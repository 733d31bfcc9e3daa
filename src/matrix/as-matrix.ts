import { DenseMatrix } from "./dense-matrix.ts";
import type { RealMatrix } from "./real-matrix.ts";
import { RowClassMatrix } from "./row-class-matrix.ts";

/** A typed array of plain numbers (the 64-bit integer ones hold bigints and are not among them). */
export type NumericArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

/** A matrix object that is asked entry by entry, such as `Matrix` of ml-matrix. */
export interface EntryMatrix {
  readonly rows: number;
  readonly columns: number;
  get(row: number, column: number): number;
}

/** Entries row by row in one array, with their shape. */
export interface ShapedArray {
  readonly data: NumericArray | readonly number[];
  readonly rows: number;
  readonly columns: number;
}

/** Everything `asMatrix` takes. */
export type MatrixInput =
  | RealMatrix
  | EntryMatrix
  | ShapedArray
  | readonly (readonly number[] | NumericArray)[];

/**
 * Checks a matrix in any of the accepted forms and returns it as a DenseMatrix or RowClassMatrix.
 *
 * Takes kronket's own two forms (returned as they are), `Matrix` of ml-matrix, nested arrays row by row, and
 * `{ data, rows, columns }` with the rows one after the other. A Float64Array is shared, everything else copied: do
 * not write to a Float64Array after handing it over.
 *
 * Errors: TypeError for another kind of value or an entry that is not a number; RangeError for no rows, no columns,
 * rows of unequal length, a wrong number of entries, or an entry that is NaN or infinite. Rows and columns in the
 * messages count from 1. `name` is the subject of the message.
 *
 * @example asMatrix([[1, 2], [3, 4]]).rows // 2
 */
export function asMatrix(input: MatrixInput, name = "matrix"): RealMatrix {
  if (input instanceof RowClassMatrix) {
    requireShape(name, input.rows, input.columns);
    for (const [k, { row }] of input.classes.entries()) requireRow(name, row, Number(input.offsets[k]) + 1);
    return input;
  }
  if (input instanceof DenseMatrix) {
    requireShape(name, input.rows, input.columns);
    requireEntries(name, input.data, input.columns);
    return input;
  }
  if (Array.isArray(input)) return fromRows(input, name);
  if (typeof input === "object" && input !== null && "rows" in input && "columns" in input) {
    if ("get" in input && typeof input.get === "function") return fromEntries(input, name);
    if ("data" in input && (Array.isArray(input.data) || ArrayBuffer.isView(input.data)))
      return fromShape(input, name);
  }
  throw new TypeError(
    `${name}: expected a matrix, got ${describe(input)}; pass nested arrays such as [[1, 2], [3, 4]], { data, rows, columns } or a Matrix of ml-matrix.`,
  );
}

function fromRows(input: readonly unknown[], name: string): DenseMatrix {
  const rows = input.length;
  requireShape(name, rows, rows === 0 ? 0 : rowLength(input[0], name, 1));
  const columns = rowLength(input[0], name, 1);
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const length = rowLength(input[i], name, i + 1);
    if (length !== columns) {
      throw new RangeError(
        `${name}: expected ${columns} entries in row ${i + 1} as in row 1, got ${length}; make all rows equally long (rows counted from 1).`,
      );
    }
    const row = input[i] as ArrayLike<unknown>;
    for (let k = 0; k < columns; k++) data[i * columns + k] = requireEntry(name, row[k], i + 1, k + 1);
  }
  return new DenseMatrix(rows, columns, data);
}

function fromEntries(input: EntryMatrix, name: string): DenseMatrix {
  const { rows, columns } = input;
  requireShape(name, rows, columns);
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++)
      data[i * columns + k] = requireEntry(name, input.get(i, k), i + 1, k + 1);
  }
  return new DenseMatrix(rows, columns, data);
}

function fromShape(input: ShapedArray, name: string): DenseMatrix {
  const { rows, columns, data } = input;
  requireShape(name, rows, columns);
  if (data.length !== rows * columns) {
    throw new RangeError(
      `${name}: expected ${rows} × ${columns} = ${rows * columns} entries, got ${data.length}; pass the rows one after the other.`,
    );
  }
  requireEntries(name, data, columns);
  return new DenseMatrix(rows, columns, data instanceof Float64Array ? data : Float64Array.from(data));
}

function rowLength(row: unknown, name: string, i: number): number {
  if (Array.isArray(row) || (ArrayBuffer.isView(row) && "length" in row)) return Number(row.length);
  throw new TypeError(
    `${name}: expected row ${i} (counted from 1) to be an array of numbers, got ${describe(row)}; write one inner array per row, [[1], [2]] for a single column.`,
  );
}

function requireShape(name: string, rows: number, columns: number): void {
  for (const [what, size] of [
    ["row", rows],
    ["column", columns],
  ] as const) {
    if (!Number.isSafeInteger(size) || size < 1) {
      throw new RangeError(
        `${name}: expected at least one ${what}, a whole number, got ${size} ${what}s; pass a matrix that is not empty.`,
      );
    }
  }
}

function requireEntries(name: string, data: ArrayLike<unknown>, columns: number): void {
  for (let at = 0; at < data.length; at++) {
    const value = data[at];
    // The subtraction is 0 for finite numbers only: one comparison for the common case.
    if (typeof value === "number" && value - value === 0) continue;
    requireEntry(name, value, Math.floor(at / columns) + 1, (at % columns) + 1);
  }
}

function requireRow(name: string, row: Float64Array, i: number): void {
  for (let k = 0; k < row.length; k++) requireEntry(name, row[k], i, k + 1);
}

function requireEntry(name: string, value: unknown, i: number, k: number): number {
  if (typeof value !== "number") {
    throw new TypeError(
      `${name}: expected a number at row ${i}, column ${k} (counted from 1), got ${describe(value)}; convert the entries to numbers.`,
    );
  }
  if (!Number.isFinite(value)) {
    throw new RangeError(
      `${name}: expected a finite number at row ${i}, column ${k} (counted from 1), got ${value}; remove or replace the row.`,
    );
  }
  return value;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string") return `the text ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === "bigint") return `the bigint ${value}n`;
  if (typeof value !== "object" && typeof value !== "function") return String(value);
  return `a value of kind ${value.constructor?.name ?? typeof value}`;
}
