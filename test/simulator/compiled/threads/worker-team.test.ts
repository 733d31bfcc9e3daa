import { describe, expect, it } from "vitest";
import { type TeamOptions, WorkerTeam } from "../../../../src/simulator/compiled/threads/worker-team.ts";

const section = (id: number, ...content: number[]) => [id, content.length, ...content];
const text = (word: string) => [word.length, ...[...word].map((character) => character.charCodeAt(0))];
const address = [32, 0, 32, 1, 65, 4, 108, 106];
const body = [
  // No locals; a block around a loop: leave it when from >= to.
  ...[0, 2, 64, 3, 64, 32, 1, 32, 2, 78, 13, 1],
  // memory[pass + 4 from] = memory[pass + 4 from] + 1
  ...[...address, ...address, 40, 2, 0, 65, 1, 106, 54, 2, 0],
  // from = from + 1, and again
  ...[32, 1, 65, 1, 106, 33, 1, 12, 0, 11, 11, 11],
];

/** A function runTiles(pass, from, to) that adds 1 to the word at `pass + 4 · tile` for each tile. */
const counting = new WebAssembly.Module(
  Uint8Array.from([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, 1, 96, 3, 127, 127, 127, 0),
    // The memory is shared and has 1 to 4 pages.
    ...section(2, 1, ...text("env"), ...text("memory"), 2, 3, 1, 4),
    ...section(3, 1, 0),
    ...section(7, 1, ...text("runTiles"), 0, 0),
    ...section(10, 1, body.length, ...body),
  ]),
);

const pass = 1024;

function setting(threads: number, options?: TeamOptions) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 4, shared: true });
  const team = WorkerTeam.start(threads, options)!;
  team.attach({ memory, module: counting, passes: Array.from({ length: threads - 1 }, () => pass) });
  const counts = (tiles: number) => Array.from(new Int32Array(memory.buffer, pass, tiles));
  const work = (from: number, to: number): void => {
    const words = new Int32Array(memory.buffer, pass);
    for (let k = from; k < to; k++) Atomics.add(words, k, 1);
  };
  return { team, memory, counts, work };
}

/** Has jobs done until a worker has helped: it takes some milliseconds to start. */
function jobsUntilHelped(team: WorkerTeam, tiles: number, work: (from: number, to: number) => void): number {
  const end = performance.now() + 20_000;
  for (let jobs = 1; performance.now() < end; jobs++) {
    let own = 0;
    team.runTiles(0, tiles, (from, to) => {
      own += to - from;
      work(from, to);
      // Leaves the others some time.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    });
    if (own < tiles) return jobs;
  }
  throw new Error("no worker helped within 20 s");
}

describe("WorkerTeam", () => {
  it("does every tile once a job, with workers that come when they are ready", () => {
    const { team, counts, work } = setting(3);
    const jobs = jobsUntilHelped(team, 100, work);
    expect(counts(100)).toEqual(Array.from({ length: 100 }, () => jobs));
    for (let k = 0; k < 500; k++) team.runTiles(0, 7, work);
    expect(counts(8)).toEqual([...Array.from({ length: 7 }, () => jobs + 500), jobs]);
    team.end();
  });

  it("goes from memory to memory", () => {
    const { team, work } = setting(2);
    jobsUntilHelped(team, 50, work);
    for (let round = 0; round < 20; round++) {
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      team.detach();
      team.attach({ memory, module: counting, passes: [pass] });
      const words = new Int32Array(memory.buffer, pass);
      team.runTiles(0, 200, (from, to) => {
        for (let k = from; k < to; k++) Atomics.add(words, k, 1);
      });
      expect(Array.from(words.subarray(0, 201))).toEqual([...Array.from({ length: 200 }, () => 1), 0]);
    }
    team.end();
  });

  it("passes on what goes wrong in this thread, and can be used again", () => {
    const { team, counts, work } = setting(2);
    jobsUntilHelped(team, 50, work);
    const before = counts(1)[0];
    const broken = () => {
      throw new RangeError("broken here");
    };
    // This thread may get nothing to do, so until it does.
    expect(() => {
      for (;;) team.runTiles(0, 500, broken);
    }).toThrow("broken here");
    team.runTiles(0, 1, work);
    expect(counts(1)[0]).toBeGreaterThan(before);
    team.end();
  });

  it("says so when a worker fails, and goes on with the next job", () => {
    // The pass lies outside of the memory, so that the kernel traps.
    const { team, memory, work, counts } = setting(2);
    jobsUntilHelped(team, 50, work);
    team.detach();
    team.attach({ memory, module: counting, passes: [2 ** 20] });
    expect(() => {
      for (let k = 0; k < 1000; k++) jobsUntilHelped(team, 50, () => {});
    }).toThrow(/expected 1 worker threads to do their part, got the end of one/);
    team.detach();
    team.attach({ memory, module: counting, passes: [pass] });
    const before = counts(1)[0];
    team.runTiles(0, 1, work);
    expect(counts(1)[0]).toBe(before + 1);
    team.end();
  });

  it("does not hang on a worker that dies in its work", () => {
    // Enters the first open job and ends.
    const program = `
      const { control } = require("node:worker_threads").workerData;
      for (;;) {
        const state = Atomics.load(control, 0);
        if ((state >>> 8) % 2 === 1 && Atomics.compareExchange(control, 0, state, state + 1) === state) process.exit(1);
        Atomics.wait(control, 0, state, 1);
      }`;
    const { team, work } = setting(2, { program, patience: 2 });
    expect(() => jobsUntilHelped(team, 50, work)).toThrow(/got the end of one of them; run it again/);
    expect(team.isWhole).toBe(false);
  });

  it("knows that a worker has died in between", async () => {
    const program = "process.exit(3)";
    const { team, counts, work } = setting(2, { program });
    const end = performance.now() + 20_000;
    while (team.isWhole && performance.now() < end) await new Promise((done) => setTimeout(done, 5));
    expect(team.isWhole).toBe(false);
    // What is left of it still works.
    team.runTiles(0, 3, work);
    expect(counts(3)).toEqual([1, 1, 1]);
  });

  it("is no team for one thread, or without threads or shared memory", () => {
    expect(WorkerTeam.start(1)).toBeUndefined();
    const { getBuiltinModule } = process;
    try {
      (process as { getBuiltinModule?: unknown }).getBuiltinModule = undefined;
      expect(WorkerTeam.start(2)).toBeUndefined();
    } finally {
      process.getBuiltinModule = getBuiltinModule;
    }
  });
});
