/** A score with its row (or its place in a list of classes). */
export interface PlacedScore {
  readonly place: number;
  readonly score: number;
}

/** Keeps the largest of scores that come in one by one, ties by place; holds at most twice as many as are wanted. */
export class TopScores {
  readonly #wanted: number;
  #kept: PlacedScore[] = [];
  /** The least score that can still be among the largest. */
  #bar = Number.NEGATIVE_INFINITY;

  constructor(wanted: number) {
    this.#wanted = wanted;
  }

  /** Takes a score; places must come in order. */
  add(score: number, place: number): void {
    if (score <= this.#bar) return;
    this.#kept.push({ place, score });
    if (this.#kept.length >= 2 * this.#wanted) this.#cut();
  }

  /** The largest scores, from the largest down. */
  sorted(): readonly PlacedScore[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept.sort((a, b) => (a.score === b.score ? a.place - b.place : b.score > a.score ? 1 : -1));
    this.#kept.length = Math.min(this.#kept.length, this.#wanted);
    if (this.#kept.length === this.#wanted) this.#bar = this.#kept[this.#wanted - 1].score;
  }
}
