import { largestEntry } from "../../matrix/algebra/largest-entry.ts";
import { product } from "../../matrix/algebra/product.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { requireShape } from "../../matrix/generators/require-size.ts";
import type { RandomStream } from "../../random/random-stream.ts";

/** Dense matrices of an attention loss. */
export interface AttentionInstance {
  readonly A1: DenseMatrix;
  readonly A2: DenseMatrix;
  readonly A3: DenseMatrix;
  readonly E: DenseMatrix;
  readonly X: DenseMatrix;
  readonly Y: DenseMatrix;
}

/**
 * Draws the matrices of a loss with uniform entries, scaled so that ‖A1X‖_max = B and ‖A2‖_max ≤ B.
 *
 * Errors: RangeError for sizes that are not whole numbers ≥ 1, or a B that is negative or not finite.
 */
export function attentionInstance(
  { n, d, entry = 1 }: { readonly n: number; readonly d: number; readonly entry?: number },
  random: RandomStream,
): AttentionInstance {
  requireShape("attentionInstance", n, d);
  if (!(entry >= 0 && Number.isFinite(entry))) {
    throw new RangeError(`attentionInstance: expected a finite B ≥ 0, got ${entry}; 1 is usual.`);
  }
  const draw = (purpose: string, rows: number, size = 1) => {
    const stream = random.split(purpose);
    return new DenseMatrix(
      rows,
      d,
      Float64Array.from({ length: rows * d }, () => size * (2 * stream.uniform() - 1)),
    );
  };
  const [A1, X] = [draw("A1", n), draw("X", d)];
  const largest = largestEntry(product(A1, X).data) || 1;
  return {
    A1: new DenseMatrix(
      n,
      d,
      A1.data.map((value) => (value * entry) / largest),
    ),
    A2: draw("A2", n, entry),
    A3: draw("A3", n),
    E: draw("E", n),
    X,
    Y: draw("Y", d),
  };
}
