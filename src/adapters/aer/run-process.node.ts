import { spawn } from "node:child_process";

/** Most characters of what a program says that are kept for messages: its last ones. */
const kept = 4000;
/** How long a program may take to end after it was told to, in milliseconds. */
const grace = 2000;

/** How a program ended. */
export interface ProcessEnd {
  readonly code: number | null;
  /** The end of what it wrote to its error output. */
  readonly complaint: string;
}

/**
 * Runs a program to its end, without a shell.
 *
 * Errors: rejects with the signal's reason when it is aborted, after the program has ended; with Node's error, such as
 * ENOENT, when the program cannot be started.
 */
export function runProcess(command: readonly string[], signal: AbortSignal | undefined): Promise<ProcessEnd> {
  const [file, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    let killer: NodeJS.Timeout | undefined;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-kept);
    });
    const stop = (): void => {
      child.kill();
      killer = setTimeout(() => child.kill("SIGKILL"), grace);
    };
    if (signal?.aborted === true) stop();
    signal?.addEventListener("abort", stop, { once: true });
    const settle = (finish: () => void): void => {
      clearTimeout(killer);
      signal?.removeEventListener("abort", stop);
      if (signal?.aborted === true) reject(signal.reason);
      else finish();
    };
    child.on("error", (error) => settle(() => reject(error)));
    child.on("close", (code) => settle(() => resolve({ code, complaint: complaint.trim() })));
  });
}
