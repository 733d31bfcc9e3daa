import { describe, expect, it } from "vitest";
import { complete } from "../../src/task/complete.ts";
import type { Progress, Task } from "../../src/task/task.ts";
import { countingTask } from "../support/counting-task.ts";

describe("complete", () => {
  it("runs a task to its end, returns its result and shows each report in order", () => {
    const { task, log } = countingTask(3);
    const seen: Progress[] = [];
    expect(complete(task, (progress) => seen.push(progress))).toBe(3);
    expect(seen).toEqual([0, 1, 2].map((done) => ({ stage: "counting", done, total: 3 })));
    expect(log).toEqual(["finished", "cleaned up"]);
  });

  it("returns what a task without reports returns", () => {
    expect(complete(countingTask(0).task)).toBe(0);
  });

  it("throws what the task throws", () => {
    // biome-ignore lint/correctness/useYield: a task may fail before its first report.
    function* failing(): Task<number> {
      throw new Error("no rows");
    }
    expect(() => complete(failing())).toThrow(new Error("no rows"));
  });

  it("throws what the observer throws, after the task has cleaned up", () => {
    const { task, log } = countingTask(5);
    const stop = (progress: Progress) => {
      if (progress.done === 2) throw new Error("enough");
    };
    expect(() => complete(task, stop)).toThrow(new Error("enough"));
    expect(log).toEqual(["cleaned up"]);
    expect(task.next().done).toBe(true);
  });
});
