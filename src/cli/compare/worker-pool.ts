import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { StudyPoint } from "../../index.ts";
import type { FinishedPoint } from "./finished-point.ts";

/** Runs points in worker threads. */
export interface WorkerPool {
  run(point: StudyPoint): Promise<FinishedPoint>;
  close(): Promise<void>;
}

/** Where the program of a worker may be, seen from here: beside the source, and where the packed program has it. */
const places = ["./study-worker.ts", "./cli/study-worker.js", "./study-worker.js"];

/** Starts so many workers; undefined where the program of a worker is not at hand, as in a bundle of one file. */
export async function workerPool(workers: number): Promise<WorkerPool | undefined> {
  const filename = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((file) => existsSync(file));
  if (filename === undefined) return undefined;
  const { default: Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename,
    minThreads: workers,
    maxThreads: workers,
    // Run from source, only processes take over what makes Node read TypeScript.
    runtime: filename.endsWith(".ts") ? "child_process" : "worker_threads",
  });
  return {
    run: (point) => pool.run(point) as Promise<FinishedPoint>,
    close: () => pool.destroy(),
  };
}
