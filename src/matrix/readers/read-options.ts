import type { RealMatrix } from "../real-matrix.ts";

/** What to do with a row in which a wanted value is missing. */
export type MissingPolicy = "error" | "skip-row";

/** Options that all readers of matrices share. */
export interface ReadOptions {
  /** The name that error messages begin with, usually the file's. */
  readonly name?: string | undefined;
  /** Which columns to keep, in this order: names, or indices counted from 0. All when absent. */
  readonly columns?: readonly (string | number)[] | undefined;
  /** Whether a column of ones comes first, for models with a constant term. Default false. */
  readonly intercept?: boolean | undefined;
  /** Rows that lack a value: refuse the file (default) or leave them out and count them. */
  readonly missing?: MissingPolicy | undefined;
  /** The most bytes the matrix may take (8 an entry); reading itself needs up to about twice that. Default 4 GiB. */
  readonly maxBytes?: number | undefined;
}

/** A matrix as it was read. */
export interface ParsedMatrix<M extends RealMatrix = RealMatrix> {
  readonly matrix: M;
  /** One name per column of the matrix, where the file has names; the column of ones is called `intercept`. */
  readonly columnNames?: readonly string[] | undefined;
  /** How many rows were left out because a value was missing. */
  readonly skippedRows: number;
}

/** The default of `maxBytes`: 4 GiB. */
export const defaultMaxBytes = 2 ** 32;
