import type { StudyPoint } from "../../index.ts";
import { type FinishedPoint, finishPoint } from "./finished-point.ts";
import { workerPool } from "./worker-pool.ts";

/** Something that runs points: here, in worker threads, or elsewhere. */
export interface PointRunner {
  /** How many points it takes at a time. */
  readonly atOnce: number;
  run(point: StudyPoint, key: string): Promise<FinishedPoint>;
  close(): Promise<void>;
}

/**
 * Runs points on this machine: one after the other in this thread, or several in worker threads.
 *
 * An interruption ends a point in this thread at its next step, and worker threads at once.
 */
export async function localPoints(workers: number, signal: AbortSignal): Promise<PointRunner> {
  const pool = workers > 1 ? await workerPool(workers) : undefined;
  if (pool === undefined) {
    return { atOnce: 1, run: (point) => finishPoint(point, signal), close: async () => {} };
  }
  const interrupted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  // Nobody may be waiting when it comes.
  interrupted.catch(() => {});
  return {
    atOnce: workers,
    run: (point) => Promise.race([pool.run(point), interrupted]),
    close: () => pool.close(),
  };
}
