import { DenseMatrix, type RealMatrix } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import type { Input, Reading } from "../documents/document-head.ts";
import { exitCode } from "../exit-code.ts";
import type { ReadingFlags } from "../options/reading-options.ts";
import type { Session } from "../session.ts";
import { loadMatrices } from "./load-matrices.ts";
import { readingOf } from "./reading-of.ts";

/** A regression problem with where it came from. */
export interface LoadedProblem {
  readonly factors: readonly DenseMatrix[];
  readonly b: Float64Array;
  readonly inputs: readonly Input[];
  readonly reading: Reading;
  readonly warnings: readonly string[];
}

/** Rows in classes are written out up to this many. */
const MOST_ROWS = 2 ** 24;

/**
 * Loads the factors of a regression problem and, last, b.
 *
 * Errors: as loadMatrices; CliError (bad input) for a b that is not one column of as many values as there are rows, and for rows left
 * out, which would no longer pair.
 */
export async function loadProblem(
  files: readonly string[],
  flags: ReadingFlags,
  session: Session,
): Promise<LoadedProblem> {
  const last = files.length - 1;
  const all = readingOf(flags, files.length);
  // A choice of columns for all files means the matrices.
  const own = flags.columns?.find(({ factor }) => factor === files.length);
  const columns = all.columns.map((list, k) =>
    k < last ? list : own === undefined ? null : [...own.columns],
  );
  const reading = { ...all, columns };
  const { matrices, warnings } = await loadMatrices(files, session, { ...flags, reading, target: true });
  const target = matrices[last];
  const skipped = matrices.find(({ input }) => input.skippedRows > 0);
  if (skipped !== undefined) {
    throw bad(
      `${skipped.input.name}: expected a value in every row, got ${skipped.input.skippedRows} rows left out; rows of A and values of b would no longer pair, remove them from both files.`,
    );
  }
  if (target.matrix.columns !== 1) {
    throw bad(
      `${target.input.name}: expected one column in b, got ${target.matrix.columns}; choose it with --columns ${files.length}:NAME.`,
    );
  }
  const factors = matrices.slice(0, last).map(({ matrix, input }) => written(matrix, input.name));
  const rows = factors.reduce((product, factor) => product * factor.rows, 1);
  if (target.matrix.rows !== rows) {
    const shape = factors.map((factor) => factor.rows).join(" · ");
    throw bad(
      `${target.input.name}: expected ${shape}${factors.length > 1 ? ` = ${rows}` : ""} values, one for each row of A, got ${target.matrix.rows}; pair every row with its value.`,
    );
  }
  return {
    factors,
    b: written(target.matrix, target.input.name).data,
    inputs: matrices.map(({ input }) => input),
    reading,
    warnings,
  };
}

/** Rows one by one; a matrix in classes has few enough here, as b names a value for each. */
function written(matrix: RealMatrix, name: string): DenseMatrix {
  if (matrix.kind === "dense") return matrix;
  if (matrix.rows > MOST_ROWS) {
    throw bad(
      `${name}: expected at most ${MOST_ROWS} rows, got ${matrix.rows}; b needs a value for each of them.`,
    );
  }
  const data = new Float64Array(matrix.rows * matrix.columns);
  for (let i = 0; i < matrix.rows; i++) data.set(matrix.row(i), i * matrix.columns);
  return new DenseMatrix(matrix.rows, matrix.columns, data);
}

function bad(message: string): CliError {
  return new CliError(exitCode.badInput, message);
}
