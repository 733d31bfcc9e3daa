const bars = "▁▂▃▄▅▆▇█";
const BINS = 10;

/**
 * Draws how many rows have a score in each tenth of 0 … 1, as one line of bars on a logarithmic scale of counts.
 *
 * @example scoreHistogram([0.05, 0.06, 0.95]) // "█        ▅"
 */
export function scoreHistogram(scores: readonly number[], counts?: readonly number[]): string {
  const bins = new Float64Array(BINS);
  scores.forEach((score, e) => {
    bins[Math.min(BINS - 1, Math.floor(score * BINS))] += counts?.[e] ?? 1;
  });
  const top = Math.log1p(Math.max(...bins));
  return Array.from(bins, (count) =>
    count === 0 ? " " : bars[Math.round((Math.log1p(count) / top) * (bars.length - 1))],
  ).join("");
}
