import * as v from "valibot";
import {
  answerFileSchema,
  type ClassSet,
  type ExerciseSheet,
  gradeAnswers,
  type Mark,
} from "../../classroom/index.ts";
import { loadExercises } from "./load-exercises.ts";

/** What a worker is given: the text of one file and what it is marked by. */
export interface GradeTask {
  readonly set: ClassSet;
  readonly folder: string | undefined;
  readonly cwd: string;
  readonly text: string;
}

/** The marks of one file, or why it has none. */
export type GradedFile =
  | { readonly student: string; readonly marks: readonly Mark[] }
  | { readonly error: string };

const sheetsOf = new Map<string, ReadonlyMap<string, ExerciseSheet>>();

/** Marks one file of answers. Never throws: what is wrong with a file is its result. */
export default function gradeFile({ set, folder, cwd, text }: GradeTask): GradedFile {
  try {
    const parsed = v.safeParse(answerFileSchema, JSON.parse(text));
    if (!parsed.success) {
      const [issue] = parsed.issues;
      const where = v.getDotPath(issue);
      return { error: `Not a file of answers: ${issue.message}${where === null ? "" : ` at ${where}`}` };
    }
    const key = `${cwd}\n${folder ?? ""}`;
    const sheets = sheetsOf.get(key) ?? loadExercises(cwd, folder);
    sheetsOf.set(key, sheets);
    return { student: parsed.output.student, marks: gradeAnswers(set, sheets, parsed.output) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
