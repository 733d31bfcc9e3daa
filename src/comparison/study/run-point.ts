import { seededRandom } from "../../random/seeded-random.ts";
import type { Task } from "../../task/task.ts";
import { studyFamilies } from "./families.ts";
import { mergeEntries } from "./merge-entries.ts";
import { settingText } from "./setting.ts";
import type { StudyFamily } from "./study-family.ts";
import type { StudyPoint } from "./study-plan.ts";
import type { StudyResult } from "./study-result.ts";

/**
 * Runs one point of a study.
 *
 * Its random numbers depend on family, setting and seed alone, so that points can be run anywhere and in any order; all
 * methods see the same instance.
 *
 * Errors: RangeError for a family, revision or method that this version does not have.
 */
export function* runPointTask(
  point: StudyPoint,
  families: readonly StudyFamily[] = studyFamilies,
): Task<StudyResult> {
  const { family: name, revision, setting, method: methodName, seed } = point;
  const family = families.find((known) => known.name === name && known.revision === revision);
  const method = family?.methods.find((known) => known.name === methodName);
  if (method === undefined) {
    throw new RangeError(
      `study: expected a method of a known family, got ${methodName} of ${name}, revision ${revision}; run the version of kronket that planned the study.`,
    );
  }
  const random = seededRandom(seed).split(`study ${name} ${settingText(setting)}`);
  const outcome = yield* method.run(setting, random);
  const predictedWork = method.predictWork?.(setting);
  return {
    family: name,
    revision,
    setting,
    method: methodName,
    seed,
    ...outcome,
    ledger: mergeEntries(outcome.ledger, "stages"),
    predicted: mergeEntries(method.predict(setting), "oracles"),
    ...(predictedWork === undefined ? {} : { predictedWork }),
    limit: mergeEntries(method.limit?.(setting) ?? [], "oracles"),
  };
}
