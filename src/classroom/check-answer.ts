import { type Answer, answerKind } from "./answer.ts";
import type { Check } from "./check-schema.ts";
import type { AnyChecker } from "./checker.ts";
import { actsLike } from "./checks/acts-like.ts";
import { carries } from "./checks/carries.ts";
import { choice } from "./checks/choice.ts";
import { finds } from "./checks/finds.ts";
import { instance } from "./checks/instance.ts";
import { law } from "./checks/law.ts";
import { number } from "./checks/number.ts";
import { prepares } from "./checks/prepares.ts";
import type { Exercise } from "./exercise.ts";

/** What came of an answer. */
export interface Verdict {
  readonly passed: boolean;
  /** Why, in one or two sentences for the one who gave the answer. */
  readonly reason: string;
  /** A case that shows it, where the answer is wrong. */
  readonly counterexample: string | null;
  /** The mistake that the answer makes, where it is a known one. */
  readonly mistake: { readonly title: string; readonly explanation: string } | null;
}

const checkers: Readonly<Record<Check["kind"], unknown>> = {
  "acts like": actsLike,
  prepares,
  law,
  finds,
  carries,
  number,
  choice,
  instance,
};

/** What an answer does, or why that cannot be said. */
type Observed = { readonly seen: unknown } | { readonly error: string };

/**
 * Marks an answer by what it does.
 *
 * A circuit is simulated exactly, on every input or for everything that a given gate may turn out to be; a number is
 * compared; an instance is run and its queries counted. Never throws for a wrong answer: the verdict says what is wrong,
 * with a counterexample, and the explanation where a known mistake does the same.
 *
 * @example checkAnswer(exercise, { circuit: "qubit[2] q; h q[0]; cx q[0], q[1];" }).passed
 */
export function checkAnswer(exercise: Exercise, answer: Answer): Verdict {
  const { check, mistakes } = exercise;
  const checker = checkers[check.kind] as AnyChecker;
  const kind = answerKind(answer);
  if (kind !== checker.answer) {
    return failed(`expected an answer of kind ${checker.answer}, got ${kind}; give that kind.`);
  }
  const observed = observe(checker, answer, check);
  const { right, wrong } = seenOf(exercise, checker);
  const known = () => {
    const made = wrong.findIndex((mistake) => alike(checker, observed, mistake, check));
    if (made < 0) return null;
    const { title, explanation } = mistakes[made];
    return { title, explanation };
  };
  if ("error" in observed) return { ...failed(observed.error), mistake: known() };
  const difference = checker.difference(observed.seen, right, check as never);
  if (difference === null) {
    return { passed: true, reason: "Right.", counterexample: null, mistake: null };
  }
  return {
    passed: false,
    reason: difference.reason,
    counterexample: difference.counterexample ?? null,
    mistake: known(),
  };
}

/** What the solution and the known mistakes of an exercise do. */
interface SeenOfExercise {
  readonly right: unknown;
  readonly wrong: readonly Observed[];
}

/** Each exercise is looked at once; its answers are many. */
const looked = new WeakMap<Exercise, SeenOfExercise>();

function seenOf(exercise: Exercise, checker: AnyChecker): SeenOfExercise {
  const known = looked.get(exercise);
  if (known !== undefined) return known;
  const { check, solution, mistakes } = exercise;
  const seen = {
    right: checker.observe(solution, check as never),
    wrong: mistakes.map(({ answer }) => observe(checker, answer, check)),
  };
  looked.set(exercise, seen);
  return seen;
}

function observe(checker: AnyChecker, answer: Answer, check: Check): Observed {
  try {
    return { seen: checker.observe(answer, check as never) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether two answers do the same; two that cannot be run are alike where they fail for the same cause. */
function alike(checker: AnyChecker, one: Observed, other: Observed, check: Check): boolean {
  if ("error" in one || "error" in other) {
    return "error" in one && "error" in other && cause(one.error) === cause(other.error);
  }
  return checker.alike(one.seen, other.seen, check as never);
}

/** The code of an error of OpenQASM; any other message as it is, without numbers. */
function cause(message: string): string {
  return /\[(Q\d+)\]/.exec(message)?.[1] ?? message.replaceAll(/\d+/g, "#");
}

function failed(reason: string): Verdict {
  return { passed: false, reason, counterexample: null, mistake: null };
}
