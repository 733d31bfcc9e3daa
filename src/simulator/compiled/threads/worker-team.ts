import { cancelJob, closeJob, openJob, setMemory, takeTiles, word, wordCount } from "./control-block.ts";
import { startThread, type Thread } from "./start-worker.node.ts";
import { workerProgram } from "./worker-program.ts";

/** What a team works on: a shared memory, the kernels for it, and the address of the pass for each worker. */
export interface TeamMemory {
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  readonly passes: readonly number[];
}

/** How a team is made; tests have other programs and less patience. */
export interface TeamOptions {
  readonly program?: string;
  /** How many waits of 250 ms without any progress mean that a worker is gone. */
  readonly patience?: number;
}

/** Tiles taken at a time: few, so that all end at about the same time, and a stop is quick. */
const largestChunk = 8;

/**
 * Worker threads that stay, and help with the tiles of one memory at a time.
 *
 * Every tile is computed in the same way by whoever takes it, so results do not depend on the number of threads.
 */
export class WorkerTeam {
  /** Threads that compute, this one included. */
  readonly threads: number;
  readonly #control = new Int32Array(new SharedArrayBuffer(4 * wordCount));
  readonly #workers: readonly Thread[];
  readonly #patience: number;
  #memories = 0;
  #isWhole = true;

  private constructor(workers: (control: Int32Array) => Thread[], patience: number) {
    this.#workers = workers(this.#control);
    this.#patience = patience;
    this.threads = this.#workers.length + 1;
    for (const worker of this.#workers) {
      worker.onEnd(() => {
        this.#isWhole = false;
      });
    }
  }

  /** Starts a team; undefined where there is no shared memory or no threads can be had. */
  static start(
    threads: number,
    { program = workerProgram, patience = 40 }: TeamOptions = {},
  ): WorkerTeam | undefined {
    if (threads < 2 || typeof SharedArrayBuffer === "undefined") return undefined;
    const started: Thread[] = [];
    try {
      return new WorkerTeam((control) => {
        for (let worker = 0; worker < threads - 1; worker++) {
          const thread = startThread(program, { control, worker });
          if (thread === undefined) throw new Error("no threads");
          started.push(thread);
        }
        return started;
      }, patience);
    } catch {
      for (const thread of started) thread.end();
      return undefined;
    }
  }

  /** Whether no worker has ended. Known only after the event loop had its turn. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Gives a memory to the workers. */
  attach({ memory, module, passes }: TeamMemory): void {
    const number = ++this.#memories;
    for (const worker of this.#workers) worker.post({ memory, module, number, passes });
    setMemory(this.#control, number);
  }

  /** Takes the memory from the workers, so that nobody else holds it. */
  detach(): void {
    setMemory(this.#control, 0);
  }

  /**
   * Has the tiles from `from` to before `end` done; `work` does some of them in this thread.
   *
   * Errors: what `work` throws; Error when a worker failed or ended. Some tiles are done and others not then.
   */
  runTiles(from: number, end: number, work: (from: number, to: number) => void): void {
    const control = this.#control;
    openJob(control, from, end, Math.min(largestChunk, Math.ceil((end - from) / (4 * this.threads))));
    let isClosed = false;
    try {
      takeTiles(control, work);
    } finally {
      cancelJob(control);
      isClosed = closeJob(control, this.#patience);
      if (!isClosed) this.end();
    }
    if (!isClosed || Atomics.load(control, word.failures) > 0) {
      throw new Error(
        `run: expected ${this.#workers.length} worker threads to do their part, got the end of one of them; run it again, with fewer threads or more memory.`,
      );
    }
  }

  /** Ends all workers. */
  end(): void {
    this.#isWhole = false;
    for (const worker of this.#workers) worker.end();
  }
}
