import type { Job } from "bullmq";
import type { StudyPoint } from "../../../index.ts";
import { loadOptional } from "../../run/load-optional.ts";
import type { Session } from "../../session.ts";
import type { FinishedPoint } from "../finished-point.ts";
import type { PointRunner } from "../local-points.ts";
import { queueConnection, queueName } from "./queue-connection.ts";

/** Points that are in the queue at a time; workers take them from there. */
const atOnce = 512;
/** How long results stay in Redis, in seconds: a study that is run again within a week takes them from there. */
const keptFor = 7 * 24 * 3600;

/**
 * Hands points to workers through Redis.
 *
 * A job is named by the hash of its point: handing a point over twice, from one machine or from two, makes one job, and
 * a result that is there is taken as it is.
 *
 * Errors: CliError where bullmq is missing or no server answers; what a worker reports about a point that fails.
 */
export async function queuedPoints(address: string, session: Session): Promise<PointRunner> {
  const connection = await queueConnection(address);
  const { Queue, QueueEvents } = await loadOptional("compare --queue", "bullmq", () => import("bullmq"));
  const queue = new Queue<{ point: StudyPoint }, FinishedPoint>(queueName, { connection });
  const events = new QueueEvents(queueName, { connection });
  // One listener for each point that is waited for.
  events.setMaxListeners(0);
  const report = (error: Error) => session.note(`queue: ${error.message}`);
  queue.on("error", report);
  events.on("error", report);
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  const interrupted = new Promise<never>((_, reject) => {
    session.io.signal.addEventListener("abort", () => reject(session.io.signal.reason), { once: true });
  });
  interrupted.catch(() => {});
  return {
    atOnce,
    async run(point, key) {
      const job: Job<{ point: StudyPoint }, FinishedPoint> = await queue.add(
        "point",
        { point },
        { jobId: key, attempts: 3, removeOnComplete: { age: keptFor }, removeOnFail: { age: keptFor } },
      );
      // A point that failed before, under a version with an error perhaps, is tried anew.
      if (await job.isFailed()) await job.retry();
      return await Promise.race([job.waitUntilFinished(events), interrupted]);
    },
    async close() {
      await Promise.all([queue.close(), events.close()]);
    },
  };
}
