const BINS = 10;

/** What a report says of all scores together, collected while they come in. */
export class ScoreTally {
  /** Σ scores; Infinity where one is. */
  sum = 0;
  /** How many rows were scored. */
  rows = 0;
  /** How many of them have a score above 1, which only generalised scores can have. */
  above = 0;
  /** How many rows have a score in each tenth of 0 … 1; scores above 1 are in none. */
  readonly tenths = new Float64Array(BINS);

  /** Adds a score that `count` rows have. */
  add(score: number, count = 1): void {
    this.sum += score * count;
    this.rows += count;
    if (score > 1) this.above += count;
    else this.tenths[Math.min(BINS - 1, Math.floor(score * BINS))] += count;
  }
}
