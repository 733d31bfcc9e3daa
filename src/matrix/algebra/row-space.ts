import { SingularValueDecomposition } from "ml-matrix";
import { DenseMatrix } from "../dense-matrix.ts";
import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { FactoredRowSpace } from "./factored-row-space.ts";
import { scaledRows } from "./scaled-rows.ts";
import { toMlMatrix } from "./to-ml-matrix.ts";
import { scaledTriangularFactor } from "./triangular-factor.ts";

/** The span of the rows of a matrix B, with the inner product (BᵀB)⁺ that leverage scores are measured in. */
export interface RowSpace {
  /** Length d of a row. */
  readonly columns: number;
  /** Number r of independent rows. */
  readonly rank: number;
  /** σ_1/σ_r of B with columns scaled to length 1 (1 when the rank is 0); scores are accurate to about this · 1e-16. */
  readonly condition: number;
  /** C, r × d, with CᵀC = (BᵀB)⁺. */
  readonly whitener: DenseMatrix;
  /** An orthonormal basis of {x : B x = 0}, (d − r) × d. */
  readonly kernel: DenseMatrix;
  /** The generalised leverage score τ(a|B) = aᵀ(BᵀB)⁺a; Infinity if a has a part in the kernel, 0 for a zero row. */
  score(row: Float64Array): number;
  /** The score of the row that starts at `offset` of `values`: a pass over stored rows needs no view for each. */
  scoreAt(values: Float64Array, offset: number): number;
  /** Writes r coordinates of a row of the row space, in which the columns of B are orthonormal; ‖·‖² is the score. */
  whiten(row: Float64Array, into: Float64Array): void;
  /** Whether the row is orthogonal to the kernel, up to rounding. */
  contains(row: Float64Array): boolean;
}

/**
 * Finds the row space of a matrix B and its whitener.
 *
 * B = Q E D with D the column lengths and E triangular (from `triangularFactor`, never from BᵀB); E = U S Vᵀ.
 * - The rank counts the singular values of E above 64 d 2⁻⁵² σ_1. As columns are scaled to length 1 first, their
 *   units do not matter: condition 1e9 or 1e12 is of full rank, columns dependent up to rounding are not.
 * - Full rank: C = E⁻ᵀ D⁻¹. Otherwise rows are whitened by S_r⁻¹ V_rᵀ D⁻¹, which C agrees with on the row space.
 * - A row a is inside if ‖V_0ᵀ D⁻¹ a‖ ≤ 64 d 2⁻⁵² σ_1 √τ(a|B), the part that rounding in B explains; V_0 are the
 *   right singular vectors left out. A non-zero entry in a column where B is all zero is always outside.
 *
 * Shapes: B is n × d in any form of n; cost O(n d² + d³), memory O(d²). Entries that are not finite score NaN.
 *
 * Errors: RangeError for entries, weights or counts of B that are not finite.
 *
 * @example rowSpace(new DenseMatrix(4, 1, Float64Array.of(1, 1, 1, 1))).score(Float64Array.of(1)) // 0.25
 *
 * Source: Cohen, Lee, Musco, Musco, Peng and Sidford, arXiv:1408.5099, section 3 (generalised leverage scores).
 */
