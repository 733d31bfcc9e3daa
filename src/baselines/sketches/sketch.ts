import { LimitError } from "../../errors/limit-error.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RowOracle } from "../../oracles/row-oracle.ts";
import { isTargetOracle, targetOracle } from "../../oracles/target-oracle.ts";
import { billedRows, type RowSource, requireCount, type TargetSource } from "../row-source.ts";

/**
 * A linear map S of m rows that makes a tall problem short: SA and Sb stand for A and b, with E SᵀS = I.
 *
 * `Source` is one matrix, or the factors of a Kronecker product that is never expanded.
 */
export interface SketchOf<Source> {
  readonly name: string;
  /** The number m of rows of S. */
  readonly rows: number;
  /** The number n of rows of the matrices that S applies to. */
  readonly size: number;
  /**
   * Computes SA, m × d. Bills the rows that S touches: all of them, or only the sampled ones; on the ledger of an oracle, or on
   * the given one.
   *
   * Errors: RangeError for another number of rows; LimitError for more rows than can be touched one by one.
   */
  apply(source: Source, ledger?: Ledger): DenseMatrix;
  /** Computes Sb. Bills the entries that S touches. Errors: RangeError for another number of entries. */
  applyTarget(target: TargetSource, ledger?: Ledger): Float64Array;
}

/** A sketch of one matrix. */
export type Sketch = SketchOf<RowSource>;

/** A sketch of a Kronecker product, applied to its factors. */
export type ProductSketch = SketchOf<readonly RowSource[]>;

/** A sketch that does not depend on the data and touches all of them. */
export interface ObliviousSketch extends Sketch {
  /** S times a matrix that is at hand. Bills nothing. */
  multiply(matrix: DenseMatrix): DenseMatrix;
}

/** More rows than these are not touched one by one. */
const MOST_ROWS = 2 ** 28;

/** Makes an oblivious sketch out of its multiplication. */
export function obliviousSketch(
  name: string,
  rows: number,
  size: number,
  multiply: (matrix: DenseMatrix) => DenseMatrix,
): ObliviousSketch {
  requireCount(name, "rows", rows);
  requireCount(name, "size", size);
  return {
    name,
    rows,
    size,
    multiply,
    apply: (source, ledger) => multiply(readDense(asRows(source, ledger), size, name)),
    applyTarget(source, ledger) {
      const values = readTarget(source, ledger, size, name);
      return multiply(new DenseMatrix(size, 1, values)).data;
    },
  };
}

/** The oracle of a source, billed to its own ledger unless another is given. */
export function asRows(source: RowSource, ledger?: Ledger, name?: string): RowOracle {
  const isOracle = typeof source === "object" && source !== null && "billedTo" in source;
  if (isOracle && ledger === undefined) return source;
  return billedRows(source, ledger ?? new Ledger(), name);
}

/** All rows one by one, a class of identical rows written out. Errors: see {@link SketchOf}. */
export function readDense(oracle: RowOracle, size: number, name: string): DenseMatrix {
  requireSize(name, oracle.name, size, oracle.rows);
  if (size > MOST_ROWS) {
    throw new LimitError(name, MOST_ROWS, size, "rows", "sample rows, or sketch the classes of the matrix");
  }
  const { columns, values, counts } = oracle.readAll();
  if (counts.length === size) return new DenseMatrix(size, columns, values);
  const data = new Float64Array(size * columns);
  let at = 0;
  counts.forEach((count, e) => {
    for (let copy = 0; copy < count; copy++, at += columns) {
      data.set(values.subarray(e * columns, (e + 1) * columns), at);
    }
  });
  return new DenseMatrix(size, columns, data);
}

/** All entries of a right-hand side. */
export function readTarget(
  source: TargetSource,
  ledger: Ledger | undefined,
  size: number,
  name: string,
): Float64Array {
  const target = asTarget(source, ledger);
  requireSize(name, target.name, size, target.size);
  return target.readAll();
}

/** The oracle of a right-hand side, billed to its own ledger unless another is given. */
export function asTarget(source: TargetSource, ledger?: Ledger) {
  if (isTargetOracle(source)) return ledger === undefined ? source : source.billedTo(ledger);
  return targetOracle(source, ledger === undefined ? {} : { ledger });
}

/** Checks that a sketch and what it is applied to fit together. */
export function requireSize(sketch: string, name: string, size: number, got: number): void {
  if (got === size) return;
  throw new RangeError(
    `${sketch}: expected ${size} rows in ${name}, got ${got}; make the sketch for that many rows.`,
  );
}

/** Checks the number of factors that a product sketch is applied to. */
export function requireFactors(name: string, expected: number, got: number): void {
  if (got === expected) return;
  throw new RangeError(
    `${name}: expected ${expected} factors, got ${got}; apply the sketch to the product it was made for.`,
  );
}
