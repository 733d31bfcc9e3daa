import { access, constants, stat } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/**
 * Checks that a file is there, is a file, can be read and is not empty, before anything is read.
 *
 * Errors: CliError (bad input) that names the file.
 */
export async function requireReadable(name: string, path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw unreadable(name, found);
  if (found.isDirectory()) throw bad(name, "a folder", "name a file in it");
  if (found.isFile() && found.size === 0)
    throw bad(name, "an empty file", "check that it was written completely");
  await access(path, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(name, error);
  });
}

function unreadable(name: string, error: NodeJS.ErrnoException): CliError {
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return bad(name, "no such file", "check the path");
    case "EACCES":
    case "EPERM":
      return bad(name, "one without permission to read it", "change its permissions");
    default:
      return bad(name, error.message, "check the path");
  }
}

function bad(name: string, got: string, remedy: string): CliError {
  return new CliError(exitCode.badInput, `${name}: expected a readable file, got ${got}; ${remedy}.`);
}
