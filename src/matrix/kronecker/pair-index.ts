/**
 * Numbers the row (i_1, …, i_q) of A₁ ⊗ … ⊗ A_q: for two factors i · rows(A₂) + j, the last index running fastest.
 *
 * Exact while the product of the row counts is at most 2^53; `exactPairIndex` has no such limit.
 *
 * Errors: RangeError for unequal lengths, an index outside, or a product beyond 2^53.
 *
 * @param rows the number of rows of each factor
 *
 * @example pairIndex([3, 17], [100, 100]) // 317
 */
export function pairIndex(indices: ArrayLike<number>, rows: readonly number[]): number {
  requireIndices("pairIndex", indices, rows);
  requireProduct("pairIndex", rows);
  let flat = 0;
  for (let k = 0; k < rows.length; k++) flat = flat * rows[k] + indices[k];
  return flat;
}

/**
 * Splits the number of a row of A₁ ⊗ … ⊗ A_q into the rows of the factors: the inverse of `pairIndex`.
 *
 * Errors: RangeError for a number outside or a product of row counts beyond 2^53.
 *
 * @example splitPairIndex(317, [100, 100]) // [3, 17]
 */
export function splitPairIndex(flat: number, rows: readonly number[]): number[] {
  const total = requireProduct("splitPairIndex", rows);
  if (!Number.isInteger(flat) || flat < 0 || flat >= total) {
    throw new RangeError(
      `splitPairIndex: expected a row from 0 to ${total - 1}, got ${flat}; check it against the row counts.`,
    );
  }
  const indices = new Array<number>(rows.length);
  let rest = flat;
  for (let k = rows.length - 1; k >= 0; k--) {
    indices[k] = rest % rows[k];
    rest = (rest - indices[k]) / rows[k];
  }
  return indices;
}

/**
 * Numbers the row (i_1, …, i_q) as a bigint, for printing row numbers of any size.
 *
 * Errors: RangeError for unequal lengths or an index outside.
 *
 * @example exactPairIndex([1, 0], [2 ** 40, 2 ** 40]) // 1099511627776n
 */
export function exactPairIndex(indices: ArrayLike<number>, rows: readonly number[]): bigint {
  requireIndices("exactPairIndex", indices, rows);
  let flat = 0n;
  for (let k = 0; k < rows.length; k++) flat = flat * BigInt(rows[k]) + BigInt(indices[k]);
  return flat;
}

function requireIndices(subject: string, indices: ArrayLike<number>, rows: readonly number[]): void {
  if (indices.length !== rows.length) {
    throw new RangeError(
      `${subject}: expected ${rows.length} indices, got ${indices.length}; give one for each factor.`,
    );
  }
  for (let k = 0; k < rows.length; k++) {
    if (!Number.isSafeInteger(indices[k]) || indices[k] < 0 || indices[k] >= rows[k]) {
      throw new RangeError(
        `${subject}: expected a row of factor ${k} from 0 to ${rows[k] - 1}, got ${indices[k]}; count rows from 0.`,
      );
    }
  }
}

function requireProduct(subject: string, rows: readonly number[]): number {
  const total = rows.reduce((product, count) => product * count, 1);
  if (total > 2 ** 53) {
    throw new RangeError(
      `${subject}: expected at most 2^53 rows in the product, got ${rows.join(" × ")}; keep the indices of the factors, or use exactPairIndex.`,
    );
  }
  return total;
}
