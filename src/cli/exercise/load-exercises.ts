import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type ExerciseSheet, parseExercise } from "../../classroom/index.ts";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";
import { packageFolder } from "../package-folder.ts";

/**
 * All exercises of a folder by their names, in the order of the names; without a folder those that come with kronket.
 *
 * Errors: CliError for a folder that cannot be read or has none; ParseError for an exercise that is not of its form.
 */
export function loadExercises(cwd: string, folder?: string): ReadonlyMap<string, ExerciseSheet> {
  const path = folder === undefined ? join(packageFolder(), "circuits", "exercises") : resolve(cwd, folder);
  const names = listed(folder ?? path, path).filter((name) => /^\d.*\.md$/.test(name));
  if (names.length === 0) throw bad(folder ?? path, "none", "name them NN-name.md");
  return new Map(
    names.sort().map((name) => {
      const id = basename(name, ".md");
      return [id, parseExercise(id, readFileSync(join(path, name), "utf8"))];
    }),
  );
}

/** The exercise of a name, or of its number alone. Errors: CliError (usage) for one that is not there. */
export function findExercise(sheets: ReadonlyMap<string, ExerciseSheet>, name: string): ExerciseSheet {
  const wanted = /^\d+$/.test(name) ? `${name.padStart(2, "0")}-` : undefined;
  for (const [id, sheet] of sheets) {
    if (id === name || (wanted !== undefined && id.startsWith(wanted))) return sheet;
  }
  throw new CliError(
    exitCode.usage,
    `exercise: expected the name or number of an exercise, got ${JSON.stringify(name)}; kronket exercise list shows them.`,
  );
}

function listed(name: string, path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    throw bad(name, (error as Error).message, "check the path");
  }
}

function bad(name: string, got: string, remedy: string): CliError {
  return new CliError(exitCode.badInput, `${name}: expected a folder with exercises, got ${got}; ${remedy}.`);
}
