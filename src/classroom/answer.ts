import * as v from "valibot";

/** An answer to an exercise: plain data, never a program of the host. */
export const answerSchema = v.union([
  v.strictObject({ circuit: v.pipe(v.string(), v.maxLength(100_000)) }),
  v.strictObject({ number: v.pipe(v.number(), v.finite()) }),
  v.strictObject({ choice: v.pipe(v.string(), v.maxLength(100)) }),
  v.strictObject({
    instance: v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.number(), v.finite())),
  }),
]);

/** OpenQASM text, a number, the letter of an option, or the parameters of a problem. */
export type Answer = v.InferOutput<typeof answerSchema>;

/** What kind an answer is of: its only key. */
export type AnswerKind = "circuit" | "number" | "choice" | "instance";

/** The kind of an answer. */
export function answerKind(answer: Answer): AnswerKind {
  return Object.keys(answer)[0] as AnswerKind;
}
