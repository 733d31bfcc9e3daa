import { settingText } from "./setting.ts";
import type { StudyPoint } from "./study-plan.ts";

/**
 * A point as one line of text that is the same wherever and whenever the same run is meant: its hash names the point in
 * stored results and queues.
 */
export function pointText({ family, revision, setting, method, seed }: StudyPoint): string {
  return JSON.stringify([family, revision, method, seed, settingText(setting)]);
}
