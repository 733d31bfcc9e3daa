import type { Task } from "../../src/task/task.ts";

/** A task of so many steps that returns their number, with a log of how it ended. */
export function countingTask(steps: number, busy: () => void = () => {}) {
  const log: string[] = [];
  function* body(): Task<number> {
    try {
      for (let done = 0; done < steps; done++) {
        busy();
        yield { stage: "counting", done, total: steps };
      }
      log.push("finished");
      return steps;
    } finally {
      log.push("cleaned up");
    }
  }
  return { task: body(), log };
}
