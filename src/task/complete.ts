import type { Progress, Task } from "./task.ts";

/**
 * Runs a task to its end, synchronously.
 *
 * @example complete(approximateKroneckerTask(oracles, options))
 */
export function complete<Result>(task: Task<Result>, onProgress?: (progress: Progress) => void): Result {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}
