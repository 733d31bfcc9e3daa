import { availableParallelism } from "node:os";
import type { StudyPoint } from "../../../index.ts";
import { loadOptional } from "../../run/load-optional.ts";
import type { CommonFlags, Session } from "../../session.ts";
import type { FinishedPoint } from "../finished-point.ts";
import { localPoints } from "../local-points.ts";
import { queueConnection, queueName } from "./queue-connection.ts";

/** The flags of `kronket worker`. */
export interface WorkerFlags extends CommonFlags {
  readonly queue: string;
  readonly workers?: number;
  readonly lease: number;
  readonly idle?: number;
}

/**
 * Runs `kronket worker`: takes points from a queue until it is interrupted, or idle for as long as --idle says.
 *
 * A worker holds a lease on its point and renews it. When it is killed, the lease runs out, and another worker runs the
 * point; since a point gives the same result wherever it is run, it does not matter if both come to the end.
 */
export async function runWorker(flags: WorkerFlags, session: Session): Promise<void> {
  session.use(flags);
  const { signal } = session.io;
  const connection = await queueConnection(flags.queue);
  const { Worker } = await loadOptional("worker", "bullmq", () => import("bullmq"));
  const workers = flags.workers ?? availableParallelism();
  const runner = await localPoints(workers, signal);
  let count = 0;
  let idleSince = Date.now();
  let active = 0;
  const worker = new Worker<{ point: StudyPoint }, FinishedPoint>(
    queueName,
    async (job) => {
      active++;
      try {
        return await runner.run(job.data.point, job.id ?? "");
      } finally {
        active--;
        count++;
        idleSince = Date.now();
        session.progress.update(`${count} points`, 0);
      }
    },
    {
      connection,
      concurrency: runner.atOnce,
      lockDuration: flags.lease * 1000,
      stalledInterval: Math.max(500, flags.lease * 500),
      // A point is not to blame for workers that are killed.
      maxStalledCount: 1_000_000,
    },
  );
  worker.on("error", (error) => session.note(`queue: ${error.message}`));
  await worker.waitUntilReady();
  session.note(`taking points from ${queueName}, ${runner.atOnce} at a time`);
  await untilDone(
    signal,
    () => flags.idle !== undefined && active === 0 && Date.now() - idleSince > flags.idle * 1000,
  );
  // What was begun is given back at once when interrupted, not at the end of its lease.
  await worker.close(signal.aborted);
  await runner.close();
  session.note(`${count} points run`);
}

/** Waits for an interruption or a condition that is looked at ten times a second. */
function untilDone(signal: AbortSignal, isDone: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!signal.aborted && !isDone()) return;
      clearInterval(timer);
      resolve();
    }, 100);
  });
}
