import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { parseMatrixMarket } from "../../../src/matrix/readers/parse-matrix-market.ts";
import type { ReadOptions } from "../../../src/matrix/readers/read-options.ts";
import { anyMatrix, written } from "../../support/matrix-arbitrary.ts";
import { parseErrorOf } from "../../support/parse-error-of.ts";

const read = (text: string, options: ReadOptions = {}): number[][] => {
  const { matrix } = parseMatrixMarket(text, { name: "a.mtx", ...options });
  return Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]);
};
const fixture = (file: string): string =>
  readFileSync(new URL(`../../fixtures/matrix/${file}`, import.meta.url), "utf8");
const banner = (words: string): string => `%%MatrixMarket matrix ${words}\n`;
const general = banner("coordinate real general");

describe("parseMatrixMarket", () => {
  it("reads what SciPy wrote", () => {
    expect(read(fixture("sparse.mtx"))).toEqual([
      [0, 1.5, 0, 0],
      [0, 0, 0, 1e-7],
      [-2, 0, 0, 0],
    ]);
    expect(read(fixture("symmetric.mtx"))).toEqual([
      [2, -1, 0],
      [-1, 2, -1],
      [0, -1, 2],
    ]);
    expect(read(fixture("dense.mtx"))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it("reads back every matrix (but the sign of zero), as an array and by coordinates in any order", () => {
    fc.assert(
      fc.property(
        anyMatrix,
        fc.infiniteStream(fc.nat()),
        fc.constantFrom("\n", "\r\n"),
        (rows, keys, newline) => {
          const [n, d] = [rows.length, rows[0].length];
          const places = rows.flatMap((row, i) => row.map((value, k) => ({ i, k, value })));
          const down = [...places].sort((a, b) => a.k - b.k || a.i - b.i);
          const array = [
            "%%MatrixMarket matrix array real general",
            "% by hand",
            `${n} ${d}`,
            ...down.map(({ value }) => written(value)),
          ];
          expect(read(array.join(newline))).toEqual(rows.map((row) => row.map((x) => x + 0)));
          const mixed = places
            .map((place) => ({ place, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ place: { i, k, value } }) => `${i + 1} ${k + 1}  ${written(value)}`);
          const coordinate = [
            "%%matrixmarket MATRIX Coordinate Real General",
            "",
            `${n} ${d} ${n * d}`,
            "",
            ...mixed,
            "",
          ];
          expect(read(coordinate.join(newline))).toEqual(rows.map((row) => row.map((x) => x + 0)));
        },
      ),
    );
  });

  it("completes symmetric and skew-symmetric matrices from their lower triangle, in both formats", () => {
    const lower = [[1], [2, 3], [4, 5, 6]];
    const array = [1, 2, 4, 3, 5, 6];
    const coordinates = lower.flatMap((row, i) => row.map((x, k) => `${i + 1} ${k + 1} ${x}`));
    const symmetric = [
      [1, 2, 4],
      [2, 3, 5],
      [4, 5, 6],
    ];
    expect(read(`${banner("array integer symmetric")}3 3\n${array.join("\n")}`)).toEqual(symmetric);
    expect(read(`${banner("coordinate integer symmetric")}3 3 6\n${coordinates.join("\n")}`)).toEqual(
      symmetric,
    );
    const skew = [
      [0, -1, -2],
      [1, 0, -3],
      [2, 3, 0],
    ];
    expect(read(`${banner("array real skew-symmetric")}3 3\n1\n2\n3`)).toEqual(skew);
    expect(read(`${banner("coordinate real skew-symmetric")}3 3 3\n2 1 1\n3 1 2\n3 2 3`)).toEqual(skew);
    expect(read(`${banner("array real skew-symmetric")}1 1\n`)).toEqual([[0]]);
  });

  it("reads a pattern as ones", () => {
    expect(read(`${banner("coordinate pattern general")}2 3 2\n1 3\n2 1\n`)).toEqual([
      [0, 0, 1],
      [1, 0, 0],
    ]);
    expect(read(`${banner("coordinate pattern symmetric")}2 2 1\n2 1\n`)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("adds the values of a place that occurs more than once", () => {
    expect(read(`${general}2 2 3\n1 1 1.5\n2 2 1\n1 1 2\n`)).toEqual([
      [3.5, 0],
      [0, 1],
    ]);
  });

  it("reads Fortran's D exponents and a matrix of zeros", () => {
    expect(read(`${general}1 1 1\n1 1 -1.5D+02`)).toEqual([[-150]]);
    expect(read(`${general}1 2 0\n`)).toEqual([[0, 0]]);
  });

  it("keeps columns and adds an intercept where asked", () => {
    expect(read(`${general}2 3 2\n1 2 7\n2 3 8\n`, { columns: [2, 1, 2], intercept: true })).toEqual([
      [1, 0, 7, 0],
      [1, 8, 0, 8],
    ]);
  });

  it.each<[string, string, string, string]>([
    ["an empty text", "", "1:1", "expected %%MatrixMarket, got the end of the file"],
    ["another text", "1 2 3\n", "1:1", "expected %%MatrixMarket, got 1"],
    ["another object", "%%MatrixMarket vector array real general\n", "1:16", "expected matrix, got vector"],
    ["another format", banner("list real general"), "1:23", "expected array or coordinate, got list"],
    [
      "complex matrices",
      banner("array complex general"),
      "1:29",
      "expected real or integer, got complex; kronket works on real matrices",
    ],
    [
      "another field",
      banner("coordinate text general"),
      "1:34",
      "expected real, integer or pattern, got text",
    ],
    [
      "a pattern as an array",
      banner("array pattern general"),
      "1:29",
      "expected real or integer, got pattern",
    ],
    [
      "hermitian matrices",
      banner("coordinate real hermitian"),
      "1:39",
      "got hermitian; declare a real matrix symmetric",
    ],
    [
      "a skew pattern",
      banner("coordinate pattern skew-symmetric"),
      "1:42",
      "expected general, symmetric, got skew-symmetric",
    ],
    ["a short banner", "%%MatrixMarket matrix array real\n", "1:33", "got the end of the line"],
    ["a long banner", `${banner("array real general x")}`, "1:42", "expected five words, got x"],
    ["no sizes", `${general}% c\n`, "3:1", "expected the number of rows, got the end of the file"],
    ["too few sizes", `${general}2 2\n`, "2:4", "expected the number of entries, got the end of the line"],
    ["too many sizes", `${banner("array real general")}2 2 4\n`, "2:5", "expected 2 sizes, got 4"],
    ["a size of 0", `${general}2 0 0\n`, "2:3", "expected the number of columns, got 0"],
    ["a size that is not whole", `${general}2.5 2 0\n`, "2:1", "got 2.5"],
    [
      "a symmetric matrix that is not square",
      `${banner("array real symmetric")}2 3\n`,
      "2:3",
      "expected 2 columns for a symmetric matrix of 2 rows, got 3",
    ],
    ["a row beyond the end", `${general}2 2 1\n  3 1 1\n`, "3:3", "expected a row from 1 to 2, got 3"],
    ["a column 0", `${general}2 2 1\n1 0 1\n`, "3:3", "expected a column from 1 to 2, got 0"],
    ["a row that is not whole", `${general}2 2 1\n1.0 1 1\n`, "3:1", "got 1.0"],
    [
      "an entry above the diagonal",
      `${banner("coordinate real symmetric")}2 2 1\n1 2 3\n`,
      "3:3",
      "on or below the diagonal of a symmetric matrix, got 2",
    ],
    [
      "a diagonal of a skew matrix",
      `${banner("coordinate real skew-symmetric")}2 2 1\n2 2 3\n`,
      "3:3",
      "below the diagonal of a skew-symmetric matrix",
    ],
    ["no value", `${general}2 2 1\n1 1\n`, "3:4", "expected a finite number, got the end of the line"],
    ["text", `${general}2 2 1\n1 1 x\n`, "3:5", "expected a finite number, got x"],
    ["NaN", `${banner("array real general")}1 2\n1\n nan\n`, "4:2", "got nan"],
    ["Infinity", `${banner("array real general")}1 1\nInfinity\n`, "3:1", "got Infinity"],
    [
      "a fraction as an integer",
      `${banner("array integer general")}1 1\n1.5\n`,
      "3:1",
      "expected an integer, got 1.5",
    ],
    ["a surplus number", `${general}2 2 1\n1 1 1 4\n`, "3:7", "expected 3 numbers in a line, got 4"],
    [
      "too few entries",
      `${general}2 2 3\n1 1 1\n`,
      "4:1",
      "expected 3 entries, of which 1 are there, got the end of the file",
    ],
    [
      "too many entries",
      `${general}2 2 1\n1 1 1\n2 2 2\n`,
      "4:1",
      "expected the end of the file after 1 entries, got 2",
    ],
    [
      "a sum that overflows",
      `${general}1 1 2\n1 1 1e308\n1 1 1e308\n`,
      "4:5",
      "a finite sum of the entries of one place",
    ],
  ])("places %s", (_, text, place, message) => {
    const error = parseErrorOf(() => read(text));
    expect(error.message).toContain(message);
    expect(error.place).toBe(place);
  });

  it("checks the declared size before it takes the memory", () => {
    expect(() => read(`${general}1000000000000 1000 1\n1 1 1\n`)).toThrow(LimitError);
    expect(() => read(`${general}1000 2 1\n1 1 1\n`, { maxBytes: 15_999 })).toThrow(LimitError);
    expect(read(`${general}1000 2 1\n1 1 1\n`, { maxBytes: 8000, columns: [0] })).toHaveLength(1000);
  });

  it("refuses columns that are not there", () => {
    expect(() => read(`${general}1 1 0\n`, { columns: [1] })).toThrow(RangeError);
    expect(() => read(`${general}1 1 0\n`, { columns: ["x"] })).toThrow("for a table without names");
  });
});
