import { isComplex, isMatrix, isSparseMatrix, type MathCollection } from "mathjs";
import {
  asMatrix,
  type ComplexEntry,
  type ComplexMatrix,
  complexMatrix,
  type RealMatrix,
} from "../../index.ts";

/**
 * A real matrix of mathjs, dense or sparse, or nested arrays, as a matrix of kronket.
 *
 * Numbers, BigNumbers, Fractions, bigints and complex numbers without imaginary part are taken; the first four are
 * rounded to double precision. A vector becomes one column.
 *
 * Errors: TypeError for anything else, such as units, text and more than two dimensions; RangeError for entries that are
 * complex or not finite, and for no rows or rows of unequal length.
 *
 * @example fromMathjs(multiply(matrix([[1, 2], [3, 4]]), 2)) // DenseMatrix of 2, 4, 6, 8
 */
export function fromMathjs(source: MathCollection): RealMatrix {
  return asMatrix(
    rowsOf("fromMathjs", source).map((row, r) =>
      row.map((entry, c) => {
        const [re, im] = entryOf("fromMathjs", entry, r, c);
        if (im !== 0) {
          throw new RangeError(
            `fromMathjs: expected a real entry (${r}, ${c}), got ${re} + ${im}i; use complexFromMathjs.`,
          );
        }
        return re;
      }),
    ),
    "fromMathjs",
  );
}

/**
 * A square matrix of mathjs, or nested arrays, as a complex matrix of kronket, for `circuit.unitary`.
 *
 * Errors: TypeError and RangeError as `fromMathjs`; RangeError for a matrix that is not square.
 *
 * @example new Circuit(1).unitary(complexFromMathjs(expm(multiply(complex(0, -0.5), pauliX))), [0])
 */
export function complexFromMathjs(source: MathCollection): ComplexMatrix {
  return complexMatrix(
    rowsOf("complexFromMathjs", source).map((row, r) =>
      row.map((entry, c): ComplexEntry => entryOf("complexFromMathjs", entry, r, c)),
    ),
  );
}

function rowsOf(subject: string, source: unknown): readonly (readonly unknown[])[] {
  const values: unknown = isMatrix(source) || isSparseMatrix(source) ? source.toArray() : source;
  if (!Array.isArray(values)) {
    throw new TypeError(
      `${subject}: expected a matrix of mathjs, got ${kindOf(source)}; pass math.matrix(...).`,
    );
  }
  const isNested = values.some((row) => Array.isArray(row));
  return values.map((row: unknown, r) => {
    if (!isNested) return [row];
    if (Array.isArray(row)) return row;
    throw new TypeError(
      `${subject}: expected row ${r} to be a list, got ${kindOf(row)}; pass two dimensions.`,
    );
  });
}

function entryOf(subject: string, entry: unknown, r: number, c: number): readonly [number, number] {
  if (isComplex(entry))
    return [requireFinite(subject, entry.re, r, c), requireFinite(subject, entry.im, r, c)];
  const isNumeric =
    typeof entry === "number" ||
    typeof entry === "bigint" ||
    (typeof entry === "object" && entry !== null && /^(BigNumber|Fraction)$/.test(kindOf(entry)));
  if (!isNumeric) {
    throw new TypeError(
      `${subject}: expected a number as entry (${r}, ${c}), got ${kindOf(entry)}; convert it first.`,
    );
  }
  return [requireFinite(subject, Number(entry), r, c), 0];
}

function requireFinite(subject: string, value: number, r: number, c: number): number {
  if (Number.isFinite(value)) return value;
  throw new RangeError(`${subject}: expected a finite entry (${r}, ${c}), got ${value}; check the data.`);
}

/** Values of mathjs name their kind. */
function kindOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return "type" in value && typeof value.type === "string"
    ? value.type
    : (value.constructor?.name ?? "object");
}
