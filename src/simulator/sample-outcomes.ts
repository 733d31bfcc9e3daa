import type { RandomStream } from "../random/random-stream.ts";
import { requireShots } from "./require-shots.ts";

/**
 * Draws outcomes from a law and counts them.
 *
 * Inverse distribution function: one uniform number a shot; sorted, so that one pass over the law serves all shots.
 * Cost: 2^n + shots · log(shots), and no memory beside the uniform numbers.
 *
 * Errors: RangeError for a number of shots that is not whole and ≥ 0, or a law of total 0.
 */
export function sampleOutcomes(
  law: Float64Array,
  shots: number,
  random: RandomStream,
): { outcome: number; count: number }[] {
  requireShots("sample", shots);
  const total = law.reduce((sum, p) => sum + p, 0);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `sample: expected probabilities with a positive sum, got ${total}; check the state.`,
    );
  }
  const draws = Float64Array.from({ length: shots }, () => random.uniform() * total).sort();
  const result: { outcome: number; count: number }[] = [];
  let below = 0;
  let shot = 0;
  let last = 0;
  for (let outcome = 0; outcome < law.length && shot < shots; outcome++) {
    if (law[outcome] === 0) continue;
    last = outcome;
    below += law[outcome];
    const first = shot;
    while (shot < shots && draws[shot] < below) shot++;
    if (shot > first) result.push({ outcome, count: shot - first });
  }
  // Rounding can leave a draw at the very end of the law; it belongs to the last possible outcome.
  if (shot < shots) {
    const tail = result.at(-1);
    if (tail?.outcome === last) tail.count += shots - shot;
    else result.push({ outcome: last, count: shots - shot });
  }
  return result;
}
