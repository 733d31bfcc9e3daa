import { gramMatrix } from "../matrix/algebra/gram.ts";
import { symmetricEigenvalues } from "../matrix/algebra/symmetric-eigenvalues.ts";
import { DenseMatrix } from "../matrix/dense-matrix.ts";
import { kroneckerProduct } from "../matrix/kronecker/kronecker-product.ts";
import { kroneckerRow } from "../matrix/kronecker/kronecker-row.ts";
import type { WeightedTuples } from "../matrix/kronecker/weighted-tuples.ts";
import type { RealMatrix } from "../matrix/real-matrix.ts";
import { requireSketchOf } from "./require-sketch-of.ts";

/** The column register of |A⟩ before and after sketching. */
export interface ColumnState {
  /** Eigenvalues of ρ = AᵀA/‖A‖_F², ascending: the squared Schmidt coefficients of |A⟩ between rows and columns. */
  readonly before: Float64Array;
  /** Eigenvalues of σ = AᵀD²A/‖DA‖_F². */
  readonly after: Float64Array;
  /** ½‖ρ − σ‖₁: how well any measurement of the columns can tell |A⟩ from |DA⟩. */
  readonly traceDistance: number;
}

/**
 * States the spectral guarantee as quantum states: the reduced density of the column register of |A⟩ and of |DA⟩.
 *
 * |A⟩ = Σ A_ik |i⟩|k⟩/‖A‖_F has ρ = AᵀA/‖A‖_F² on its columns. lower·AᵀA ⪯ AᵀD²A ⪯ upper·AᵀA gives σ ⪰ (lower/upper)ρ, so
 * the trace distance is at most 1 − lower/upper. Derived.
 *
 * Shapes: d × d with d = Π d_k. Queries: none (a certificate).
 *
 * Errors: RangeError for tuples that are not rows of the factors, for a factor of zeros and for a sketch of nothing but zeros.
 */
export function columnState(factors: readonly RealMatrix[], sketch: WeightedTuples): ColumnState {
  requireSketchOf("columnState", factors, sketch);
  const before = normalised(kroneckerProduct(factors.map((factor) => gramMatrix(factor))), "the product");
  const after = normalised(sketchGram(factors, sketch), "the sketch");
  const difference = new DenseMatrix(
    before.rows,
    before.columns,
    before.data.map((value, e) => value - after.data[e]),
  );
  return {
    before: symmetricEigenvalues(before),
    after: symmetricEigenvalues(after),
    traceDistance: symmetricEigenvalues(difference).reduce((sum, value) => sum + Math.abs(value), 0) / 2,
  };
}

function sketchGram(
  factors: readonly RealMatrix[],
  { order, indices, weights }: WeightedTuples,
): DenseMatrix {
  const columns = factors.reduce((product, factor) => product * factor.columns, 1);
  const gram = new Float64Array(columns * columns);
  const row = new Float64Array(columns);
  for (let e = 0; e < weights.length; e++) {
    kroneckerRow(
      factors.map((factor, k) => factor.row(indices[e * order + k])),
      row,
    );
    const square = weights[e] ** 2;
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) gram[a * columns + b] += square * row[a] * row[b];
    }
  }
  return new DenseMatrix(columns, columns, gram);
}

function normalised(gram: DenseMatrix, what: string): DenseMatrix {
  let trace = 0;
  for (let a = 0; a < gram.rows; a++) trace += gram.at(a, a);
  if (!(trace > 0)) {
    throw new RangeError(
      `columnState: expected a row of ${what} that is not zero, got none; zeros make no state; leave that factor out.`,
    );
  }
  return new DenseMatrix(
    gram.rows,
    gram.columns,
    gram.data.map((value) => value / trace),
  );
}
