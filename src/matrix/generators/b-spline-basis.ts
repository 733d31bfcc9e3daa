import { DenseMatrix } from "../dense-matrix.ts";
import { requireShape, requireSize } from "./require-size.ts";

/** Where and with which splines the basis is evaluated. */
export interface BSplineOptions {
  /** The number n of equally spaced points from 0 to 1, or the points themselves, each in [0, 1]. */
  readonly points: number | ArrayLike<number>;
  /** Degree of the polynomial pieces: 0 steps, 1 lines, 3 cubics. */
  readonly degree: number;
  /** Number of pieces, equally long. */
  readonly pieces: number;
}

/**
 * Evaluates the B-splines on [0, 1] with equally spaced knots, the end knots repeated: a collocation matrix.
 *
 * Shape n × (pieces + degree). Entries are ≥ 0, each row has at most degree + 1 of them and sums to 1.
 * Its Kronecker products are the design matrices of tensor-product spline regression.
 *
 * Errors: RangeError for a point outside [0, 1], a degree below 0, no piece, no point, or beyond 2^27 entries.
 *
 * @example bSplineBasis({ points: 3, degree: 1, pieces: 1 }).data // Float64Array [1, 0, 0.5, 0.5, 0, 1]
 *
 * Source: de Boor, "A Practical Guide to Splines", chapter X (Cox-de Boor recurrence).
 */
export function bSplineBasis({ points, degree, pieces }: BSplineOptions): DenseMatrix {
  requireSize("bSplineBasis", "degree", degree, 0);
  requireSize("bSplineBasis", "pieces", pieces);
  const rows = typeof points === "number" ? points : points.length;
  const columns = pieces + degree;
  requireSize("bSplineBasis", "the number of points", rows);
  requireShape("bSplineBasis", rows, columns);
  const result = new DenseMatrix(rows, columns, new Float64Array(rows * columns));
  const knot = (k: number) => Math.min(1, Math.max(0, (k - degree) / pieces));
  const values = new Float64Array(degree + 1);
  for (let i = 0; i < rows; i++) {
    const x = typeof points !== "number" ? points[i] : rows === 1 ? 0 : i / (rows - 1);
    if (!(x >= 0 && x <= 1)) {
      throw new RangeError(
        `bSplineBasis: expected points from 0 to 1, got ${x} at ${i} (counted from 0); map the interval onto [0, 1].`,
      );
    }
    // The last piece is closed at 1. Division and product may round apart, so the piece is corrected by its knots.
    let piece = Math.min(pieces - 1, Math.floor(x * pieces));
    if (x < piece / pieces) piece--;
    else if (piece < pieces - 1 && x >= (piece + 1) / pieces) piece++;
    const span = piece + degree;
    values[0] = 1;
    for (let p = 1; p <= degree; p++) {
      // values[r] holds B_{span−p+1+r} of degree p − 1; raise to degree p in place, from the left.
      let carried = 0;
      for (let r = 0; r < p; r++) {
        const right = knot(span + r + 1);
        const left = knot(span + r + 1 - p);
        const share = values[r] / (right - left);
        values[r] = carried + (right - x) * share;
        carried = (x - left) * share;
      }
      values[p] = carried;
    }
    result.data.set(values, i * columns + piece);
  }
  return result;
}
