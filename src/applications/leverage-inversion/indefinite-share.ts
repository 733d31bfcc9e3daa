import { symmetricEigenvalues } from "../../matrix/algebra/symmetric-eigenvalues.ts";
import { rowOracle } from "../../oracles/row-oracle.ts";
import { targetOracle } from "../../oracles/target-oracle.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { pointAround } from "../point-around.ts";
import { WorkCount } from "../work-count.ts";
import { inversionHessian } from "./inversion-hessian.ts";
import { inversionLoss } from "./inversion-loss.ts";
import { inversionProblem } from "./inversion-problem.ts";
import { leveragePoint } from "./leverage-point.ts";
import { plantedInversion } from "./planted-inversion.ts";

/** Where and how many Hessians are looked at. */
export interface IndefiniteShareOptions {
  readonly n: number;
  readonly d: number;
  /** Weight of the regulariser in each row (default 0, none). */
  readonly w?: number;
  /** Number of instances, one point each. */
  readonly points: number;
  readonly random: RandomStream;
  /** Distances of the points from the planted x (default 0.2 to 1). */
  readonly radii?: readonly [least: number, most: number];
}

/** The share of random points around a planted x (interior b) where the Hessian of the loss has a negative eigenvalue. */
export function indefiniteShare({
  n,
  d,
  w = 0,
  points,
  random,
  radii: [least, most] = [0.2, 1],
}: IndefiniteShareOptions): number {
  let indefinite = 0;
  for (let trial = 0; trial < points; trial++) {
    const stream = random.split("hessian", trial);
    const planted = plantedInversion({ n, d, interior: true }, stream);
    const problem = inversionProblem({ ...planted, w });
    const oracles = { rows: rowOracle(planted.A), offsets: targetOracle(planted.b) };
    const x = pointAround(planted.truth, least + (most - least) * stream.uniform(), stream);
    const point = leveragePoint(oracles, x, new WorkCount());
    const { residual } = inversionLoss(problem, point);
    if (symmetricEigenvalues(inversionHessian(problem, point, residual))[0] < 0) indefinite++;
  }
  return indefinite / points;
}
