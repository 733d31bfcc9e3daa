import type { RandomStream } from "../../random/random-stream.ts";
import { unmarkedAt } from "./marked-positions.ts";

/**
 * Measures an index register whose amplitudes are equal within the marked and within the unmarked states.
 *
 * The protocol of SearchRegister: the first uniform number decides between the groups (marked first), the second one
 * is the rank inside the group. Always draws two numbers.
 */
export function pickPosition(
  size: number,
  positions: Float64Array,
  markedProbability: number,
  random: RandomStream,
): number {
  const isMarked = random.uniform() < markedProbability;
  const choice = random.uniform();
  const marked = positions.length;
  // An empty group is out of the question even when rounding has left it a tiny probability.
  if ((isMarked && marked > 0) || marked === size) return positions[rankIn(marked, choice)];
  return unmarkedAt(positions, rankIn(size - marked, choice), size);
}

/**
 * The same measurement for a caller that throws unmarked positions away: null stands for any of them. `isMarked` is what
 * the first number decided; the second is drawn here.
 */
export function pickMarked(
  size: number,
  positions: Float64Array,
  isMarked: boolean,
  random: RandomStream,
): number | null {
  const marked = positions.length;
  if (!((isMarked && marked > 0) || marked === size)) return null;
  return positions[rankIn(marked, random.uniform())];
}

function rankIn(count: number, choice: number): number {
  return Math.min(count - 1, Math.floor(choice * count));
}
