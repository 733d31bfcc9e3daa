import type { RandomStream } from "./random-stream.ts";

/**
 * Draws from a law on {0, 1, …} by inversion: the smallest k whose cumulated probability exceeds a uniform number.
 *
 * The law is given by pmf(0) and ratio(k) = pmf(k)/pmf(k − 1); the walk takes about its mean in steps. `limit` is a
 * value beyond which less than 2^-53 lies: rounding may leave the total just below the uniform number, which is then
 * drawn again.
 */
export function invertPmf(
  atZero: number,
  ratio: (k: number) => number,
  limit: number,
  stream: RandomStream,
): number {
  for (;;) {
    let rest = stream.uniform();
    let pmf = atZero;
    for (let k = 0; k <= limit; ) {
      if (rest < pmf) return k;
      rest -= pmf;
      k++;
      pmf *= ratio(k);
    }
  }
}
