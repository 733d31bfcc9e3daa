import { type Answer, type Exercise, givenFile, givenText, pickVersion } from "../../classroom/index.ts";
import { CliError } from "../cli-error.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import type { Seed } from "../options/parse-value.ts";
import { publish } from "../output/publish.ts";
import type { Session } from "../session.ts";
import type { ExerciseFlags } from "./list-exercises.ts";
import { findExercise, loadExercises } from "./load-exercises.ts";

/** The flags of `kronket exercise show`. */
export interface ShowFlags extends ExerciseFlags {
  readonly seed: Seed;
  readonly hints?: number;
  readonly solution?: boolean;
}

/** Runs `kronket exercise show`: the statement and the starter; hints and the solution only where asked for. */
export async function showExercise(name: string, flags: ShowFlags, session: Session): Promise<void> {
  session.use(flags);
  const exercise = pickVersion(findExercise(loadExercises(session.io.cwd, flags.folder), name), flags.seed);
  const { id, title, level, lesson, version, statement, starter, check, hints } = exercise;
  const shown = flags.hints ?? 0;
  if (shown > hints.length) {
    throw new CliError(
      exitCode.usage,
      `--hints: expected at most ${hints.length}, got ${shown}; this exercise has no more.`,
    );
  }
  const document = {
    schema: "kronket/exercise/1",
    kronket: session.version,
    id,
    title,
    level,
    lesson,
    version,
    statement,
    starter,
    ...("options" in check && { options: check.options }),
    ...("given" in check && check.given !== undefined && { given: givenText(check.given, 0) }),
    hints: hints.slice(0, shown),
    ...(flags.solution === true && { solution: exercise.solution, explanation: exercise.explanation }),
  };
  await publish(session, flags, jsonText(document), async () =>
    report(exercise, shown, flags.solution === true),
  );
}

function report(exercise: Exercise, shown: number, withSolution: boolean): string {
  const { id, title, statement, starter, check, hints, solution, explanation } = exercise;
  const parts = [`${title}  (${id})`, statement];
  if ("options" in check) {
    parts.push(
      Object.entries(check.options)
        .map(([letter, text]) => `  ${letter}  ${text}`)
        .join("\n"),
    );
  }
  if ("given" in check && check.given !== undefined) {
    parts.push(`${givenFile}, for instance:\n${indented(givenText(check.given, 0).trim())}`);
  }
  if ("circuit" in starter) parts.push(`To start from:\n${indented(text(starter))}`);
  hints.slice(0, shown).forEach((hint, k) => {
    parts.push(`Hint ${k + 1}: ${hint}`);
  });
  if (withSolution) parts.push(`Solution:\n${indented(text(solution))}`, explanation);
  else if (shown < hints.length) parts.push(`Hints: --hints 1 to --hints ${hints.length}.`);
  return parts.join("\n\n");
}

function text(answer: Answer): string {
  return "circuit" in answer ? answer.circuit.trim() : JSON.stringify(answer);
}

function indented(lines: string): string {
  return lines.replaceAll(/^/gm, "  ");
}
