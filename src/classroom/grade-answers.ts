import * as v from "valibot";
import { answerSchema } from "./answer.ts";
import type { AnswerFile } from "./answer-file.ts";
import { checkAnswer } from "./check-answer.ts";
import type { Check } from "./check-schema.ts";
import type { ClassSet } from "./class-set.ts";
import type { Exercise, ExerciseSheet } from "./exercise.ts";
import { pickVersion } from "./pick-version.ts";

/** The mark of one exercise of one student. */
export interface Mark {
  readonly exercise: string;
  readonly version: number;
  readonly passed: boolean;
  readonly points: number;
  readonly of: number;
  /** Why the mark was given. */
  readonly why: string;
}

/**
 * Marks what one student handed in: one mark an exercise of the set, in its order.
 *
 * Errors: RangeError for a student or an exercise that is not known. Whatever is wrong with a single answer becomes its
 * mark.
 *
 * @example gradeAnswers(set, sheets, file).map(({ passed }) => passed)
 */
export function gradeAnswers(
  set: ClassSet,
  sheets: ReadonlyMap<string, ExerciseSheet>,
  file: AnswerFile,
): readonly Mark[] {
  const student = set.students.find(({ name }) => name === file.student);
  if (student === undefined) {
    throw new RangeError(
      `student: expected one of the ${set.students.length} names of the set, got ${JSON.stringify(file.student)}; correct the name.`,
    );
  }
  return set.exercises.map(({ id, points = 1 }) => {
    const sheet = sheets.get(id);
    if (sheet === undefined) {
      throw new RangeError(
        `exercise: expected one that is there, got ${JSON.stringify(id)}; see kronket exercise list.`,
      );
    }
    const exercise = restricted(pickVersion(sheet, student.seed), set.allowedGates);
    const mark = (passed: boolean, why: string): Mark => ({
      exercise: id,
      version: exercise.version,
      passed,
      points: passed ? points : 0,
      of: points,
      why,
    });
    if (!Object.hasOwn(file.answers, id)) return mark(false, "No answer.");
    const answer = v.safeParse(answerSchema, file.answers[id]);
    if (!answer.success) {
      return mark(
        false,
        `Expected one of circuit, number, choice, instance in its form: ${answer.issues[0].message}`,
      );
    }
    const { passed, reason, counterexample, mistake } = checkAnswer(exercise, answer.output);
    const more = [counterexample, mistake?.explanation].filter((part) => part != null);
    return mark(passed, [reason, ...more].join(" "));
  });
}

/** The exercise with the gates of a set as the only ones, where it is about a circuit; gates that it gives stay allowed. */
function restricted(exercise: Exercise, allowed: readonly string[] | undefined): Exercise {
  const { check } = exercise;
  if (allowed === undefined || !isAboutCircuits(check)) return exercise;
  const own = check.limits?.allowed;
  const gates = own === undefined ? [...allowed] : own.filter((gate) => allowed.includes(gate));
  if (check.given !== undefined) gates.push(check.given.gate);
  return { ...exercise, check: { ...check, limits: { ...check.limits, allowed: gates } } };
}

function isAboutCircuits(check: Check): check is Exclude<Check, { kind: "number" | "choice" | "instance" }> {
  return check.kind !== "number" && check.kind !== "choice" && check.kind !== "instance";
}
