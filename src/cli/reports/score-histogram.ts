const bars = "▁▂▃▄▅▆▇█";

/**
 * Draws how many rows have a score in each part of 0 … 1, as one line of bars on a logarithmic scale of counts.
 *
 * @example scoreHistogram([2, 0, 1]) // "█ ▅"
 */
export function scoreHistogram(counts: ArrayLike<number>): string {
  const top = Math.log1p(Math.max(...Array.from(counts)));
  return Array.from(counts, (count) =>
    count === 0 ? " " : bars[Math.round((Math.log1p(count) / top) * (bars.length - 1))],
  ).join("");
}
