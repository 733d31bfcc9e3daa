import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../matrix/generators/gaussian-matrix.ts";
import { rowOracle } from "../../oracles/row-oracle.ts";
import { targetOracle } from "../../oracles/target-oracle.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { dot } from "../dot.ts";
import { WorkCount } from "../work-count.ts";
import { leveragePoint } from "./leverage-point.ts";

/** The size and kind of a planted inversion. */
export interface PlantedSize {
  readonly n: number;
  readonly d: number;
  /** Whether all s_i(x*) are positive; else their signs are mixed. */
  readonly interior: boolean;
}

/** An inversion with a known answer. */
export interface PlantedInversion {
  readonly A: DenseMatrix;
  readonly b: Float64Array;
  /** The scores at the planted x*. */
  readonly sigma: Float64Array;
  /** x*. */
  readonly truth: Float64Array;
}

/**
 * Makes an inversion with a planted answer x*: A with unit rows in random directions, x* standard normal, σ = σ(x*).
 *
 * Interior: b = Ax* − s with s_i uniform in [0.6, 1.6], so that every s_i(x*) is positive. Otherwise b is standard normal and the
 * signs of s_i(x*) are mixed.
 *
 * Errors: RangeError unless n > d.
 */
export function plantedInversion({ n, d, interior }: PlantedSize, random: RandomStream): PlantedInversion {
  if (!(n > d)) {
    throw new RangeError(
      `leverage-inversion: expected more rows n than columns d, got n = ${n}, d = ${d}; all scores of a square matrix are 1.`,
    );
  }
  const A = gaussianMatrix({ rows: n, columns: d }, random);
  for (let i = 0; i < n; i++) {
    const row = A.row(i);
    const length = Math.hypot(...row);
    for (let k = 0; k < d; k++) row[k] /= length;
  }
  const truth = Float64Array.from({ length: d }, () => random.normal());
  const b = Float64Array.from({ length: n }, (_, i) =>
    interior ? dot(A.row(i), truth) - (0.6 + random.uniform()) : random.normal(),
  );
  const oracles = { rows: rowOracle(A), offsets: targetOracle(b) };
  const { scores } = leveragePoint(oracles, truth, new WorkCount());
  return { A, b, sigma: scores, truth };
}
