import type { RealMatrix } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import type { Input } from "../documents/document-head.ts";
import { exitCode } from "../exit-code.ts";
import type { LoadedMatrix } from "./loaded-matrix.ts";

/**
 * Checks that a matrix is one that can be worked on: tall, not all zero, no column of zeros. Readers have checked that
 * all entries are finite.
 *
 * Returns what the user should know about a matrix that passes. Errors: CliError (bad input) that names file and column.
 */
export function checkMatrix(
  { matrix, input }: LoadedMatrix,
  options: { readonly allowZeroColumns: boolean },
): string[] {
  requireTall(input);
  return checkColumns(input, zeroColumns(matrix), options);
}

/** Checks that a matrix has at least as many rows as columns. Errors: CliError (bad input). */
export function requireTall({ name, rows, columns }: Pick<Input, "name" | "rows" | "columns">): void {
  if (columns <= rows) return;
  throw bad(
    `${name}: expected at least as many rows as columns, got ${rows} × ${columns}; transpose it, or keep fewer columns with --columns.`,
  );
}

/** What `checkMatrix` says of the columns that are `zero`. */
export function checkColumns(
  { name, columns, columnNames }: Pick<Input, "name" | "columns" | "columnNames">,
  zero: readonly number[],
  options: { readonly allowZeroColumns: boolean },
): string[] {
  if (zero.length === columns) {
    throw bad(
      `${name}: expected a matrix with an entry other than zero, got only zeros (rank 0); check that this is the right file.`,
    );
  }
  if (zero.length === 0) return [];
  const named = zero.map((k) => columnText(k, columnNames));
  const what = named.length === 1 ? `column ${named[0]}` : `columns ${named.join(", ")}`;
  if (!options.allowZeroColumns) {
    throw bad(
      `${name}: expected entries other than zero in every column, got only zeros in ${what}; leave ${named.length === 1 ? "it" : "them"} out with --columns, or pass --allow-zero-columns to go on with a smaller rank.`,
    );
  }
  return [
    `${name}: only zeros in ${what}; scores and guarantees are those of the row space, whose dimension is smaller.`,
  ];
}

function zeroColumns(matrix: RealMatrix): number[] {
  const zero = new Set(Array.from({ length: matrix.columns }, (_, k) => k));
  const rows = matrix.kind === "dense" ? matrix.rows : matrix.classes.length;
  for (let i = 0; i < rows && zero.size > 0; i++) {
    const row = matrix.kind === "dense" ? matrix.row(i) : matrix.classes[i].row;
    for (const k of zero) if (row[k] !== 0) zero.delete(k);
  }
  return [...zero];
}

function columnText(k: number, names: readonly string[] | null): string {
  return names === null ? `${k + 1}` : `${k + 1} ("${names[k]}")`;
}

function bad(message: string): CliError {
  return new CliError(exitCode.badInput, message);
}
