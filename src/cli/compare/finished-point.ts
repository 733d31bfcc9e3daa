import { completeAsync, runPointTask, type StudyPoint, type StudyResult } from "../../index.ts";

/** A point that has been run, and how long that took: the time is no part of the result. */
export interface FinishedPoint {
  readonly result: StudyResult;
  readonly milliseconds: number;
}

/** Runs a point in this thread, leaving the event loop free in between. */
export async function finishPoint(point: StudyPoint, signal?: AbortSignal): Promise<FinishedPoint> {
  const start = performance.now();
  const result = await completeAsync(runPointTask(point), signal === undefined ? {} : { signal });
  return { result, milliseconds: Math.round(performance.now() - start) };
}
