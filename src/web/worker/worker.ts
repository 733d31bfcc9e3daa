import { completeAsync, type Task } from "../../index.ts";
import type { FromWorker, ToWorker } from "./job-messages.ts";
import { jobs } from "./jobs.ts";

/** The running jobs and how to stop them. */
const running = new Map<number, AbortController>();

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "cancel") running.get(data.id)?.abort();
  else void start(data);
});

/** Runs a job in slices, so that a message to cancel it is heard; needs no shared memory. */
async function start({ id, job, input }: Extract<ToWorker, { kind: "start" }>): Promise<void> {
  const control = new AbortController();
  running.set(id, control);
  try {
    const body = (await jobs[job as keyof typeof jobs]()) as (input: unknown) => Task<unknown>;
    let reported = performance.now();
    const output = await completeAsync(body(input), {
      signal: control.signal,
      onProgress(progress) {
        // A bar needs no more than some twenty steps a second.
        if (performance.now() - reported < 50) return;
        reported = performance.now();
        send({ kind: "progress", id, progress });
      },
    });
    send({ kind: "done", id, output });
  } catch (error) {
    if (control.signal.aborted) send({ kind: "cancelled", id });
    else {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      send({ kind: "failed", id, name, message });
    }
  } finally {
    running.delete(id);
  }
}

function send(message: FromWorker): void {
  postMessage(message);
}
