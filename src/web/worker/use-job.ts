import { type ReadonlySignal, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Progress } from "../../index.ts";
import type { JobInput, JobName, JobOutput } from "./jobs.ts";
import { runJob } from "./run-job.ts";

/** What is known of a job that follows its input. */
export interface FollowedJob<Output> {
  /** The newest result; that of an earlier input while a later one is computed. */
  readonly output: ReadonlySignal<Output | undefined>;
  readonly error: ReadonlySignal<string | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  readonly progress: ReadonlySignal<Progress | undefined>;
  cancel(): void;
}

/** A run that has gone on for longer, in milliseconds, gives way to a newer input; a shorter one is let finish and shown. */
const yieldAfter = 250;

/**
 * Keeps the result of a job in step with its input: one run at a time, and of the inputs that come meanwhile only the
 * newest. So a slider that is drawn along shows as many pictures as can be computed. `undefined` is no input.
 */
export function useJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name> | undefined,
  key: string,
): FollowedJob<JobOutput<Name>> {
  const runner = useMemo(() => makeRunner(name), [name]);
  // The key stands for the input, which is a new object each time.
  useEffect(() => runner.follow(input), [runner, key]);
  useEffect(() => () => runner.cancel(), [runner]);
  return runner;
}

function makeRunner<Name extends JobName>(name: Name) {
  const output = signal<JobOutput<Name> | undefined>(undefined);
  const error = signal<string | undefined>(undefined);
  const busy = signal(false);
  const progress = signal<Progress | undefined>(undefined);
  let next: JobInput<Name> | undefined;
  let current: { readonly control: AbortController; readonly since: number } | undefined;

  async function run(input: JobInput<Name>): Promise<void> {
    const control = new AbortController();
    current = { control, since: performance.now() };
    busy.value = true;
    progress.value = undefined;
    const { signal: abort } = control;
    try {
      const result = await runJob(name, input, {
        signal: abort,
        onProgress: (report) => (progress.value = report),
      });
      output.value = result;
      error.value = undefined;
    } catch (reason) {
      if (!abort.aborted) error.value = reason instanceof Error ? reason.message : String(reason);
    }
    current = undefined;
    const waiting = next;
    next = undefined;
    if (waiting !== undefined) await run(waiting);
    else busy.value = false;
  }

  return {
    output,
    error,
    busy,
    progress,
    follow(input: JobInput<Name> | undefined): void {
      next = input;
      if (current === undefined) {
        next = undefined;
        if (input !== undefined) void run(input);
      } else if (input === undefined || performance.now() - current.since > yieldAfter) {
        current.control.abort();
      }
    },
    cancel(): void {
      next = undefined;
      current?.control.abort();
    },
  };
}
