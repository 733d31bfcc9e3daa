import { DenseMatrix } from "../matrix/dense-matrix.ts";

/**
 * Estimates the Jacobian of a function by central differences of order 4, column by column:
 * ∂f/∂x_k ≈ (8[f(x + h e_k) − f(x − h e_k)] − [f(x + 2h e_k) − f(x − 2h e_k)]) / 12h.
 *
 * The independent check of a derivative by formula. With h of about 1e-3 of the size of x the error is near 1e-12 for smooth f.
 *
 * Shapes: x has length d, f(x) length n (1 for a gradient), the result is n × d. Cost: 4d evaluations.
 *
 * Errors: RangeError for a step that is not above 0.
 *
 * @example differenceJacobian((x) => [x[0] ** 2], Float64Array.of(3)).data // about [6]
 */
export function differenceJacobian(
  f: (x: Float64Array) => ArrayLike<number>,
  x: Float64Array,
  step = 1e-3,
): DenseMatrix {
  if (!(step > 0)) {
    throw new RangeError(`differenceJacobian: expected a step > 0, got ${step}; try 1e-3.`);
  }
  const at = (k: number, by: number): ArrayLike<number> => {
    const moved = x.slice();
    moved[k] += by;
    return f(moved);
  };
  const columns = Array.from(x, (_, k) => {
    const [near, back, far, farBack] = [at(k, step), at(k, -step), at(k, 2 * step), at(k, -2 * step)];
    return Float64Array.from(near, (_, i) => (8 * (near[i] - back[i]) - (far[i] - farBack[i])) / (12 * step));
  });
  const rows = columns[0].length;
  const data = new Float64Array(rows * x.length);
  columns.forEach((column, k) => {
    for (let i = 0; i < rows; i++) data[i * x.length + k] = column[i];
  });
  return new DenseMatrix(rows, x.length, data);
}
