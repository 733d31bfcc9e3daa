import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/**
 * A file that is written piece by piece and is there completely or not at all: a neighbour is written, which takes its place at the end.
 *
 * A symbolic link stays, and the file that it names is written. What is no regular file, such as /dev/stdout or a pipe, is written into
 * and never replaced.
 *
 * Errors: CliError (bad input) that names the file; what was there before stays.
 */
export class AtomicFile {
  readonly #path: string;
  readonly #file: number;
  /** The neighbour and the place that it is to take; undefined where the place itself is written into. */
  readonly #replaces: { readonly temporary: string; readonly target: string } | undefined;

  constructor(path: string) {
    this.#path = path;
    [this.#file, this.#replaces] = this.#attempt(() => {
      const there = statSync(path, { throwIfNoEntry: false });
      const isFile = there?.isFile() === true;
      if (!isFile && lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
        return [openSync(path, "w"), undefined] as const;
      }
      const target = isFile ? realpathSync(path) : path;
      const temporary = `${target}.${randomBytes(4).toString("hex")}.tmp`;
      return [openSync(temporary, "wx"), { temporary, target }] as const;
    });
  }

  /** Adds text. */
  write(text: string): void {
    const bytes = Buffer.from(text);
    this.#attempt(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    });
  }

  /** Puts the file in its place; nothing more can be written. */
  commit(): void {
    this.#attempt(() => {
      if (this.#replaces !== undefined) fsyncSync(this.#file);
      closeSync(this.#file);
      if (this.#replaces !== undefined) renameSync(this.#replaces.temporary, this.#replaces.target);
    });
  }

  /** Forgets what was written. */
  discard(): void {
    try {
      closeSync(this.#file);
    } catch {
      // It was closed before the error that led here.
    }
    if (this.#replaces !== undefined) rmSync(this.#replaces.temporary, { force: true });
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw new CliError(
        exitCode.badInput,
        `${this.#path}: expected a file that can be written, got ${(error as Error).message}; choose another place.`,
        { cause: error },
      );
    }
  }
}
