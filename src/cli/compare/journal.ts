import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";
import type { FinishedPoint } from "./finished-point.ts";
import { pointKey } from "./point-key.ts";

const schema = "kronket/journal/1";

/** One line of a journal. */
interface JournalLine extends FinishedPoint {
  readonly key: string;
}

/**
 * The finished points of a study in a file that survives being killed at any moment: a first line that says what it is,
 * then one line a point, each written at once and synced.
 *
 * A line that was torn by a kill is cut off when the journal is opened again, and its point is run again; a line that
 * does not fit its own key is passed over. A point that is there twice counts once.
 */
export class Journal {
  readonly path: string;
  /** The points that are there, by their keys. */
  readonly finished = new Map<string, FinishedPoint>();
  /** Lines that were cut off or passed over when it was opened. */
  readonly damaged: number;
  readonly #file: number;

  /**
   * Opens a journal, or begins one.
   *
   * Errors: CliError (bad input) for a file that is something else, and where the file cannot be written; nothing in it
   * is changed then.
   */
  constructor(name: string, path: string) {
    this.path = path;
    const before = existsSync(path) ? readText(name, path) : "";
    const complete = before.lastIndexOf("\n") + 1;
    const [head, ...lines] = before.slice(0, complete).split("\n").slice(0, -1);
    // A kill during the first line leaves a beginning of it.
    const isTornHead = head === undefined && headLine.startsWith(before);
    if (head === undefined ? !isTornHead : !isHead(head)) throw notOurs(name, before);
    let damaged = before.length > complete ? 1 : 0;
    for (const line of lines) {
      const point = readLine(line);
      if (point === undefined) damaged++;
      else if (!this.finished.has(point.key)) {
        this.finished.set(point.key, { result: point.result, milliseconds: point.milliseconds });
      }
    }
    this.damaged = damaged;
    try {
      this.#file = openSync(path, "a");
      ftruncateSync(this.#file, Buffer.byteLength(before.slice(0, complete)));
      if (complete === 0) this.#write(headLine);
    } catch (error) {
      throw new CliError(
        exitCode.badInput,
        `${name}: expected a file that can be written, got ${(error as Error).message}; choose another place with --resume.`,
        { cause: error },
      );
    }
  }

  /** Adds a point that has been run. When this returns, the point survives the process. */
  add(key: string, { result, milliseconds }: FinishedPoint): void {
    this.finished.set(key, { result, milliseconds });
    this.#write(`${JSON.stringify({ key, milliseconds, result } satisfies JournalLine)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Removes the file: its results have been handed over. */
  discard(): void {
    rmSync(this.path, { force: true });
  }

  #write(text: string): void {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    fdatasyncSync(this.#file);
  }
}

const headLine = `${JSON.stringify({ schema })}\n`;

function isHead(line: string): boolean {
  return `${line}\n` === headLine;
}

function readText(name: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CliError(
      exitCode.badInput,
      `${name}: expected a journal of kronket compare, got ${(error as Error).message}; choose another place with --resume.`,
      { cause: error },
    );
  }
}

/** A line as a point, or undefined when it is damaged. */
function readLine(line: string): JournalLine | undefined {
  try {
    const point = JSON.parse(line) as JournalLine;
    return pointKey(point.result) === point.key && point.milliseconds >= 0 ? point : undefined;
  } catch {
    return undefined;
  }
}

function notOurs(name: string, text: string): CliError {
  const got = text.trimStart().startsWith("{") ? "another JSON file" : "another file";
  return new CliError(
    exitCode.badInput,
    `${name}: expected a journal of kronket compare, or no file yet, got ${got}; name the .partial file that the interrupted study has kept.`,
  );
}
