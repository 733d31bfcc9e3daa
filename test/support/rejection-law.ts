import { expect } from "vitest";
import type { RandomStream } from "../../src/random/random-stream.ts";

/**
 * Expects a rejection sampler to be right without any chance: feeds it every point (u, v) of a grid as its first two
 * uniform numbers, keeps the values of the accepted points, and compares their shares with the law.
 *
 * This sees errors in the constants of a hat or squeeze that no affordable sample would. `tolerance` is relative to the
 * largest probability; the grid itself is off by some 1e-3.
 */
export function expectRejectionLaw(
  sample: (stream: RandomStream) => number,
  logPmf: (k: number) => number,
  { columns = 4000, rows = 200, tolerance = 0.004 } = {},
): void {
  const accepted = new Map<number, number>();
  let total = 0;
  let drawn = 0;
  let u = 0;
  let v = 0;
  const uniform = (): number => {
    drawn++;
    if (drawn <= 2) return drawn === 1 ? u : v;
    // The point was rejected: random points until the sampler ends.
    return 0.5 + 0.4 * Math.sin(drawn * 12.9898 + u * 78.233 + v * 37.719);
  };
  const stream = { uniform } as RandomStream;
  for (let column = 0; column < columns; column++) {
    u = (column + 0.5) / columns;
    for (let row = 0; row < rows; row++) {
      v = (row + 0.5) / rows;
      drawn = 0;
      const k = sample(stream);
      if (drawn > 2) continue;
      accepted.set(k, (accepted.get(k) ?? 0) + 1);
      total++;
    }
  }
  let largest = 0;
  let worst = 0;
  for (const [k, count] of accepted) {
    const pmf = Math.exp(logPmf(k));
    largest = Math.max(largest, pmf);
    worst = Math.max(worst, Math.abs(count / total - pmf));
  }
  expect(worst / largest).toBeLessThan(tolerance);
}
