import type pc from "picocolors";
import type { CliStream } from "../cli-io.ts";

/** How a progress bar is drawn. */
export interface ProgressBarOptions {
  /** Draws nothing when false. */
  readonly enabled: boolean;
  readonly colors: ReturnType<typeof pc.createColors>;
  /** The time in milliseconds; tests pass their own clock. */
  readonly now?: () => number;
}

const WIDTH = 24;
/** Least time in milliseconds between two drawings. */
const INTERVAL = 100;
/** The time left is shown once this much of the work, and this many milliseconds, have gone by. */
const TRUST = { fraction: 0.02, elapsed: 1000 };

/**
 * One line on a terminal: what is being done, how much of all is done, and how long the rest will take at this pace.
 *
 * Drawn at most ten times a second, and erased before anything else is written.
 */
export class ProgressBar {
  readonly #stream: CliStream;
  readonly #colors: ProgressBarOptions["colors"];
  readonly #now: () => number;
  #enabled: boolean;
  /** When the first part of the work was done, and how much it was: reading files before that says nothing of the pace. */
  #began: { readonly at: number; readonly fraction: number } | undefined;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #visible = false;

  constructor(stream: CliStream, { enabled, colors, now = () => performance.now() }: ProgressBarOptions) {
    this.#stream = stream;
    this.#colors = colors;
    this.#now = now;
    this.#enabled = enabled;
  }

  /** Draws nothing from now on. */
  disable(): void {
    this.clear();
    this.#enabled = false;
  }

  /** Shows a stage and the fraction (0 … 1) of the whole work that is done. */
  update(stage: string, fraction: number): void {
    if (!this.#enabled) return;
    const now = this.#now();
    if (fraction > 0) this.#began ??= { at: now, fraction };
    if (now - this.#drawnAt < INTERVAL) return;
    this.#drawnAt = now;
    const part = Math.min(1, Math.max(0, fraction));
    const full = Math.round(part * WIDTH);
    const percent = `${Math.floor(part * 100)} %`.padStart(5);
    const left = this.#left(now, part);
    const room = Math.max(20, (this.#stream.columns || 80) - 1);
    const head = stage.slice(0, Math.max(0, room - WIDTH - percent.length - left.length - 3));
    const bar = `${this.#colors.cyan("█".repeat(full))}${this.#colors.dim("░".repeat(WIDTH - full))}`;
    this.#stream.write(`\r\x1b[2K${head} ${bar} ${percent}${left}`);
    this.#visible = true;
  }

  /** Erases the line. */
  clear(): void {
    if (!this.#visible) return;
    this.#stream.write("\r\x1b[2K");
    this.#visible = false;
    this.#drawnAt = Number.NEGATIVE_INFINITY;
  }

  #left(now: number, part: number): string {
    if (this.#began === undefined || part >= 1) return "";
    const elapsed = now - this.#began.at;
    const gained = part - this.#began.fraction;
    if (gained < TRUST.fraction || elapsed < TRUST.elapsed) return "";
    return `  about ${roughly((elapsed * (1 - part)) / gained)} left`;
  }
}

/** A length of time as coarse as the estimate is. */
function roughly(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
