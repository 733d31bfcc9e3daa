import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";
import type { ColumnChoice, ColumnList } from "../options/parse-value.ts";

/**
 * The columns to keep of each of `count` files: its own choice, else the one for all, else null for every column.
 *
 * Errors: CliError (usage) for a choice that names a file that is not there.
 *
 * @example columnsOfFactors([{ factor: 2, columns: ["x"] }], 2) // [null, ["x"]]
 */
export function columnsOfFactors(
  choices: readonly ColumnChoice[],
  count: number,
): readonly (ColumnList | null)[] {
  const beyond = choices.find(({ factor }) => factor !== null && factor > count);
  if (beyond !== undefined) {
    throw new CliError(
      exitCode.usage,
      `--columns: expected a file from 1 to ${count}, got ${beyond.factor}; files are counted in the order of the command.`,
    );
  }
  return Array.from({ length: count }, (_, k) => {
    const own =
      choices.find(({ factor }) => factor === k + 1) ?? choices.find(({ factor }) => factor === null);
    return own?.columns ?? null;
  });
}
