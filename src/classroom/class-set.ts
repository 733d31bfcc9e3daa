import * as v from "valibot";

const name = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,99}$/u));
const seed = v.union([
  v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  v.pipe(v.string(), v.minLength(1)),
]);

/** A set of exercises for a class, as one JSON file. */
export const classSetSchema = v.strictObject({
  schema: v.literal("kronket/class-set/1"),
  title: v.string(),
  /** When answers are due, in words for the students. */
  deadline: v.exactOptional(v.string()),
  exercises: v.pipe(
    v.array(
      v.strictObject({
        id: v.string(),
        points: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
      }),
    ),
    v.minLength(1),
  ),
  /** Each student's seed: it decides which version of every exercise is theirs. */
  students: v.pipe(
    v.array(v.strictObject({ name, seed })),
    v.minLength(1),
    v.check(
      (students) => new Set(students.map((student) => student.name)).size === students.length,
      "students with different names",
    ),
  ),
  /** The only gates that circuits may use (default: as the exercises say). */
  allowedGates: v.exactOptional(v.array(v.string())),
});

/** A set of exercises for a class. */
export type ClassSet = v.InferOutput<typeof classSetSchema>;
