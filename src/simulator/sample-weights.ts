import type { RandomStream } from "../random/random-stream.ts";
import type { Amplitudes } from "./amplitudes.ts";
import { requireShots } from "./require-shots.ts";

/** Outcomes that were drawn, ascending, and how often each of them was. */
export interface SampledOutcomes {
  readonly outcomes: Uint32Array;
  readonly counts: Uint32Array;
}

/** Weights of outcomes, given in blocks so that they need not exist all at once. */
export interface Weights {
  /** Number of outcomes. */
  readonly size: number;
  /** Writes the weights from outcome `from` on over a block, or over its beginning if there are no more. */
  fill(block: Float64Array, from: number): void;
}

const blockSize = 4096;

/**
 * Draws outcomes with probabilities in proportion to weights, and counts them.
 *
 * Inverse distribution function: one uniform number a shot; sorted, so that one pass over the weights serves all shots.
 * Cost: two passes and shots · log(shots). Memory: 16 bytes a shot, whatever the number of outcomes.
 *
 * Errors: RangeError for a number of shots that is not whole and ≥ 0, or weights of total 0.
 */
export function sampleWeights(weights: Weights, shots: number, random: RandomStream): SampledOutcomes {
  requireShots("sample", shots);
  const { size } = weights;
  const block = new Float64Array(Math.min(blockSize, size));
  const total = sumOf(weights, block);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `sample: expected probabilities with a positive sum, got ${total}; check the state.`,
    );
  }
  const draws = new Float64Array(shots);
  for (let shot = 0; shot < shots; shot++) draws[shot] = random.uniform() * total;
  draws.sort();
  const most = Math.min(shots, size);
  const outcomes = new Uint32Array(most);
  const counts = new Uint32Array(most);
  let found = 0;
  let below = 0;
  let shot = 0;
  let last = 0;
  for (let from = 0; from < size && shot < shots; from += blockSize) {
    weights.fill(block, from);
    const end = Math.min(blockSize, size - from);
    for (let k = 0; k < end && shot < shots; k++) {
      if (block[k] === 0) continue;
      last = from + k;
      below += block[k];
      if (!(draws[shot] < below)) continue;
      const first = shot;
      do shot++;
      while (shot < shots && draws[shot] < below);
      outcomes[found] = last;
      counts[found++] = shot - first;
    }
  }
  // Rounding can leave a draw at the very end of the law; it belongs to the last possible outcome.
  if (shot < shots) {
    if (found > 0 && outcomes[found - 1] === last) found--;
    else counts[found] = 0;
    outcomes[found] = last;
    counts[found++] += shots - shot;
  }
  return { outcomes: outcomes.slice(0, found), counts: counts.slice(0, found) };
}

function sumOf({ size, fill }: Weights, block: Float64Array): number {
  let total = 0;
  for (let from = 0; from < size; from += blockSize) {
    fill(block, from);
    const end = Math.min(blockSize, size - from);
    for (let k = 0; k < end; k++) total += block[k];
  }
  return total;
}

/** A law as weights. */
export function lawWeights(law: Float64Array): Weights {
  return {
    size: law.length,
    fill: (block, from) => block.set(law.subarray(from, from + block.length)),
  };
}

/** The probabilities of basis states as weights; the amplitudes are read in place. */
export function stateWeights({ re, im }: Pick<Amplitudes, "re" | "im">): Weights {
  return {
    size: re.length,
    fill: (block, from) => {
      const end = Math.min(block.length, re.length - from);
      for (let k = 0; k < end; k++) {
        const x = re[from + k];
        const y = im[from + k];
        block[k] = x * x + y * y;
      }
    },
  };
}
