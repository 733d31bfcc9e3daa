import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/**
 * Writes a file so that it is there completely or not at all: into a neighbour first, which then takes its place.
 *
 * Errors: CliError (bad input) that names the file; what was there before stays.
 */
export function writeAtomically(path: string, text: string): void {
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
    throw new CliError(
      exitCode.badInput,
      `${path}: expected a file that can be written, got ${(error as Error).message}; choose another place.`,
      { cause: error },
    );
  }
}
