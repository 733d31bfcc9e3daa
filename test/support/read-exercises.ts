import { loadExercises } from "../../src/cli/exercise/load-exercises.ts";

/** All exercises that come with kronket, in all their versions. */
export const exercises = [...loadExercises(".").values()].flatMap((sheet) =>
  Array.from({ length: sheet.versions }, (_, k) => sheet.version(k)),
);

/** An exercise by the end of its name, in its first version. */
export function exerciseNamed(name: string) {
  const found = exercises.find(({ id, version }) => id.slice(3) === name && version === 0);
  if (found === undefined) throw new Error(`no exercise ${name}`);
  return found;
}
