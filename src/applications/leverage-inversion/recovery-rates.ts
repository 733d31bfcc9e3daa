import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { partOf } from "../part-of.ts";
import { pointAround } from "../point-around.ts";
import { invertLeverageTask } from "./invert-leverage.ts";
import { plantedInversion } from "./planted-inversion.ts";

/** How often the planted x was found from one kind of start. */
export interface RecoveryRate {
  readonly interior: boolean;
  /** Distance of the starts; null for a fresh standard normal start that knows nothing of x. */
  readonly radius: number | null;
  readonly trials: number;
  readonly recovered: number;
}

/** What is tried. */
export interface RecoveryOptions {
  readonly trials: number;
  readonly random: RandomStream;
  /** Default 0.01, 0.1, 1 and a fresh start. */
  readonly radii?: readonly (number | null)[];
  /** Default both. */
  readonly interior?: readonly boolean[];
}

/**
 * Counts how often Levenberg-Marquardt finds a planted x to 1e-6, by kind of b and by distance of the start.
 */
export function* recoveryRates(
  { n, d, w = 0 }: { readonly n: number; readonly d: number; readonly w?: number },
  { trials, random, radii = [0.01, 0.1, 1, null], interior = [true, false] }: RecoveryOptions,
): Task<readonly RecoveryRate[]> {
  const recovery: RecoveryRate[] = [];
  const kinds = interior.flatMap((inside) => radii.map((radius) => ({ interior: inside, radius })));
  for (const [k, kind] of kinds.entries()) {
    let recovered = 0;
    for (let trial = 0; trial < trials; trial++) {
      yield { stage: "recovery", done: k * trials + trial, total: kinds.length * trials };
      const stream = random.split("kind", k).split("trial", trial);
      const planted = plantedInversion({ n, d, interior: kind.interior }, stream);
      const x0 =
        kind.radius === null
          ? planted.truth.map(() => stream.normal())
          : pointAround(planted.truth, kind.radius, stream);
      const search = invertLeverageTask({ ...planted, w, x0, steps: 60 });
      const { distances } = yield* partOf(search, k * trials + trial, kinds.length * trials);
      if (distances[distances.length - 1] < 1e-6) recovered++;
    }
    recovery.push({ ...kind, trials, recovered });
  }
  return recovery;
}