export function rowSpace(matrix: RealMatrix | WeightedRows): RowSpace {
  const rows = scaledRows(matrix, "rowSpace");
  const { columns } = rows;
  const { factor, unit } = scaledTriangularFactor(rows, "rowSpace");
  const lengths = columnLengths(factor, columns);
  const all = Array.from(lengths.keys());
  // Columns of zeros stay out of the decomposition; each of them is a direction of the kernel by itself.
  const used = all.filter((k) => lengths[k] > 0);
  const zero = all.filter((k) => lengths[k] === 0);
  const d = used.length;
  const size = used.map((k) => lengths[k] * unit[k]);
  const spread = (narrow: DenseMatrix) => spreadColumns(narrow, used, columns);
  const zeroKernel = unitRows(zero, columns);
  if (d === 0) {
    const none = new DenseMatrix(0, columns, new Float64Array(0));
    return new FactoredRowSpace({ columns, condition: 1, scorer: none, kernel: zeroKernel, zero });
  }

  const equilibrated = new DenseMatrix(d, d, new Float64Array(d * d));
  for (let i = 0; i < d; i++) {
    for (let j = i; j < d; j++) {
      equilibrated.data[i * d + j] = factor[used[i] * columns + used[j]] / lengths[used[j]];
    }
  }
  const decomposition = new SingularValueDecomposition(toMlMatrix(equilibrated));
  const singular = decomposition.diagonal;
  const tolerance = 64 * d * Number.EPSILON * singular[0];
  const rank = singular.filter((s) => s > tolerance).length;
  const condition = singular[0] / singular[rank - 1];

  if (rank === d) {
    const scorer = spread(inverseTranspose(equilibrated, size));
    return new FactoredRowSpace({ columns, condition, scorer, kernel: zeroKernel, zero });
  }
  const right = decomposition.rightSingularVectors;
  const scorer = new DenseMatrix(rank, d, new Float64Array(rank * d));
  const outside = new DenseMatrix(d - rank, d, new Float64Array((d - rank) * d));
  for (let j = 0; j < d; j++) {
    for (let t = 0; t < rank; t++) scorer.data[t * d + j] = right.get(j, t) / singular[t] / size[j];
    for (let t = rank; t < d; t++) outside.data[(t - rank) * d + j] = right.get(j, t) / size[j];
  }
  return new FactoredRowSpace({
    columns,
    condition,
    scorer: spread(scorer),
    kernel: stack(spread(orthonormalRows(outside)), zeroKernel),
    zero,
    outside: spread(outside),
    tolerance,
  });
}

function columnLengths(factor: Float64Array, columns: number): Float64Array {
  const squares = new Float64Array(columns);
  for (let i = 0; i < columns; i++) {
    for (let k = i; k < columns; k++) squares[k] += factor[i * columns + k] ** 2;
  }
  return squares.map(Math.sqrt);
}

/** E⁻ᵀ D⁻¹ for an upper-triangular E and the diagonal D, by back substitution: lower triangular. */
function inverseTranspose(upper: DenseMatrix, diagonal: readonly number[]): DenseMatrix {
  const d = upper.columns;
  const inverse = new Float64Array(d * d);
  for (let j = 0; j < d; j++) {
    for (let i = j; i >= 0; i--) {
      let sum = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) sum -= upper.at(i, k) * inverse[j * d + k];
      inverse[j * d + i] = sum / upper.at(i, i);
    }
  }
  for (let j = 0; j < d; j++) {
    for (let i = 0; i <= j; i++) inverse[j * d + i] /= diagonal[i];
  }
  return new DenseMatrix(d, d, inverse);
}

/**
 * An orthonormal basis of the span of a few independent rows whose columns may differ in size by many powers of ten.
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

function spreadColumns(narrow: DenseMatrix, used: readonly number[], columns: number): DenseMatrix {
  const data = new Float64Array(narrow.rows * columns);
  for (let i = 0; i < narrow.rows; i++) {
    used.forEach((k, j) => {
      data[i * columns + k] = narrow.at(i, j);
    });
  }
  return new DenseMatrix(narrow.rows, columns, data);
}

function unitRows(positions: readonly number[], columns: number): DenseMatrix {
  const data = new Float64Array(positions.length * columns);
  positions.forEach((k, i) => {
    data[i * columns + k] = 1;
  });
  return new DenseMatrix(positions.length, columns, data);
}

function stack(upper: DenseMatrix, lower: DenseMatrix): DenseMatrix {
  const data = new Float64Array(upper.data.length + lower.data.length);
  data.set(upper.data);
  data.set(lower.data, upper.data.length);
  return new DenseMatrix(upper.rows + lower.rows, upper.columns, data);
}
