import type { Progress, Task } from "./task.ts";

/**
 * Runs a task to its end, synchronously.
 *
 * Errors: what the task or the observer throws; the task's `finally` blocks run first.
 *
 * @example complete(approximateKroneckerTask(oracles, options))
 */
export function complete<Result>(task: Task<Result>, onProgress?: (progress: Progress) => void): Result {
  try {
    for (;;) {
      const step = task.next();
      if (step.done) return step.value;
      onProgress?.(step.value);
    }
  } finally {
    task.return(undefined as never);
  }
}
