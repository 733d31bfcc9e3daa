import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";

/** A dense matrix from nested arrays. */
export function dense(rows: readonly (readonly number[])[]): DenseMatrix {
  return new DenseMatrix(rows.length, rows[0].length, Float64Array.from(rows.flat()));
}

/** The plain product A B. */
export function multiply(a: DenseMatrix, b: DenseMatrix): DenseMatrix {
  const product = new DenseMatrix(a.rows, b.columns, new Float64Array(a.rows * b.columns));
  for (let i = 0; i < a.rows; i++) {
    for (let t = 0; t < a.columns; t++) {
      for (let k = 0; k < b.columns; k++) product.data[i * b.columns + k] += a.at(i, t) * b.at(t, k);
    }
  }
  return product;
}

/** The plain transpose. */
export function transpose(a: DenseMatrix): DenseMatrix {
  const data = new Float64Array(a.data.length);
  for (let i = 0; i < a.rows; i++) for (let k = 0; k < a.columns; k++) data[k * a.rows + i] = a.at(i, k);
  return new DenseMatrix(a.columns, a.rows, data);
}

/** Columns multiplied by a factor each. */
export function scaleColumns(a: DenseMatrix, factors: readonly number[]): DenseMatrix {
  return new DenseMatrix(
    a.rows,
    a.columns,
    a.data.map((x, i) => x * factors[i % a.columns]),
  );
}

/** The largest difference of two arrays, entry by entry. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}

/** The sum of an array. */
export function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
