import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Outcome } from "./contender.ts";

/** What a script of bench/peers is asked to do. */
export interface PeerRequest {
  /** The file with the circuit. */
  readonly circuit: string;
  readonly start: "zero" | "random";
  readonly variant: string;
  readonly check: boolean;
}

/** A script of bench/peers that answers one request at a time; started when it is first asked, and again after its end. */
export class PythonProcess {
  readonly #python: string;
  readonly #script: string;
  readonly #threads: number;
  #child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  #lines: Interface | undefined;

  constructor(python: string, script: string, threads: number) {
    this.#python = python;
    this.#script = script;
    this.#threads = threads;
  }

  /**
   * Asks for one run.
   *
   * Errors: rejects with what the script says, when it ends, and when it takes longer than the limit in seconds; the
   * script is then ended. Loading its libraries does not count.
   */
  async ask(request: PeerRequest, limit: number): Promise<Outcome> {
    if (this.#child === undefined) await this.#begin();
    this.#child?.stdin.write(`${JSON.stringify(request)}\n`);
    const { error, seconds, norm, checksum } = JSON.parse(await this.#answer(limit));
    if (error !== undefined) throw new Error(error);
    return request.check ? { seconds, state: { norm, checksum } } : { seconds };
  }

  /** Ends the script when it has answered. */
  close(): void {
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  async #begin(): Promise<void> {
    const child = spawn(this.#python, [this.#script], {
      stdio: ["pipe", "pipe", "inherit"],
      env: {
        ...process.env,
        OMP_NUM_THREADS: `${this.#threads}`,
        CONTEST_THREADS: `${this.#threads}`,
      },
    });
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout });
    // The first line says that it is ready.
    await this.#answer(Number.POSITIVE_INFINITY);
  }

  #answer(limit: number): Promise<string> {
    const child = this.#child!;
    const lines = this.#lines!;
    return new Promise((resolve, reject) => {
      const timer = Number.isFinite(limit)
        ? setTimeout(() => child.kill("SIGKILL"), limit * 1000)
        : undefined;
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        lines.off("line", answered);
        child.off("exit", ended);
        child.off("error", failed);
        finish();
      };
      const answered = (line: string): void => settle(() => resolve(line));
      const ended = (code: number | null, signal: string | null): void => {
        this.#child = undefined;
        const how =
          signal === "SIGKILL" ? `more than ${limit} s, or killed` : `an end with ${code ?? signal}`;
        settle(() => reject(new Error(how)));
      };
      const failed = (error: Error): void => {
        this.#child = undefined;
        settle(() => reject(error));
      };
      lines.once("line", answered);
      child.once("error", failed);
      child.once("exit", ended);
    });
  }
}
