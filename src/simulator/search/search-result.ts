/** What a search for one position gave, and how often it used the oracle. */
export interface SearchResult {
  /** A marked position that a check has confirmed, or null. */
  readonly position: number | null;
  /** Phase applications: iterations and rotations. */
  readonly iterations: number;
  /** Measurements; each was followed by one classical check. */
  readonly checks: number;
}
