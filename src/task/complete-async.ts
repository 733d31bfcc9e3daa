import type { Progress, Task } from "./task.ts";

/** How a task is run in the background of an event loop. */
export interface CompleteAsyncOptions {
  /** Stops the task at its next report; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called for each progress report. */
  readonly onProgress?: (progress: Progress) => void;
  /** Longest time in milliseconds that the task holds the event loop between two pauses (default 12). */
  readonly slice?: number;
}

/**
 * Runs a task to its end in slices, leaving the event loop free in between.
 *
 * Errors: rejects with `signal.reason` when the signal is aborted, with what the task or the observer throws, or with a
 * RangeError for a slice below 0; the task's `finally` blocks run first.
 */
export async function completeAsync<Result>(
  task: Task<Result>,
  options: CompleteAsyncOptions = {},
): Promise<Result> {
  const { signal, onProgress, slice = 12 } = options;
  try {
    if (!(slice >= 0)) {
      throw new RangeError(
        `completeAsync: expected a slice ≥ 0 in milliseconds, got ${slice}; 12 keeps a page responsive.`,
      );
    }
    let pauseAt = performance.now() + slice;
    for (;;) {
      signal?.throwIfAborted();
      const step = task.next();
      if (step.done) return step.value;
      onProgress?.(step.value);
      if (performance.now() >= pauseAt) {
        await pause();
        pauseAt = performance.now() + slice;
      }
    }
  } finally {
    task.return(undefined as never);
  }
}

// A macrotask, so that timers, signals and clicks get their turn.
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
