import type { Setting } from "./setting.ts";
import type { StudyFamily, StudyMethod } from "./study-family.ts";

/** One run of a study: a method on the instance of a setting and a seed. */
export interface StudyPoint {
  readonly family: string;
  readonly revision: number;
  readonly setting: Setting;
  readonly method: string;
  readonly seed: number;
}

/** A sweep with everything filled in: settings that differ in one parameter. */
export interface PlannedSweep {
  readonly vary: string;
  /** Ascending. */
  readonly values: readonly number[];
  /** One per value. */
  readonly settings: readonly Setting[];
  /** The parameters that are the same throughout. */
  readonly fixed: Setting;
  readonly methods: readonly StudyMethod[];
  readonly fitFrom: number;
}

/** A study that has been checked, as the list of points that it runs. */
export interface StudyPlan {
  readonly family: StudyFamily;
  readonly title: string;
  readonly base: Setting;
  readonly sweeps: readonly PlannedSweep[];
  readonly methods: readonly StudyMethod[];
  readonly seeds: readonly number[];
  readonly prices: readonly number[];
  readonly confidence: number;
  /** Each different point once, in the order of the results. */
  readonly points: readonly StudyPoint[];
}
