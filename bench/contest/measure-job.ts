import type { Contender, Job, Outcome } from "./contender.ts";

/** How a contender did in a job. */
export interface Score {
  readonly contender: Contender;
  /** Seconds of its runs, in order; empty where it failed. */
  readonly seconds: readonly number[];
  /** Why there are none. */
  readonly failure?: string;
}

/** How jobs are measured. */
export interface MeasureOptions {
  /** Runs of each program; of its variants, only the one that was fastest in the first round goes on. */
  readonly rounds: number;
  /** Called for what a person should know at once. */
  readonly note: (text: string) => void;
}

/** The largest difference of checksums, for double and single precision. */
const tolerance = { 16: 1e-9, 8: 1e-3 } as const;

/**
 * Runs a job by all contenders in turn, round after round, so that a disturbance of the machine meets all of them.
 *
 * A round before the first is not timed; its final states are compared. A state that differs from that of most
 * others is a failure.
 */
export async function measureJob(
  job: Job,
  contenders: readonly Contender[],
  { rounds, note }: MeasureOptions,
): Promise<Score[]> {
  const runs = contenders.map((contender) => ({ contender, seconds: [] as number[], failure: "" }));
  const attempt = async (run: (typeof runs)[number], check: boolean): Promise<Outcome | undefined> => {
    try {
      return await run.contender.measure(job, check);
    } catch (error) {
      run.failure = (error as Error).message;
      note(`${label(run.contender)}: ${run.failure}`);
      return undefined;
    }
  };
  const checks: { run: (typeof runs)[number]; value: number }[] = [];
  for (const run of runs) {
    const state = (await attempt(run, true))?.state;
    if (state !== undefined) checks.push({ run, value: state.checksum / Math.sqrt(state.norm) });
  }
  const expected = median(checks.map(({ value }) => value));
  for (const { run, value } of checks) {
    if (Math.abs(value - expected) <= tolerance[run.contender.bytesPerAmplitude]) continue;
    run.failure = `another state: checksum ${value} in place of ${expected}`;
    note(`${label(run.contender)}: ${run.failure}`);
  }
  for (let round = 0; round < rounds; round++) {
    for (const run of runs) {
      if (run.failure !== "" || (round > 0 && !isBestVariant(run, runs))) continue;
      const outcome = await attempt(run, false);
      if (outcome !== undefined) run.seconds.push(outcome.seconds);
    }
  }
  return runs.map(({ failure, ...score }) => (failure === "" ? score : { ...score, seconds: [], failure }));
}

/** Whether no other variant of the program was faster in the first round. */
function isBestVariant(run: Score, runs: readonly Score[]): boolean {
  const { name } = run.contender;
  return runs.every(({ contender, seconds }) => contender.name !== name || !(seconds[0] < run.seconds[0]));
}

/** The middle value, the lower one of two; NaN of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN;
}

function label({ name, variant, threads }: Contender): string {
  return `${name} ${variant}, ${threads} thread${threads === 1 ? "" : "s"}`;
}
