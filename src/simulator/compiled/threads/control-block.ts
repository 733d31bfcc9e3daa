/**
 * The words that a team of threads shares, beside the memory that it works on.
 *
 * `state` holds the number of the job, times 256, and how many workers are in it. Odd jobs are open: workers may enter.
 * A worker that comes late finds the job closed, so nobody ever waits for one that is still starting, or is gone.
 */
export const word = {
  state: 0,
  /** The next tile that nobody took. */
  next: 1,
  /** The tile before which the job ends. */
  end: 2,
  /** How many tiles are taken at a time. */
  chunk: 3,
  /** The number of the memory that workers hold on to, 0 for none. */
  memory: 4,
  /** How many workers failed. */
  failures: 5,
} as const;

/** Bits of `state` that count workers. */
export const workerBits = 8;

/** Number of words. */
export const wordCount = 8;

/** Lets workers into a new job: the tiles from `from` to before `end`, `chunk` at a time. */
export function openJob(control: Int32Array, from: number, end: number, chunk: number): void {
  Atomics.store(control, word.next, from);
  Atomics.store(control, word.end, end);
  Atomics.store(control, word.chunk, chunk);
  Atomics.store(control, word.failures, 0);
  Atomics.add(control, word.state, 2 ** workerBits);
  Atomics.notify(control, word.state);
}

/** Takes tiles of the job and works on them until there are none left. */
export function takeTiles(control: Int32Array, work: (from: number, to: number) => void): void {
  const end = Atomics.load(control, word.end);
  const chunk = Atomics.load(control, word.chunk);
  for (;;) {
    const from = Atomics.add(control, word.next, chunk);
    if (from >= end) return;
    work(from, Math.min(from + chunk, end));
  }
}

/** Leaves no tile to take: workers are done with the job after what they work on now. */
export function cancelJob(control: Int32Array): void {
  Atomics.store(control, word.next, Atomics.load(control, word.end));
}

/**
 * Waits for the last worker to leave and closes the job. Returns false when a worker made no progress for `patience`
 * waits of 250 ms; a process that is suspended uses up one of them only.
 */
export function closeJob(control: Int32Array, patience: number): boolean {
  let left = patience;
  let progress = -1;
  for (;;) {
    const state = Atomics.load(control, word.state);
    if (state % 2 ** workerBits === 0) {
      // A worker may enter in this moment: then there is somebody to wait for.
      if (Atomics.compareExchange(control, word.state, state, state + 2 ** workerBits) !== state) continue;
      Atomics.notify(control, word.state);
      return true;
    }
    const outcome = Atomics.wait(control, word.state, state, 250);
    const next = Atomics.load(control, word.next);
    if (outcome !== "timed-out" || next !== progress) left = patience;
    else if (--left <= 0) return false;
    progress = next;
  }
}

/** Says which memory workers may hold on to; those that hold another drop it. Only between jobs. */
export function setMemory(control: Int32Array, memory: number): void {
  Atomics.store(control, word.memory, memory);
  // Two jobs further is closed too, and wakes everybody.
  Atomics.add(control, word.state, 2 * 2 ** workerBits);
  Atomics.notify(control, word.state);
}
