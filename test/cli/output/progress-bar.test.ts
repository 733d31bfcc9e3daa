import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { ProgressBar } from "../../../src/cli/output/progress-bar.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";

const erase = "\r\x1b[2K";

/** A bar on a stream that keeps what is written, with a clock that is set by hand. */
function bar(options: { enabled?: boolean; columns?: number } = {}) {
  const state = { written: [] as string[], time: 0 };
  const stream = { columns: options.columns ?? 80, write: (text: string) => state.written.push(text) };
  const progress = new ProgressBar(stream, {
    enabled: options.enabled ?? true,
    colors: pc.createColors(false),
    now: () => state.time,
  });
  return { state, progress };
}

describe("ProgressBar", () => {
  it("shows stage, bar, percentage and, once it can be trusted, the time left", () => {
    const { state, progress } = bar();
    progress.update("A1, halving level 3", 0.25);
    expect(state.written[0]).toBe(`${erase}A1, halving level 3 ██████░░░░░░░░░░░░░░░░░░  25 %`);
    state.time = 10_000;
    progress.update("A1, halving level 2", 0.5);
    expect(state.written[1]).toContain(" 50 %  about 20 s left");
    state.time = 1_000_000;
    progress.update("A1, halving level 2", 0.6);
    expect(state.written[2]).toContain("about 19 min left");
  });

  it("does not count the time before the first part of the work was done", () => {
    const { state, progress } = bar();
    progress.update("reading", 0);
    state.time = 60_000;
    progress.update("work", 0.1);
    state.time = 62_000;
    progress.update("work", 0.6);
    expect(state.written[2]).toContain("about 2 s left");
  });

  it("draws at most ten times a second", () => {
    const { state, progress } = bar();
    for (; state.time < 1000; state.time++) progress.update("work", state.time / 1000);
    expect(state.written).toHaveLength(10);
  });

  it("is erased once, and only where it was drawn", () => {
    const { state, progress } = bar();
    progress.clear();
    expect(state.written).toEqual([]);
    progress.update("work", 0.5);
    progress.clear();
    progress.clear();
    expect(state.written.slice(1)).toEqual([erase]);
  });

  it("fits the width of the terminal", () => {
    const { state, progress } = bar({ columns: 50 });
    progress.update("a very long name of a stage that does not fit", 0.5);
    expect(state.written[0].slice(erase.length).length).toBeLessThan(50);
  });

  it("draws nothing when it is not enabled", () => {
    const { state, progress } = bar({ enabled: false });
    progress.update("work", 0.5);
    progress.clear();
    expect(state.written).toEqual([]);
  });
});

describe("progress of a command", () => {
  const folder = cliFolder();
  folder.write("a.csv", gaussianCsv(2000, 2, 1));
  const args = ["sketch", "a.csv", "a.csv", "--epsilon", "0.9", "--seed", "7"];

  it("appears on a terminal and is gone at the end", async () => {
    const { stderr } = await folder.run(args, { tty: true });
    expect(stderr).toContain("reading a.csv");
    expect(stderr.endsWith(erase)).toBe(true);
  });

  it("does not appear elsewhere, nor with --quiet, nor on a dumb terminal", async () => {
    expect((await folder.run(args)).stderr).toBe("");
    expect((await folder.run([...args, "--quiet"], { tty: true })).stderr).toBe("");
    expect((await folder.run(args, { tty: true, env: { TERM: "dumb" } })).stderr).toBe("");
  });

  it("has no colours with NO_COLOR", async () => {
    const { stderr } = await folder.run(args, { tty: true, env: { NO_COLOR: "1" } });
    expect(stderr).toContain("░");
    expect(stderr.replaceAll(erase, "")).not.toContain("\x1b");
  });
});
