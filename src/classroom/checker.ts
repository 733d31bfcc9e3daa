import type { Answer, AnswerKind } from "./answer.ts";
import type { Check, CheckKind, CheckOf } from "./check-schema.ts";
import type { Difference } from "./difference.ts";

/**
 * How one kind of check looks at answers.
 *
 * An answer is observed once; what it does is then held against the solution, and against mistakes that are known.
 */
export interface Checker<K extends CheckKind, Seen> {
  /** The kind of answer it looks at. */
  readonly answer: AnswerKind;
  /** What an answer does. Throws an Error whose message is for the one who gave the answer. */
  observe(answer: Answer, check: CheckOf<K>): Seen;
  /** Where it departs from what was asked; null for a right answer. */
  difference(seen: Seen, right: Seen, check: CheckOf<K>): Difference | null;
  /** Whether two answers do the same, and so have the same mistake. */
  alike(one: Seen, other: Seen, check: CheckOf<K>): boolean;
}

/** A checker whose kinds have been forgotten. */
export type AnyChecker = Checker<Check["kind"], unknown>;
