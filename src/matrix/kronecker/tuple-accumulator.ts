import type { WeightedTuples } from "./weighted-tuples.ts";

/**
 * Collects squared weights of row tuples, adding up those of the same tuple.
 *
 * Tuples come out in the order in which they were first seen.
 */
export class TupleAccumulator {
  readonly #places = new Map<string, number>();
  readonly #indices: number[] = [];
  readonly #squares: number[] = [];

  constructor(readonly order: number) {}

  /** Adds `square` to D² at a tuple. */
  add(index: ArrayLike<number>, square: number): void {
    let key = `${index[0]}`;
    for (let k = 1; k < this.order; k++) key += `,${index[k]}`;
    const place = this.#places.get(key);
    if (place !== undefined) {
      this.#squares[place] += square;
      return;
    }
    this.#places.set(key, this.#squares.length);
    this.#squares.push(square);
    for (let k = 0; k < this.order; k++) this.#indices.push(index[k]);
  }

  /** The list so far, with weights D = √(D²). */
  finish(): WeightedTuples {
    return {
      order: this.order,
      indices: Float64Array.from(this.#indices),
      weights: Float64Array.from(this.#squares, Math.sqrt),
    };
  }
}
