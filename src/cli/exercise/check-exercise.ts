import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import * as v from "valibot";
import { type Answer, answerSchema, checkAnswer, type Exercise, pickVersion } from "../../classroom/index.ts";
import { CliError } from "../cli-error.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import { requireReadable } from "../input/require-readable.ts";
import type { Seed } from "../options/parse-value.ts";
import { publish } from "../output/publish.ts";
import type { Session } from "../session.ts";
import type { ExerciseFlags } from "./list-exercises.ts";
import { findExercise, loadExercises } from "./load-exercises.ts";

/** The flags of `kronket exercise check`. */
export interface CheckFlags extends ExerciseFlags {
  readonly seed: Seed;
  readonly answer?: string;
}

/** The longest text of one answer. */
export const longestAnswer = 100_000;

/** Runs `kronket exercise check`: a file with a circuit, or a short answer on the command line. Exit code 5 for a wrong one. */
export async function checkExercise(
  name: string,
  file: string | undefined,
  flags: CheckFlags,
  session: Session,
): Promise<void> {
  session.use(flags);
  const exercise = pickVersion(findExercise(loadExercises(session.io.cwd, flags.folder), name), flags.seed);
  if ((file === undefined) === (flags.answer === undefined)) {
    throw new CliError(
      exitCode.usage,
      `check: expected a file with a circuit or --answer with a short answer, got ${file === undefined ? "neither" : "both"}; give one of them.`,
    );
  }
  const answer =
    file === undefined ? shortAnswer(exercise, flags.answer!) : { circuit: await circuitOf(file, session) };
  const verdict = checkAnswer(exercise, answer);
  if (!verdict.passed) session.exitCode = exitCode.notMet;
  const { id, version, explanation } = exercise;
  const document = {
    schema: "kronket/verdict/1",
    kronket: session.version,
    exercise: id,
    version,
    ...verdict,
    ...(verdict.passed && { explanation }),
  };
  await publish(session, flags, jsonText(document), async () => {
    const { passed, reason, counterexample, mistake } = verdict;
    const parts = passed ? [reason, explanation] : [reason, counterexample, mistake?.explanation];
    return parts.filter((part) => part != null).join("\n");
  });
}

async function circuitOf(file: string, { io }: Session): Promise<string> {
  if (file === "-") return new TextDecoder().decode(await io.readStdin());
  const path = resolve(io.cwd, file);
  await requireReadable(file, path);
  const { size } = await stat(path);
  if (size > longestAnswer) {
    throw new CliError(
      exitCode.limit,
      `${file}: expected at most ${longestAnswer} bytes, got ${size}; an answer is short.`,
    );
  }
  return readFile(path, "utf8");
}

/** A number, a letter, or JSON, as the exercise asks for. */
function shortAnswer({ check }: Exercise, text: string): Answer {
  if (check.kind === "choice") return { choice: text };
  if (check.kind === "number" && text.trim() !== "" && Number.isFinite(Number(text))) {
    return { number: Number(text) };
  }
  const parsed = v.safeParse(answerSchema, jsonOf(text));
  if (parsed.success) return parsed.output;
  throw new CliError(
    exitCode.usage,
    `--answer: expected ${check.kind === "number" ? "a number" : 'an answer such as {"instance": {"items": 64}}'}, got ${text}; correct it.`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
