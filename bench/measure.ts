/** Seconds of repeated runs of one piece of work. */
export interface Timing {
  readonly name: string;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly runs: number;
}

/** Times some work several times after a warm-up. Wall-clock seconds: quote the median of a quiet machine. */
export function measure(name: string, runs: number, work: () => unknown): Timing {
  work();
  const seconds = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  return { name, min: seconds[0], median: seconds[(runs - 1) >> 1], max: seconds[runs - 1], runs };
}
