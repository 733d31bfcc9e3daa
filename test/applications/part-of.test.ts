import { describe, expect, it } from "vitest";
import { partOf } from "../../src/applications/part-of.ts";
import type { Task } from "../../src/task/task.ts";

function* counting(steps: number, ended: string[]): Task<string> {
  try {
    for (let k = 0; k < steps; k++) yield { stage: "count", done: k, total: steps };
    return "result";
  } finally {
    ended.push("ended");
  }
}

describe("partOf", () => {
  it("scales the progress of a task to its part and hands its result on", () => {
    const task = partOf(counting(2, []), 1, 4);
    expect(task.next().value).toEqual({ stage: "count", done: 1, total: 4 });
    expect(task.next().value).toEqual({ stage: "count", done: 1.5, total: 4 });
    expect(task.next()).toEqual({ done: true, value: "result" });
  });

  it("ends the inner task when the outer one is stopped", () => {
    const ended: string[] = [];
    const task = partOf(counting(5, ended), 0, 1);
    task.next();
    task.return("");
    expect(ended).toEqual(["ended"]);
  });
});
