import { inversionProblem } from "../../src/applications/leverage-inversion/inversion-problem.ts";
import {
  type LeveragePoint,
  leveragePoint,
} from "../../src/applications/leverage-inversion/leverage-point.ts";
import { plantedInversion } from "../../src/applications/leverage-inversion/planted-inversion.ts";
import { pointAround } from "../../src/applications/point-around.ts";
import { WorkCount } from "../../src/applications/work-count.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { targetOracle } from "../../src/oracles/target-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

/** A planted inversion with a start near by, and the scores at any x. */
export function inversionSetting({
  n = 40,
  d = 4,
  interior = true,
  w = 0,
  radius = 0.1,
  seed = 1,
}: {
  n?: number;
  d?: number;
  interior?: boolean;
  w?: number;
  radius?: number;
  seed?: number;
} = {}) {
  const random = seededRandom(seed);
  const planted = plantedInversion({ n, d, interior }, random.split("instance"));
  const problem = inversionProblem({ ...planted, w });
  const oracles = { rows: rowOracle(planted.A), offsets: targetOracle(planted.b) };
  const at = (x: Float64Array, work = new WorkCount()): LeveragePoint => leveragePoint(oracles, x, work);
  return { ...planted, w, problem, at, x0: pointAround(planted.truth, radius, random.split("start")) };
}
