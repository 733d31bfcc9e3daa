import type { Progress } from "../../index.ts";
import type { FromWorker, ToWorker } from "./job-messages.ts";
import type { JobInput, JobName, JobOutput } from "./jobs.ts";
import { startWorker } from "./start-worker.ts";

/** A job that failed in the worker; the message is that of the library. */
export class JobError extends Error {
  override readonly name = "JobError";
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** How long a worker may take to hear that a job is cancelled, in milliseconds, before it is ended and started anew. */
const patience = 2000;

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

/**
 * Runs a job in the worker of the page.
 *
 * Errors: rejects with a JobError when the job fails, and with the reason of the signal when it is aborted. A worker that
 * does not hear of the end is stopped; other jobs that it had then fail.
 */
export function runJob<Name extends JobName>(
  job: Name,
  input: JobInput<Name>,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void } = {},
): Promise<JobOutput<Name>> {
  const { signal, onProgress } = options;
  const id = ++last;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    waiting.set(id, { resolve: (output) => resolve(output as JobOutput<Name>), reject, onProgress });
    signal?.addEventListener("abort", () => cancel(id, signal.reason), { once: true });
    send({ kind: "start", id, job, input });
  });
}

function send(message: ToWorker): void {
  if (worker === undefined) {
    worker = startWorker();
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => receive(data));
    worker.addEventListener("error", (event) => {
      endWorker(new JobError(event.message || "the worker could not be started"));
    });
  }
  worker.postMessage(message);
}

function receive(message: FromWorker): void {
  const job = waiting.get(message.id);
  if (message.kind === "progress") {
    job?.onProgress?.(message.progress);
    return;
  }
  waiting.delete(message.id);
  if (message.kind === "done") job?.resolve(message.output);
  else if (message.kind === "failed") job?.reject(new JobError(message.message));
}

function cancel(id: number, reason: unknown): void {
  const job = waiting.get(id);
  if (job === undefined) return;
  job.reject(reason);
  send({ kind: "cancel", id });
  const asked = worker;
  setTimeout(() => {
    if (waiting.has(id) && worker === asked)
      endWorker(new JobError("the worker was ended to cancel another job"));
  }, patience);
}

function endWorker(error: JobError): void {
  worker?.terminate();
  worker = undefined;
  for (const job of waiting.values()) job.reject(error);
  waiting.clear();
}
