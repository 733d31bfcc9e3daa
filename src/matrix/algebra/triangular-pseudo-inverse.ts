import { DenseMatrix } from "../dense-matrix.ts";
import type { ColumnDecomposition } from "./column-decomposition.ts";
import { kernelBasis } from "./kernel-basis.ts";

/**
 * Computes the pseudo-inverse R⁺ of the triangular factor that was decomposed, `columns` × `columns`:
 * (I − KᵀK) D⁻¹ V_r S_r⁻¹ U_rᵀ, K an orthonormal basis of the kernel. With A = Q R, A⁺ = R⁺ Qᵀ.
 *
 * D⁻¹ V_r S_r⁻¹ U_rᵀ b minimises ‖R x − b‖; the projection makes it the shortest x that does.
 */
export function triangularPseudoInverse(decomposition: ColumnDecomposition, columns: number): DenseMatrix {
  const { used, size, singular, left, right, rank } = decomposition;
  const inverse = new DenseMatrix(columns, columns, new Float64Array(columns * columns));
  used.forEach((row, i) => {
    used.forEach((column, k) => {
      let sum = 0;
      for (let t = 0; t < rank; t++) sum += (right.at(i, t) / singular[t]) * left.at(k, t);
      inverse.data[row * columns + column] = sum / size[i];
    });
  });
  if (rank === used.length) return inverse;
  const { kernel } = kernelBasis(decomposition, columns);
  for (let t = 0; t < kernel.rows; t++) {
    for (let k = 0; k < columns; k++) {
      let sum = 0;
      for (let i = 0; i < columns; i++) sum += kernel.at(t, i) * inverse.at(i, k);
      for (let i = 0; i < columns; i++) inverse.data[i * columns + k] -= kernel.at(t, i) * sum;
    }
  }
  return inverse;
}
