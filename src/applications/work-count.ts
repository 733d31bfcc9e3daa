/** What a method computed: operations on numbers, and the most numbers it held at a time. */
export interface Work {
  /** Additions, multiplications, divisions, roots and exponentials of numbers, one each. */
  readonly flops: number;
  /** The most words (of 8 bytes) that were held at one time beside the input. */
  readonly peakWords: number;
}

/**
 * Counts the arithmetic and the memory of a method while it runs.
 *
 * Flops and words are kept apart from the queries of the Ledger, and are never compared with them: a query has a price that
 * this count does not know.
 *
 * Errors: RangeError for a count that is negative or no number, and for words released that were not held.
 *
 * @example
 * const work = new WorkCount();
 * work.holding(n * d, () => work.spend(2 * n * d * d)); // a Gram matrix from n × d numbers
 * work.counted(); // { flops: 2nd², peakWords: nd }
 */
export class WorkCount {
  #flops = 0;
  #held = 0;
  #peak = 0;

  /** Adds operations that were carried out. */
  spend(flops: number): void {
    this.#flops += requireAmount("operations", flops);
  }

  /** Takes words into use. */
  hold(words: number): void {
    this.#held += requireAmount("words", words);
    this.#peak = Math.max(this.#peak, this.#held);
  }

  /** Gives words back. */
  release(words: number): void {
    if (requireAmount("words", words) > this.#held) {
      throw new RangeError(
        `WorkCount: expected at most ${this.#held} words to release, got ${words}; hold them first.`,
      );
    }
    this.#held -= words;
  }

  /** Runs some work that holds words while it runs. */
  holding<Result>(words: number, work: () => Result): Result {
    this.hold(words);
    try {
      return work();
    } finally {
      this.release(words);
    }
  }

  /** What was counted so far, as plain data. */
  counted(): Work {
    return { flops: this.#flops, peakWords: this.#peak };
  }
}

function requireAmount(what: string, amount: number): number {
  if (amount >= 0 && amount < Number.POSITIVE_INFINITY) return amount;
  throw new RangeError(
    `WorkCount: expected a count of ${what} ≥ 0, got ${amount}; count what was carried out.`,
  );
}
