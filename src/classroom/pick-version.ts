import { seededRandom } from "../index.ts";
import type { Exercise, ExerciseSheet } from "./exercise.ts";

/**
 * The version of an exercise that belongs to a seed: uniform over the versions, and of its own for every exercise.
 *
 * @example pickVersion(sheet, "anna").statement
 */
export function pickVersion(sheet: ExerciseSheet, seed: number | string): Exercise {
  const random = seededRandom(`${seed}`).split(sheet.id);
  return sheet.version(random.integer(sheet.versions));
}
