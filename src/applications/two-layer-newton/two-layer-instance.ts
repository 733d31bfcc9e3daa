import { LimitError } from "../../errors/limit-error.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../matrix/generators/gaussian-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { dot } from "../dot.ts";
import { softmax } from "../softmax-weights.ts";

/** Most entries of A, m × n: 2^27 doubles are 1 GiB. */
const LARGEST = 2 ** 27;

/** The size of a two-layer regression and the kind of its targets. */
export interface TwoLayerSize {
  readonly n: number;
  readonly d: number;
  readonly m: number;
  /** `planted` (default): b = A softmax(C x̂) for a random x̂; `random`: b uniform in [0, 1], which no x fits. */
  readonly targets?: "planted" | "random";
}

/**
 * Makes a two-layer regression: C Gaussian over √d, A uniform in [0, 1], so that u = Af stays away from the kink of ReLU.
 *
 * The minimum is not x̂: the regulariser pulls it towards 0.
 *
 * Errors: LimitError for more than 2^27 entries of A.
 */
export function twoLayerInstance(
  { n, d, m, targets = "planted" }: TwoLayerSize,
  random: RandomStream,
): { readonly C: DenseMatrix; readonly A: DenseMatrix; readonly b: Float64Array } {
  if (m * n > LARGEST) {
    throw new LimitError("two-layer-newton", LARGEST, m * n, "entries of A", "use fewer rows n or m");
  }
  const gaussian = gaussianMatrix({ rows: n, columns: d }, random.split("C"));
  const C = new DenseMatrix(
    n,
    d,
    gaussian.data.map((value) => value / Math.sqrt(d)),
  );
  const stream = random.split("A");
  const A = new DenseMatrix(
    m,
    n,
    Float64Array.from({ length: m * n }, () => stream.uniform()),
  );
  const other = random.split("b");
  if (targets === "random") return { C, A, b: Float64Array.from({ length: m }, () => other.uniform()) };
  const planted = Float64Array.from({ length: d }, () => other.normal());
  const f = softmax(Float64Array.from({ length: n }, (_, i) => dot(C.row(i), planted)));
  return { C, A, b: Float64Array.from({ length: m }, (_, k) => dot(A.row(k), f)) };
}
