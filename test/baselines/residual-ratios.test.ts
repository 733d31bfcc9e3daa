import { describe, expect, it } from "vitest";
import { blendenpik, lsrn } from "../../src/baselines/regression/preconditioned-regression.ts";
import { leastSquares } from "../../src/matrix/algebra/least-squares.ts";
import { product } from "../../src/matrix/algebra/product.ts";
import { pseudoInverse } from "../../src/matrix/algebra/pseudo-inverse.ts";
import { rankOf } from "../../src/matrix/algebra/rank.ts";
import { residual, vectorNorm } from "../../src/matrix/algebra/residual-norm.ts";
import { rowSpace } from "../../src/matrix/algebra/row-space.ts";
import { thinSvd } from "../../src/matrix/algebra/thin-svd.ts";
import { transposed } from "../../src/matrix/algebra/transposed.ts";
import { triangularFactor } from "../../src/matrix/algebra/triangular-factor.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { matrixTypes } from "../support/matrix-types.ts";

/** The threshold of LAPACK's test programs is 30; here it is 10. */
const limit = 10;
const unit = Number.EPSILON / 2;

const norm = ({ data }: DenseMatrix) => vectorNorm(data);
const scaled = ({ rows, columns, data }: DenseMatrix, s: number) =>
  new DenseMatrix(
    rows,
    columns,
    data.map((x) => x * s),
  );
const minus = (a: DenseMatrix, b: DenseMatrix) =>
  new DenseMatrix(
    a.rows,
    a.columns,
    a.data.map((x, at) => x - b.data[at]),
  );
const column = (b: Float64Array) => new DenseMatrix(b.length, 1, b);

/** A power of two that brings entries of any size near 1, without rounding. */
function towardsOne(matrix: DenseMatrix): number {
  return 2 ** -Math.round(Math.log2(norm(matrix)));
}

describe.each(matrixTypes)("residual ratios on a matrix of type $name:", ({ matrix, rank }) => {
  const { rows, columns } = matrix;
  const size = Math.max(rows, columns);
  const random = seededRandom(5);
  const s = towardsOne(matrix);
  const even = scaled(matrix, s);
  const b = Float64Array.from({ length: rows }, () => random.normal());

  it("the rank is right", () => {
    expect(rankOf(matrix)).toBe(rank);
  });

  it("‖AᵀA − RᵀR‖ ≤ 10 · n ε ‖A‖²", () => {
    const r = scaled(triangularFactor(matrix), s);
    const gap = norm(minus(product(transposed(r), r), product(transposed(even), even)));
    expect(gap / (size * unit * norm(even) ** 2)).toBeLessThan(limit);
  });

  it("‖A − U S Vᵀ‖ ≤ 10 · n ε ‖A‖, and V is orthonormal", () => {
    const { left, singularValues, right } = thinSvd(matrix);
    const us = new DenseMatrix(
      rows,
      left.columns,
      left.data.map((x, at) => x * singularValues[at % left.columns] * s),
    );
    expect(norm(minus(product(us, transposed(right)), even)) / (size * unit * norm(even))).toBeLessThan(
      limit,
    );
    const identity = product(transposed(right), right);
    for (let t = 0; t < right.columns; t++) identity.data[t * right.columns + t] -= 1;
    expect(norm(identity) / (size * unit)).toBeLessThan(limit);
  });

  it("A A⁺A = A to within 10 · n ε κ ‖A‖", () => {
    const inverse = scaled(pseudoInverse(matrix), 1 / s);
    const again = product(product(even, inverse), even);
    const { condition } = rowSpace(matrix);
    expect(norm(minus(again, even)) / (size * unit * condition * norm(even))).toBeLessThan(limit);
  });

  // A backward stable solution has a residual this close to orthogonal; |A||x| is what rounding sees (Higham 2002, section 20.1).
  it.each(["QR", "Blendenpik", "LSRN"])(
    "the residual of least squares by %s is orthogonal to A: ‖Aᵀr‖ ≤ 10 · n ε ‖A‖ (‖|A||x|‖ + ‖b‖)",
    (method) => {
      const options = { random: seededRandom(3) };
      const { coefficients } =
        method === "QR"
          ? leastSquares(matrix, b)
          : method === "Blendenpik"
            ? blendenpik(matrix, b, options)
            : lsrn(matrix, b, options);
      const r = residual(matrix, coefficients, b);
      const absolute = new DenseMatrix(rows, columns, matrix.data.map(Math.abs));
      const seen = vectorNorm(residual(absolute, coefficients.map(Math.abs), new Float64Array(rows)));
      const gradient = product(transposed(even), column(r));
      expect(norm(gradient) / (size * unit * norm(even) * (seen + vectorNorm(b)))).toBeLessThan(limit);
      expect(vectorNorm(r)).toBeLessThanOrEqual(vectorNorm(b) * (1 + 1e-12));
    },
  );

  it("the whitened rows are orthonormal columns, to within 10 · n ε κ", () => {
    const space = rowSpace(matrix);
    const white = new DenseMatrix(rows, space.rank, new Float64Array(rows * space.rank));
    for (let i = 0; i < rows; i++) space.whiten(matrix.row(i), white.row(i));
    const gram = product(transposed(white), white);
    for (let t = 0; t < space.rank; t++) gram.data[t * space.rank + t] -= 1;
    expect(norm(gram) / (size * unit * space.condition)).toBeLessThan(limit);
  });
});
