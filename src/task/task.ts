/** Where a long computation stands: what it does now and how far it is. */
export interface Progress {
  /** What is being done, for example `A1, halving level 3`. */
  readonly stage: string;
  /** Work finished, in units of `total`; 0 ≤ done ≤ total. */
  readonly done: number;
  /** All the work that is foreseen. May be corrected from one report to the next. */
  readonly total: number;
}

/**
 * A long computation as a generator: it yields its progress now and then and returns its result.
 *
 * Writing it once this way gives a synchronous and a cancellable asynchronous form of the same body:
 * {@link complete} drains it, {@link completeAsync} drains it in slices and listens to an `AbortSignal`.
 */
export type Task<Result> = Generator<Progress, Result, void>;
