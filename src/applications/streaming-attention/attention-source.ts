import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";

/** Keys, values and queries that pass by once, row after row. A generator will do: each of the two is begun once. */
export interface AttentionSource {
  /** The rows K_i and V_i together. */
  readonly keysAndValues: Iterable<readonly [key: ArrayLike<number>, value: ArrayLike<number>]>;
  /** The rows Q_i; they are asked for when all keys and values have passed. */
  readonly queries: Iterable<ArrayLike<number>>;
  /** How many rows there will be, where that is known: for reports of progress only. */
  readonly rows?: number;
}

/**
 * Hands out the rows of matrices in memory as a stream.
 *
 * Errors: RangeError where K and V have different numbers of rows, or Q and K of columns; as asMatrix.
 *
 * @example matrixSource({ Q: [[1, 0]], K: [[1, 0], [0, 1]], V: [[1], [2]] }).rows // 2
 */
export function matrixSource(matrices: {
  readonly Q: MatrixInput;
  readonly K: MatrixInput;
  readonly V: MatrixInput;
}): AttentionSource {
  const [Q, K, V] = (["Q", "K", "V"] as const).map((name) => asMatrix(matrices[name], name));
  if (K.rows !== V.rows || Q.columns !== K.columns) {
    throw new RangeError(
      `matrixSource: expected K and V of one number of rows and Q and K of one number of columns, got Q ${Q.rows} × ${Q.columns}, K ${K.rows} × ${K.columns}, V ${V.rows} × ${V.columns}; row i of K belongs to row i of V.`,
    );
  }
  return {
    rows: K.rows,
    keysAndValues: {
      *[Symbol.iterator]() {
        for (let i = 0; i < K.rows; i++) yield [K.row(i), V.row(i)] as const;
      },
    },
    queries: {
      *[Symbol.iterator]() {
        for (let i = 0; i < Q.rows; i++) yield Q.row(i);
      },
    },
  };
}
