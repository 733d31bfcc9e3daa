import type { Task } from "../task/task.ts";

/**
 * Runs a task as one of several parts of a longer one: its progress counts from `part` to `part` + 1 of `parts`.
 *
 * @example const fit = yield* partOf(softmaxReluNewtonTask(options), 2, 4);
 */
export function* partOf<Result>(task: Task<Result>, part: number, parts: number): Task<Result> {
  try {
    for (;;) {
      const step = task.next();
      if (step.done) return step.value;
      const { stage, done, total } = step.value;
      yield { stage, done: part + (total === 0 ? 1 : Math.min(1, done / total)), total: parts };
    }
  } finally {
    task.return(undefined as never);
  }
}
