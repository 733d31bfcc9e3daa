/**
 * A seeded stream of random numbers that splits into independent child streams.
 *
 * A stream is identified by its key, a pure function of (seed, purpose, index, purpose, index, …). Splitting
 * depends on the key alone and never on how many numbers were drawn, so the result of a seed does not depend
 * on the order of the work, on the number of workers or on the engine.
 */
export interface RandomStream {
  /** The key as 16 hexadecimal digits: names the stream in reports and error messages. */
  readonly key: string;
  /** A uniform number in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A uniform whole number in [0, bound), without modulo bias; 1 ≤ bound ≤ 2^53. */
  integer(bound: number): number;
  /** A standard normal number. */
  normal(): number;
  /** 32 random bits as a whole number in [0, 2^32). */
  bits32(): number;
  /** The child stream of this key for a purpose and an index. */
  split(purpose: string, index?: number): RandomStream;
}
