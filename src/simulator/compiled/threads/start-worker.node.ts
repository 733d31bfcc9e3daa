/** A thread that runs beside this one. */
export interface Thread {
  post(message: unknown): void;
  /** Calls back once when the thread has ended, whatever the reason. */
  onEnd(call: () => void): void;
  end(): void;
}

/** What of Node's worker is used; named here because the types of Node are not those of browsers. */
interface NodeWorker {
  postMessage(message: unknown): void;
  on(event: "exit" | "error", call: () => void): void;
  unref(): void;
  terminate(): unknown;
}

interface WorkerThreads {
  readonly Worker: new (
    program: string,
    options: { eval: true; workerData: unknown; stdin: boolean; name: string },
  ) => NodeWorker;
}

/**
 * Starts a thread on a program text, or returns undefined outside of Node.
 *
 * It does not keep the process alive. Errors: as Node's, where no thread can be started.
 */
export function startThread(program: string, data: unknown): Thread | undefined {
  const host = (globalThis as { process?: { getBuiltinModule?(name: string): unknown } }).process;
  const threads = host?.getBuiltinModule?.("node:worker_threads") as WorkerThreads | undefined;
  if (threads === undefined) return undefined;
  const worker = new threads.Worker(program, {
    eval: true,
    workerData: data,
    stdin: false,
    name: "kronket",
  });
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    onEnd: (call) => {
      worker.on("exit", call);
      // An error without a listener would end the process.
      worker.on("error", call);
    },
    end: () => worker.terminate(),
  };
}
