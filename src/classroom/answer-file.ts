import * as v from "valibot";

/** What one student hands in, as one JSON file. The single answers are looked at one by one, so that a bad one spoils no other. */
export const answerFileSchema = v.strictObject({
  schema: v.literal("kronket/answers/1"),
  student: v.pipe(v.string(), v.maxLength(100)),
  answers: v.record(v.pipe(v.string(), v.maxLength(100)), v.unknown()),
});

/** What one student hands in. */
export type AnswerFile = v.InferOutput<typeof answerFileSchema>;
