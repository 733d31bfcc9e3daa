import { readFileSync } from "node:fs";
import fc from "fast-check";
import npyjs, { dump } from "npyjs";
import { describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { parseNpyMatrix } from "../../../src/matrix/readers/parse-npy-matrix.ts";
import type { ReadOptions } from "../../../src/matrix/readers/read-options.ts";
import { anyMatrix } from "../../support/matrix-arbitrary.ts";
import { npyBytes } from "../../support/npy-bytes.ts";
import { parseErrorOf } from "../../support/parse-error-of.ts";

const read = (bytes: Uint8Array, options: ReadOptions = {}) => {
  const { matrix, skippedRows } = parseNpyMatrix(bytes, { name: "a.npy", ...options });
  return { rows: Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]), skippedRows };
};
const fixture = (file: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/matrix/${file}`, import.meta.url));
const plain = { type: "f8", littleEndian: true, fortran: false } as const;

describe("parseNpyMatrix", () => {
  it("reads what NumPy wrote", () => {
    expect(read(fixture("fortran-big-endian.npy")).rows).toEqual([
      [1, -2],
      [3, 2 ** 40],
      [-5, 6],
    ]);
    expect(read(fixture("rows.npy")).rows).toEqual([
      [0.1, -2.5, 1e300],
      [4, 5e-324, -0],
    ]);
    expect(read(fixture("half.npy")).rows).toEqual([[1.5], [-(2 ** -24)], [65504]]);
  });

  it("reads back every matrix of doubles bit for bit, in both byte and storage orders", () => {
    const order = fc.record({
      littleEndian: fc.boolean(),
      fortran: fc.boolean(),
      version: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(anyMatrix, order, fc.nat(9), (rows, { version, ...layout }, offset) => {
        const shape = [rows.length, rows[0].length];
        const bytes = npyBytes(shape, rows.flat(), { type: "f8", version: version as 1 | 2, ...layout });
        // Inside a larger buffer, as file systems hand out bytes.
        const host = new Uint8Array(bytes.length + offset + 5);
        host.set(bytes, offset);
        expect(read(host.subarray(offset, offset + bytes.length)).rows).toEqual(rows);
      }),
    );
  });

  it.each<[string, (number | bigint)[]]>([
    ["b1", [0, 1, 1, 0, 1, 0]],
    ["u1", [0, 1, 255, 7, 128, 127]],
    ["i1", [0, -1, 127, -128, 5, 6]],
    ["u2", [0, 65535, 256, 1, 32768, 2]],
    ["i2", [0, -1, 32767, -32768, 256, 2]],
    ["u4", [0, 2 ** 32 - 1, 65536, 1, 2 ** 31, 2]],
    ["i4", [0, -1, 2 ** 31 - 1, -(2 ** 31), 256, 2]],
    ["u8", [0n, 2n ** 53n - 1n, 1n, 256n, 2n, 3n]],
    ["i8", [0n, 2n ** 53n - 1n, -(2n ** 53n) + 1n, -1n, 2n, 3n]],
    ["f4", [0.5, -1.25, 2 ** 100, -(2 ** -140), 3, 4]],
  ])("reads entries of type %s in both byte and storage orders", (type, entries) => {
    const [a, b, c, d, e, f] = entries.map(Number);
    for (const littleEndian of [true, false]) {
      for (const fortran of [true, false]) {
        const bytes = npyBytes([3, 2], entries, { type, littleEndian, fortran });
        expect(read(bytes).rows).toEqual([
          [a, b],
          [c, d],
          [e, f],
        ]);
      }
    }
  });

  it("reads every half-precision float as IEEE 754 defines it", () => {
    // All finite positive ones, from 0 up.
    const bits = Array.from({ length: 0x7c00 }, (_, k) => k);
    const values = read(
      npyBytes([bits.length], bits, { type: "f2", littleEndian: true, fortran: false }),
    ).rows.flat();
    expect(values[1]).toBe(2 ** -24);
    expect(values[0x3c00]).toBe(1);
    expect(values[0x7bff]).toBe(65504);
    // Neighbours within an exponent are one unit in the last place apart.
    for (let k = 1; k < bits.length; k++) {
      const exponent = Math.max(1, k >> 10);
      const step = values[k] - values[k - 1];
      expect(step).toBe(k % 1024 === 0 && k > 1024 ? 2 ** (exponent - 26) : 2 ** (exponent - 25));
    }
  });

  it("agrees with npyjs where that applies", () => {
    const values = Array.from({ length: 12 }, (_, k) => Math.sin(k) * 10 ** k);
    const buffer = dump(Float64Array.from(values), [4, 3]);
    const parsed = new npyjs().parse(buffer);
    expect(read(new Uint8Array(buffer)).rows.flat()).toEqual(Array.from(parsed.data as Float64Array));
  });

  it("takes one dimension as one column, and columns and an intercept where asked", () => {
    expect(read(npyBytes([3], [1, 2, 3], plain)).rows).toEqual([[1], [2], [3]]);
    const bytes = npyBytes([2, 3], [1, 2, 3, 4, 5, 6], plain);
    expect(read(bytes, { columns: [2, 0], intercept: true }).rows).toEqual([
      [1, 3, 1],
      [1, 6, 4],
    ]);
  });

  it("takes NaN for a missing value", () => {
    const bytes = npyBytes([3, 2], [1, 2, Number.NaN, 3, 4, 5], plain);
    expect(read(bytes, { missing: "skip-row" })).toEqual({
      rows: [
        [1, 2],
        [4, 5],
      ],
      skippedRows: 1,
    });
    const error = parseErrorOf(() => read(bytes));
    expect(error.place).toBe("2:1");
    expect(error.message).toContain(
      'a number in row 2, column 1, got NaN; fill it in, or pass missing: "skip-row"',
    );
    const allMissing = parseErrorOf(() => read(npyBytes([1], [Number.NaN], plain), { missing: "skip-row" }));
    expect(allMissing.message).toContain("at least one complete row, got 1 rows that all lack a value");
  });

  it.each<[string, Uint8Array, string, string]>([
    [
      "no bytes",
      new Uint8Array(0),
      "1:1",
      "expected a NumPy file that begins with \\x93NUMPY, got other bytes",
    ],
    ["text", new TextEncoder().encode("1,2\n3,4\n5,6\n"), "1:1", "got other bytes"],
    ["an unknown version", npyBytes([1], [1], plain).with(6, 9), "1:7", "format version 1, 2 or 3, got 9"],
    ["a header cut short", npyBytes([1], [1], plain).slice(0, 40), "1:41", "a header up to byte"],
    [
      "entries cut short",
      npyBytes([3, 2], [1, 2, 3, 4, 5, 6], plain).slice(0, -1),
      "1:176",
      "3 × 2 entries of 8 bytes, 176 bytes with the header, got a file of 175 bytes",
    ],
    [
      "bytes after the entries",
      new Uint8Array([...npyBytes([1], [1], plain), 0]),
      "1:137",
      "got a file of 137 bytes",
    ],
    ["no entries", npyBytes([0, 2], [], plain), "1:11", "one or two dimensions, none of them 0, got (0, 2)"],
    ["three dimensions", npyBytes([1, 1, 1], [1], plain), "1:11", "got (1, 1, 1)"],
    ["no dimension", npyBytes([], [1], plain), "1:11", "got ()"],
    [
      "complex entries",
      fixture("complex.npy"),
      "1:11",
      'booleans, integers or floats of at most 8 bytes, got "<c16"',
    ],
    ["records", fixture("structured.npy"), "1:11", "got a structured type"],
    [
      "an infinite entry",
      npyBytes([2, 2], [1, 2, 3, -Infinity], plain),
      "2:2",
      "a finite number in row 2, column 2, got -Infinity",
    ],
    [
      "a large integer",
      npyBytes([1, 2], [1n, 2n ** 53n + 1n], { ...plain, type: "i8" }),
      "1:2",
      "an integer of at most 2^53 − 1 in size in row 1, column 2",
    ],
  ])("places %s", (_, bytes, place, message) => {
    const error = parseErrorOf(() => read(bytes));
    expect(error.place).toBe(place);
    expect(error.message).toContain(message);
  });

  it("refuses names of columns, which the format does not have", () => {
    expect(() => read(npyBytes([1], [1], plain), { columns: ["x"] })).toThrow("for a table without names");
  });

  it("checks the limit before it takes the memory", () => {
    const bytes = npyBytes([2, 2], [1, 2, 3, 4], plain);
    expect(() => read(bytes, { maxBytes: 31 })).toThrow(LimitError);
    expect(read(bytes, { maxBytes: 16, columns: [0] }).rows).toEqual([[1], [3]]);
    // Entries of one byte take eight times as much as a matrix.
    const small = npyBytes([1000, 1], new Array(1000).fill(1), { ...plain, type: "u1" });
    expect(() => read(small, { maxBytes: 7999 })).toThrow("expected at most 7.81 KiB, got 7.82 KiB");
  });
});
