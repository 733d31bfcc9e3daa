import { DenseMatrix } from "../dense-matrix.ts";
import { kroneckerRow } from "./kronecker-row.ts";
import { splitPairIndex } from "./pair-index.ts";

/** Most entries that are multiplied out: 2^24 doubles are 128 MiB. */
const LARGEST = 2 ** 24;

/**
 * Multiplies out A₁ ⊗ … ⊗ A_q, for tests and tiny sizes: row (i, j) is i · rows(A₂) + j, columns likewise.
 *
 * Nothing in kronket needs the product itself; see `kroneckerRow`, `kroneckerApply` and `kroneckerLeverage`.
 *
 * Errors: RangeError for no factor and, before anything is allocated, for more than 2^24 entries.
 *
 * @example kroneckerProduct([identityMatrix({ size: 2 }), a]) // a twice, along the diagonal
 */
export function kroneckerProduct(factors: readonly DenseMatrix[]): DenseMatrix {
  if (factors.length === 0) {
    throw new RangeError(
      "kroneckerProduct: expected at least one factor, got none; pass the factors in order.",
    );
  }
  const rowCounts = factors.map(({ rows }) => rows);
  const rows = rowCounts.reduce((product, count) => product * count, 1);
  const columns = factors.reduce((product, factor) => product * factor.columns, 1);
  if (rows * columns > LARGEST) {
    throw new RangeError(
      `kroneckerProduct: expected at most 2^24 entries, got ${rows} × ${columns}; use kroneckerApply or single rows instead.`,
    );
  }
  const product = new DenseMatrix(rows, columns, new Float64Array(rows * columns));
  for (let i = 0; i < rows; i++) {
    kroneckerRow(
      splitPairIndex(i, rowCounts).map((row, k) => factors[k].row(row)),
      product.row(i),
    );
  }
  return product;
}
