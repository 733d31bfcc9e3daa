/**
 * Which of `size` basis states a phase oracle marks: their positions, strictly ascending.
 *
 * Float64Array because positions go up to 2^53; no bit operation may be applied to them.
 */
export interface MarkedSet {
  readonly size: number;
  readonly positions: Float64Array;
}
