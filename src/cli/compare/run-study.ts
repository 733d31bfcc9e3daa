import type { StudyPlan, StudyPoint } from "../../index.ts";
import type { FinishedPoint } from "./finished-point.ts";
import { pointKey } from "./point-key.ts";
import { pointWeights } from "./point-weight.ts";

/** How points are run, and who is told. */
export interface RunStudyOptions {
  /** The points that are there already, by key. */
  readonly finished: ReadonlyMap<string, FinishedPoint>;
  /** How many points are under way at a time. */
  readonly atOnce: number;
  run(point: StudyPoint, key: string): Promise<FinishedPoint>;
  /** Called once for each point that was run, in the order in which they end. */
  onFinished(key: string, finished: FinishedPoint): void;
  /** Called for each point, in the order of the plan, as soon as all before it are there. */
  onNext?(key: string, finished: FinishedPoint): void;
  /** Called with the share of the work that is done, from 0 to 1. */
  onProgress(stage: string, fraction: number): void;
  readonly signal: AbortSignal;
}

/**
 * Runs the points of a study that are not there yet, the largest first, and returns all in the order of the plan.
 *
 * Errors: what the first point that fails throws, or the reason of the signal; no further point is begun then.
 */
export async function runStudy(plan: StudyPlan, options: RunStudyOptions): Promise<FinishedPoint[]> {
  const { finished, signal, onFinished, onNext, onProgress } = options;
  const keys = plan.points.map(pointKey);
  const weights = pointWeights(plan);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const results: (FinishedPoint | undefined)[] = keys.map((key) => finished.get(key));
  const waiting = keys.map((_, k) => k).filter((k) => results[k] === undefined);
  waiting.sort((a, b) => weights[b] - weights[a] || a - b);
  let weightDone = weights.reduce((sum, weight, k) => sum + (results[k] === undefined ? 0 : weight), 0);
  let countDone = keys.length - waiting.length;
  let next = 0;
  const report = () => {
    for (; next < keys.length; next++) {
      const point = results[next];
      if (point === undefined) break;
      onNext?.(keys[next], point);
    }
    onProgress(`${countDone} of ${keys.length} points`, weightDone / total);
  };
  report();

  let failed = false;
  const lane = async () => {
    for (let k = waiting.shift(); k !== undefined && !failed; k = waiting.shift()) {
      signal.throwIfAborted();
      const point = await options.run(plan.points[k], keys[k]);
      // What ends after a failure or an interruption is kept: it was paid for.
      results[k] = point;
      onFinished(keys[k], point);
      weightDone += weights[k];
      countDone++;
      report();
    }
  };
  // All lanes come to rest first, so that nothing is reported after this has ended.
  const lanes = await Promise.allSettled(
    Array.from({ length: options.atOnce }, () =>
      lane().catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    ),
  );
  const broken = lanes.find((end) => end.status === "rejected");
  if (broken !== undefined) throw broken.reason;
  return results as FinishedPoint[];
}
