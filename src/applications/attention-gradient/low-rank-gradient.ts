import { product } from "../../matrix/algebra/product.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { PolynomialFeatures } from "../polynomial-features.ts";
import type { WorkCount } from "../work-count.ts";
import type { AttentionGradientProblem } from "./gradient-problem.ts";

/**
 * The gradient with f ≈ U Vᵀ, U = diag(1/den) φ(A1X/√d), V = φ(A2/√d).
 *
 * A1ᵀ(f∘q)A2 = Σ_l (A1*c_l)ᵀU · Vᵀ(A2*h_l) and A1ᵀdiag(r)f A2 = (A1*r)ᵀU · VᵀA2, where * scales rows: products of d × n, n × r and
 * n × d only, without a factor of rank r·d. r_j = ⟨c_j, (fh)_j⟩.
 */
export function lowRankGradient(
  { n, d, A1, A2, E, queries, h }: AttentionGradientProblem,
  map: PolynomialFeatures,
  work: WorkCount,
): { gradient: DenseMatrix; formed: number } {
  const { rank } = map;
  const scale = 1 / Math.sqrt(d);
  // U and V, sums of features, fh and c, r, and the two products of one l.
  work.hold(2 * n * rank + rank + 2 * n * d + n + 2 * rank * d);
  const [U, V] = [0, 1].map(() => new DenseMatrix(n, rank, new Float64Array(n * rank)));
  const sums = new Float64Array(rank);
  for (let i = 0; i < n; i++) {
    const row = V.row(i);
    map.write(A2.row(i), scale, row);
    for (let k = 0; k < rank; k++) sums[k] += row[k];
  }
  for (let j = 0; j < n; j++) {
    const row = U.row(j);
    map.write(queries.row(j), scale, row);
    let total = 0;
    for (let k = 0; k < rank; k++) total += row[k] * sums[k];
    if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `attentionGrad: expected a finite positive denominator, got ${total} in row ${j}; the logits are too large for a polynomial of degree ${map.degree}: scale A1 X and A2 down, or take method exact.`,
      );
    }
    for (let k = 0; k < rank; k++) row[k] /= total;
  }
  const output = product(U, scaledProduct(V, h));
  const residual = new DenseMatrix(
    n,
    d,
    output.data.map((value, at) => value - E.data[at]),
  );
  const inner = Float64Array.from({ length: n }, (_, j) => {
    const [c, y] = [residual.row(j), output.row(j)];
    return c.reduce((sum, value, l) => sum + value * y[l], 0);
  });
  work.spend(2 * n * map.flops + 5 * n * rank + 4 * n * rank * d + 3 * n * d);

  const gradient = new DenseMatrix(d, d, new Float64Array(d * d));
  const addProduct = (sign: number, left: DenseMatrix, right: DenseMatrix) => {
    for (let a = 0; a < d; a++) {
      for (let k = 0; k < rank; k++) {
        const entry = (sign * left.at(k, a)) / d;
        for (let b = 0; b < d; b++) gradient.data[a * d + b] += entry * right.at(k, b);
      }
    }
    work.spend(4 * n * rank * d + 2 * n * d + 2 * rank * d * d);
  };
  for (let l = 0; l < d; l++) {
    addProduct(
      1,
      scaledProduct(U, A1, (j) => residual.at(j, l)),
      scaledProduct(V, A2, (i) => h.at(i, l)),
    );
  }
  addProduct(
    -1,
    scaledProduct(U, A1, (j) => inner[j]),
    scaledProduct(V, A2),
  );
  return { gradient, formed: U.data.length + V.data.length };
}

/** Uᵀ diag(weights) B, rank × d, without a copy of either. */
function scaledProduct(
  U: DenseMatrix,
  B: DenseMatrix,
  weight: (row: number) => number = () => 1,
): DenseMatrix {
  const [rank, d] = [U.columns, B.columns];
  const result = new DenseMatrix(rank, d, new Float64Array(rank * d));
  for (let i = 0; i < U.rows; i++) {
    const by = weight(i);
    for (let k = 0; k < rank; k++) {
      const entry = by * U.data[i * rank + k];
      for (let a = 0; a < d; a++) result.data[k * d + a] += entry * B.data[i * d + a];
    }
  }
  return result;
}
