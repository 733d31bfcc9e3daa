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

/** The shared options with their defaults. */
export interface ResolvedOptions {
  readonly name: string;
  readonly columns: readonly (string | number)[] | undefined;
  readonly intercept: boolean;
  readonly missing: MissingPolicy;
  readonly maxBytes: number;
}

/**
 * Fills in the defaults of the shared options and checks their values; `format` stands for an absent name.
 *
 * Errors: TypeError or RangeError that names the option.
 */
export function resolveOptions(options: ReadOptions, format: string): ResolvedOptions {
  const {
    name = format,
    columns,
    intercept = false,
    missing = "error",
    maxBytes = defaultMaxBytes,
  } = options;
  if (columns !== undefined && !Array.isArray(columns)) {
    throw new TypeError(
      `${name}: expected columns to be an array, got ${typeof columns}; pass names or indices.`,
    );
  }
  if (typeof intercept !== "boolean") {
    throw new TypeError(
      `${name}: expected intercept to be true or false, got ${intercept}; leave it out for no.`,
    );
  }
  if (missing !== "error" && missing !== "skip-row") {
    throw new RangeError(
      `${name}: expected missing to be "error" or "skip-row", got ${JSON.stringify(missing)}; leave it out to refuse missing values.`,
    );
  }
  if (typeof maxBytes !== "number" || !(maxBytes >= 0)) {
    throw new RangeError(
      `${name}: expected maxBytes to be a number ≥ 0, got ${maxBytes}; leave it out for 4 GiB, or pass Infinity for no limit.`,
    );
  }
  return { name, columns, intercept, missing, maxBytes };
}
