/** What the distances of an iteration to its limit say. */
export interface Convergence {
  /** log e_{t+1} / log e_t for every pair with 1e-7 < e_t < 0.1 and e_{t+1} > 1e-13: near 2 where convergence is quadratic. */
  readonly orders: readonly number[];
  /** Geometric mean of e_{t+1} / e_t over the pairs with e_{t+1} > 1e-13; null without one. */
  readonly contraction: number | null;
}

/**
 * Reads the order and the rate of convergence from distances e_0, e_1, … to the limit.
 *
 * Distances below 1e-13 are rounding and are left out.
 *
 * @example convergence([1e-2, 1e-4, 1e-8]).orders // [2, 2]
 */
export function convergence(distances: readonly number[]): Convergence {
  const orders: number[] = [];
  let pairs = 0;
  let sum = 0;
  for (let t = 0; t + 1 < distances.length && distances[t + 1] > 1e-13; t++) {
    const [now, next] = [distances[t], distances[t + 1]];
    if (now > 1e-7 && now < 0.1) orders.push(Math.log(next) / Math.log(now));
    sum += Math.log(next / now);
    pairs++;
  }
  return { orders, contraction: pairs === 0 ? null : Math.exp(sum / pairs) };
}
