import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/**
 * Checks that a file can be written later on, before long work begins; `flag` is what named it.
 *
 * Errors: CliError (bad input) that names the file.
 */
export async function requireWritable(name: string, path: string, flag = "--out"): Promise<void> {
  const bad = (got: string) => refusal(name, flag, got);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw bad("a folder");
  if (there !== undefined) {
    await access(path, constants.W_OK).catch(() => {
      throw bad("one that is write-protected");
    });
    // A device or a pipe is written into; nothing is put beside it.
    if (!there.isFile()) return;
  }
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw bad("one in a folder that is not there");
  await access(dirname(path), constants.W_OK).catch(() => {
    throw bad("one in a folder that cannot be written to");
  });
}

function refusal(name: string, flag: string, got: string): CliError {
  return new CliError(
    exitCode.badInput,
    `${name}: expected a file that can be written (${flag}), got ${got}; choose another place.`,
  );
}
