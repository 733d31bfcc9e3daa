import type { MarkedSet } from "./marked-set.ts";

const stretches = 2 ** 16;

/**
 * A marked set that shrinks: an ordered list of positions with bisection and removal.
 *
 * A removal moves the positions behind it up by one (O(t) in one copyWithin), so `positions` is only good until then.
 *
 * Errors: RangeError for a size that is not a whole number from 1 to 2^53, and for positions that are not whole
 * numbers in [0, size) in strictly ascending order.
 *
 * @example const set = new MarkedPositions({ size: 8, positions: Float64Array.of(2, 5) }); set.remove(2); set.positions // [5]
 */
export class MarkedPositions implements MarkedSet {
  readonly size: number;
  readonly #buffer: Float64Array;
  #positions: Float64Array;
  /** Which of equal stretches of the range ever held a position: most look-ups end here, without a bisection. */
  readonly #occupied = new Uint8Array(stretches);
  readonly #stretchesPerPosition: number;

  constructor(marked: MarkedSet) {
    requireMarkedSet("MarkedPositions", marked);
    this.size = marked.size;
    this.#stretchesPerPosition = stretches / marked.size;
    for (const position of marked.positions) this.#occupied[this.#stretch(position)] = 1;
    this.#buffer = Float64Array.from(marked.positions);
    this.#positions = this.#buffer;
  }

  /** The positions that are still marked, ascending: a view that the next removal overwrites. */
  get positions(): Float64Array {
    return this.#positions;
  }

  /** How many positions are still marked. */
  get count(): number {
    return this.#positions.length;
  }

  /** Whether a position is still marked. */
  has(position: number): boolean {
    if (this.#occupied[this.#stretch(position)] === 0) return false;
    const rank = rankOf(this.#positions, position);
    return rank < this.count && this.#positions[rank] === position;
  }

  #stretch(position: number): number {
    return Math.floor(position * this.#stretchesPerPosition);
  }

  /** Takes a position out. Returns whether it was in the set. */
  remove(position: number): boolean {
    const rank = rankOf(this.#positions, position);
    if (rank === this.count || this.#positions[rank] !== position) return false;
    this.#buffer.copyWithin(rank, rank + 1, this.count);
    this.#positions = this.#buffer.subarray(0, this.count - 1);
    return true;
  }
}

/** How many of the ascending positions lie below a position. */
export function rankOf(positions: Float64Array, position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (positions[middle] < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The unmarked position with `rank` unmarked positions below it.
 *
 * Positions are usually spread evenly, so the bisection starts from a narrow stretch around the even guess and widens it
 * until it holds the answer.
 */
export function unmarkedAt(positions: Float64Array, rank: number, size: number): number {
  // Below positions[k] lie positions[k] − k unmarked ones, and that never decreases with k.
  const count = positions.length;
  const guess = Math.floor((rank / (size - count)) * count);
  let reach = 8 + Math.floor(Math.sqrt(count));
  let low = Math.max(0, guess - reach);
  let high = Math.min(count, guess + reach);
  while (low > 0 && positions[low - 1] - (low - 1) > rank) {
    reach *= 4;
    low = Math.max(0, guess - reach);
  }
  while (high < count && positions[high] - high <= rank) {
    reach *= 4;
    high = Math.min(count, guess + reach);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (positions[middle] - middle <= rank) low = middle + 1;
    else high = middle;
  }
  return rank + low;
}

/** Throws a RangeError unless the set is what MarkedSet promises. */
export function requireMarkedSet(subject: string, { size, positions }: MarkedSet): void {
  if (!(size >= 1 && size <= 2 ** 53) || !Number.isInteger(size)) {
    throw new RangeError(
      `${subject}: expected a size that is a whole number from 1 to 2^53, got ${size}; pass the number of basis states.`,
    );
  }
  let previous = -1;
  for (const position of positions) {
    if (!Number.isInteger(position) || position <= previous || position >= size) {
      throw new RangeError(
        `${subject}: expected whole positions from 0 to ${size - 1} in strictly ascending order, got ${position} after ${previous}; sort them and leave doubles out.`,
      );
    }
    previous = position;
  }
}
