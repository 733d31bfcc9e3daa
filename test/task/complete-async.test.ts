import { describe, expect, it } from "vitest";
import { completeAsync } from "../../src/task/complete-async.ts";
import type { Progress, Task } from "../../src/task/task.ts";
import { countingTask } from "../support/counting-task.ts";

/** Keeps the processor busy for about a millisecond. */
function busy(): void {
  const end = performance.now() + 1;
  while (performance.now() < end);
}

describe("completeAsync", () => {
  it("runs a task to its end and shows each report in order", async () => {
    const { task, log } = countingTask(4);
    const seen: Progress[] = [];
    await expect(completeAsync(task, { onProgress: (progress) => seen.push(progress) })).resolves.toBe(4);
    expect(seen.map(({ done }) => done)).toEqual([0, 1, 2, 3]);
    expect(log).toEqual(["finished", "cleaned up"]);
  });

  it("lets the event loop have its turn after each slice", async () => {
    const ticks = async (slice: number) => {
      let count = 0;
      const timer = setInterval(() => count++, 0);
      await completeAsync(countingTask(60, busy).task, { slice });
      clearInterval(timer);
      return count;
    };
    expect(await ticks(5)).toBeGreaterThan(1);
    expect(await ticks(1e9)).toBe(0);
  });

  it("rejects with the reason of the signal, after the task has cleaned up", async () => {
    const { task, log } = countingTask(1000, busy);
    const controller = new AbortController();
    const reason = { why: "the user pressed stop" };
    setTimeout(() => controller.abort(reason), 5);
    await expect(completeAsync(task, { signal: controller.signal, slice: 1 })).rejects.toBe(reason);
    expect(log).toEqual(["cleaned up"]);
  });

  it("stops at the report in which the signal was aborted", async () => {
    const { task, log } = countingTask(10);
    const controller = new AbortController();
    const seen: number[] = [];
    const run = completeAsync(task, {
      signal: controller.signal,
      onProgress({ done }) {
        seen.push(done);
        if (done === 3) controller.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(log).toEqual(["cleaned up"]);
  });

  it("does not begin a task under an aborted signal", async () => {
    const { task, log } = countingTask(3);
    const signal = AbortSignal.abort("late");
    await expect(completeAsync(task, { signal })).rejects.toBe("late");
    expect(log).toEqual([]);
    expect(task.next().done).toBe(true);
  });

  it("rejects with what the task or the observer throws", async () => {
    function* failing(): Task<number> {
      yield { stage: "failing", done: 0, total: 1 };
      throw new Error("no rows");
    }
    await expect(completeAsync(failing())).rejects.toThrow(new Error("no rows"));
    const { task, log } = countingTask(3);
    const onProgress = () => {
      throw new Error("no screen");
    };
    await expect(completeAsync(task, { onProgress })).rejects.toThrow(new Error("no screen"));
    expect(log).toEqual(["cleaned up"]);
  });

  it.each([-1, Number.NaN])("refuses a slice of %d", async (slice) => {
    await expect(completeAsync(countingTask(3).task, { slice })).rejects.toThrow(
      new RangeError(
        `completeAsync: expected a slice ≥ 0 in milliseconds, got ${slice}; 12 keeps a page responsive.`,
      ),
    );
  });
});
