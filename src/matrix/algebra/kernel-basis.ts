import { DenseMatrix } from "../dense-matrix.ts";
import { type ColumnDecomposition, spreadColumns } from "./column-decomposition.ts";

/** The kernel of a matrix, from the decomposition of its columns. */
export interface KernelBasis {
  /** V_0ᵀ D⁻¹ for the right singular vectors V_0 below the tolerance: zero on the row space, not orthonormal. */
  readonly outside: DenseMatrix;
  /** An orthonormal basis of the kernel: of the span of `outside` and one unit vector for each column of zeros. */
  readonly kernel: DenseMatrix;
}

/** Finds the kernel {x : R x = 0} of the matrix that was decomposed, in its own units, `columns` values a row. */
export function kernelBasis(decomposition: ColumnDecomposition, columns: number): KernelBasis {
  const { used, zero, size, right, rank } = decomposition;
  const d = used.length;
  const outside = new DenseMatrix(d - rank, d, new Float64Array((d - rank) * d));
  for (let t = rank; t < d; t++) {
    for (let j = 0; j < d; j++) outside.data[(t - rank) * d + j] = right.at(j, t) / size[j];
  }
  const inner = spreadColumns(orthonormalRows(outside), used, columns);
  const kernel = new DenseMatrix(columns - rank, columns, new Float64Array((columns - rank) * columns));
  kernel.data.set(inner.data);
  zero.forEach((k, i) => {
    kernel.data[(inner.rows + i) * columns + k] = 1;
  });
  return { outside: spreadColumns(outside, used, columns), kernel };
}

/**
 * Finds an orthonormal basis of the span of a few independent rows whose columns may differ in size by many powers of ten.
 *
 * Gauss-Jordan elimination with complete pivoting comes first: it leaves an identity on the pivot columns, so that
 * the orthogonalisation has nothing large to cancel.
 */
function orthonormalRows(rows: DenseMatrix): DenseMatrix {
  const { rows: height, columns } = rows;
  const data = rows.data.slice();
  for (let step = 0; step < height; step++) {
    // Rows before `step` are done; their pivots hold exact zeros in the rows below.
    let pivot = step * columns;
    for (let at = pivot; at < data.length; at++) if (Math.abs(data[at]) > Math.abs(data[pivot])) pivot = at;
    const row = Math.floor(pivot / columns);
    const column = pivot % columns;
    const divisor = data[pivot];
    for (let k = 0; k < columns; k++) {
      const value = data[row * columns + k] / divisor;
      data[row * columns + k] = data[step * columns + k];
      data[step * columns + k] = value;
    }
    for (let i = 0; i < height; i++) {
      if (i === step) continue;
      const multiple = data[i * columns + column];
      for (let k = 0; k < columns; k++) data[i * columns + k] -= multiple * data[step * columns + k];
      data[i * columns + column] = 0;
    }
  }
  for (let i = 0; i < height; i++) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    // Gram-Schmidt, twice for full orthogonality; unlike reflections it keeps small columns small.
    for (let before = 0; before < 2 * i; before++) {
      const earlier = data.subarray((before % i) * columns, ((before % i) + 1) * columns);
      const overlap = dot(row, earlier);
      for (let k = 0; k < columns; k++) row[k] -= overlap * earlier[k];
    }
    const length = Math.sqrt(dot(row, row));
    for (let k = 0; k < columns; k++) row[k] /= length;
  }
  return new DenseMatrix(height, columns, data);
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k] * y[k];
  return sum;
}
