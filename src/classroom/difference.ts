/** Where an answer departs from what was asked, in words for the one who gave it. */
export interface Difference {
  readonly reason: string;
  /** A case in which it can be seen: an input, what must come out, what does. */
  readonly counterexample?: string;
}
