import InlineWorker from "./worker.ts?worker&inline";

/** Starts the worker from a text inside the page: takes the place of `start-worker.ts` in the page that is one file. */
export function startWorker(): Worker {
  return new InlineWorker();
}
