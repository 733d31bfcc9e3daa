import { CliError } from "../cli-error.ts";
import type { Input } from "../documents/document-head.ts";
import { exitCode } from "../exit-code.ts";

/** Checks that a second matrix, where there is one, has as many columns as the first. Errors: CliError (bad input). */
export function requireSameWidth([a, b]: readonly Pick<Input, "name" | "columns">[]): void {
  if (b === undefined || a.columns === b.columns) return;
  throw new CliError(
    exitCode.badInput,
    `${b.name}: expected ${a.columns} columns as in ${a.name}, got ${b.columns}; rows are scored against rows of the same length.`,
  );
}
