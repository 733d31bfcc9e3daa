import { LimitError } from "../errors/limit-error.ts";
import { DenseMatrix } from "../matrix/dense-matrix.ts";
import type { RowOracle } from "./row-oracle.ts";

/** Most entries that a circuit is built from: its rotations are as many. */
const mostEntries = 2 ** 20;

/**
 * Reads every row of a matrix, to build a circuit from the entries.
 *
 * Queries: n classical row queries. Errors: LimitError for more than 2^20 entries, before anything is read.
 */
export function readAllRows(oracle: RowOracle): DenseMatrix {
  const { rows, columns, name } = oracle;
  if (rows * columns > mostEntries) {
    throw new LimitError(
      name,
      mostEntries,
      rows * columns,
      "entries",
      "build circuits from small matrices only",
    );
  }
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) data.set(oracle.read(i), i * columns);
  return new DenseMatrix(rows, columns, data);
}
