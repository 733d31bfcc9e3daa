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
  writeFileSync,
  writeSync,
} from "node:fs";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/**
 * Writes a file so that it is there completely or not at all: into a neighbour first, which then takes its place.
 *
 * A symbolic link stays, and the file that it names is written. What is no regular file, such as /dev/stdout or a
 * pipe, is written into and never replaced.
 *
 * Errors: CliError (bad input) that names the file; what was there before stays.
 */
export function writeAtomically(path: string, text: string): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isFile()) replace(realpathSync(path), text);
    else if (lstatSync(path, { throwIfNoEntry: false }) === undefined) replace(path, text);
    else writeFileSync(path, text);
  } catch (error) {
    throw new CliError(
      exitCode.badInput,
      `${path}: expected a file that can be written, got ${(error as Error).message}; choose another place.`,
      { cause: error },
    );
  }
}

function replace(path: string, text: string): void {
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    const file = openSync(temporary, "wx");
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
