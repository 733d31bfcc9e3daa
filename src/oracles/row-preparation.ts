import type { RealMatrix } from "../matrix/real-matrix.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { weightedSampler } from "../random/weighted-index.ts";
import type { Ledger } from "./ledger.ts";
import { planePreparation } from "./plane-preparation.ts";
import type { PreparationOracle } from "./preparation-oracle.ts";

/**
 * Prepares Σ_i √(1/n)|i⟩(√w_i|1⟩ + √(1−w_i)|0⟩), where the weight w_i is a function of row i.
 *
 * Succeeds with probability Σw/n and then shows i with probability w_i/Σw. A row-class matrix is weighted class by class.
 *
 * Queries: 2 rows (compute, uncompute) per use of the preparation, of its inverse, and 4 per controlled round.
 * Errors: RangeError for a weight outside [0, 1].
 */
export function rowPreparation(
  source: { readonly matrix: RealMatrix; readonly name: string; readonly ledger: Ledger },
  weight: (row: Float64Array) => number,
): PreparationOracle {
  const { matrix, name, ledger } = source;
  const groups = matrix.kind === "dense" ? matrix.rows : matrix.classes.length;
  const countOf = (k: number) => (matrix.kind === "dense" ? 1 : matrix.classes[k].count);
  const firstOf = (k: number) => (matrix.kind === "dense" ? k : matrix.offsets[k]);
  const good = new Float64Array(groups);
  const bad = new Float64Array(groups);
  for (let k = 0; k < groups; k++) {
    const w = weight(matrix.row(firstOf(k)));
    if (!(w >= 0 && w <= 1)) {
      throw new RangeError(
        `${name}: expected weights in [0, 1], got ${w} for row ${firstOf(k)}; divide by the largest one.`,
      );
    }
    good[k] = countOf(k) * w;
    bad[k] = countOf(k) * (1 - w);
  }
  const meter = (use: "forward" | "inverse" | "controlled") =>
    ledger.meter({ oracle: name, access: "quantum", unit: "row", use });
  const meters = { forward: meter("forward"), inverse: meter("inverse"), controlled: meter("controlled") };
  const draw = (masses: Float64Array) => {
    let sampler: ((random: RandomStream) => number) | undefined;
    return (random: RandomStream) => {
      sampler ??= weightedSampler(masses);
      const k = sampler(random);
      return firstOf(k) + random.integer(countOf(k));
    };
  };
  return planePreparation({
    good: good.reduce((sum, mass) => sum + mass, 0),
    bad: bad.reduce((sum, mass) => sum + mass, 0),
    drawGood: draw(good),
    drawBad: draw(bad),
    bill: (use, uses) => meters[use]((use === "controlled" ? 4 : 2) * uses),
  });
}
