import type { Answer } from "./answer.ts";
import type { Check } from "./check-schema.ts";

/** A wrong answer that many give, and what to tell them. */
export interface Mistake {
  readonly title: string;
  readonly answer: Answer;
  readonly explanation: string;
}

/** One exercise in one of its versions: everything a student, a marker and a teacher see of it. */
export interface Exercise {
  /** The name of its file without ending, as in `07-bell-pair`. */
  readonly id: string;
  readonly title: string;
  /** 1 first steps, 2 a lesson understood, 3 something to think about. */
  readonly level: 1 | 2 | 3;
  /** The lesson that it belongs to. */
  readonly lesson: string;
  /** Which version this is, from 0. */
  readonly version: number;
  readonly statement: string;
  readonly starter: Answer;
  readonly check: Check;
  readonly hints: readonly string[];
  readonly solution: Answer;
  readonly explanation: string;
  readonly mistakes: readonly Mistake[];
}

/** An exercise as it is written: one text in one or several versions. */
export interface ExerciseSheet {
  readonly id: string;
  /** As many as rows in the table of versions; 1 without a table. */
  readonly versions: number;
  /** The version k, from 0. */
  version(k: number): Exercise;
}
