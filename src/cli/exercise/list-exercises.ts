import { jsonText } from "../documents/json-text.ts";
import type { OutputFlags } from "../options/output-options.ts";
import { publish } from "../output/publish.ts";
import type { Session } from "../session.ts";
import { loadExercises } from "./load-exercises.ts";

/** The flags that all of `kronket exercise` have. */
export interface ExerciseFlags extends OutputFlags {
  readonly folder?: string;
}

/** Runs `kronket exercise list`. */
export async function listExercises(flags: ExerciseFlags, session: Session): Promise<void> {
  session.use(flags);
  const exercises = [...loadExercises(session.io.cwd, flags.folder).values()].map((sheet) => {
    const { id, title, level, lesson, check } = sheet.version(0);
    return { id, title, level, lesson, check: check.kind, versions: sheet.versions };
  });
  const document = { schema: "kronket/exercises/1", version: session.version, exercises };
  await publish(session, flags, jsonText(document), async () => {
    const width = Math.max(...exercises.map(({ id }) => id.length));
    const lines = exercises.map(
      ({ id, title, level, lesson }) =>
        `${id.padEnd(width)}  ${"●".repeat(level).padEnd(3, "○")}  ${lesson.padEnd(12)}  ${title}`,
    );
    return [...lines, "", `${exercises.length} exercises. kronket exercise show NAME shows one.`].join("\n");
  });
}
