import { DenseMatrix } from "../dense-matrix.ts";
import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { decomposeColumns, spreadColumns } from "./column-decomposition.ts";
import { FactoredRowSpace } from "./factored-row-space.ts";
import { kernelBasis } from "./kernel-basis.ts";
import { scaledRows } from "./scaled-rows.ts";
import { type ScaledTriangularFactor, scaledTriangularFactor } from "./triangular-factor.ts";

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
  /** The scores of as many consecutive rows as `into` holds, from the first of `values` on: the same numbers, faster. */
  scoreRows(values: Float64Array, into: Float64Array): void;
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
  return rowSpaceOfFactor(scaledTriangularFactor(rows, "rowSpace"), rows.columns);
}

/** Finds the row space from the triangular factor of the matrix alone, for callers that collect it from a stream. */
export function rowSpaceOfFactor({ factor, unit }: ScaledTriangularFactor, columns: number): RowSpace {
  const decomposition = decomposeColumns(factor, unit, columns);
  const { used, zero, size, singular, right, rank, tolerance } = decomposition;
  const { outside, kernel } = kernelBasis(decomposition, columns);
  const condition = rank === 0 ? 1 : singular[0] / singular[rank - 1];
  const d = used.length;
  let scorer: DenseMatrix;
  if (rank === d) {
    scorer = inverseTranspose(decomposition.equilibrated, size);
  } else {
    scorer = new DenseMatrix(rank, d, new Float64Array(rank * d));
    for (let t = 0; t < rank; t++) {
      for (let j = 0; j < d; j++) scorer.data[t * d + j] = right.at(j, t) / singular[t] / size[j];
    }
  }
  return new FactoredRowSpace({
    columns,
    condition,
    scorer: spreadColumns(scorer, used, columns),
    kernel,
    zero,
    outside,
    tolerance,
  });
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
