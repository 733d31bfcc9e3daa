import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/**
 * Checks that a file can be written later on, before long work begins.
 *
 * Errors: CliError (bad input) that names the file.
 */
export async function requireWritable(name: string, path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw bad(name, "a folder");
  if (there !== undefined) {
    await access(path, constants.W_OK).catch(() => {
      throw bad(name, "one that is write-protected");
    });
    // A device or a pipe is written into; nothing is put beside it.
    if (!there.isFile()) return;
  }
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw bad(name, "one in a folder that is not there");
  await access(dirname(path), constants.W_OK).catch(() => {
    throw bad(name, "one in a folder that cannot be written to");
  });
}

function bad(name: string, got: string): CliError {
  return new CliError(
    exitCode.badInput,
    `${name}: expected a file that can be written (--out), got ${got}; choose another place.`,
  );
}
