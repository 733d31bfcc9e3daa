import type { ParameterValue } from "../../applications/system.ts";

/**
 * A study as a person writes it: a family, a setting to start from, what is varied from there, methods and seeds.
 *
 * One point is run for each combination of a setting, a method and a seed. Each sweep varies one parameter and keeps
 * the others at `base`; without sweeps only `base` is run.
 */
export interface StudySpec {
  readonly family: string;
  readonly title?: string;
  /** Parameters that are not the defaults of the family. */
  readonly base?: Readonly<Record<string, ParameterValue>>;
  readonly sweeps?: readonly StudySweep[];
  /** Names of methods; all of the family when left out. */
  readonly methods?: readonly string[];
  readonly seeds: readonly number[];
  /** Prices of one quantum query in classical ones that crossovers are computed at. Default 1, 10, 100, 1000. */
  readonly prices?: readonly number[];
  /** Confidence of bands and intervals. Default 0.9. */
  readonly confidence?: number;
}

/** One parameter over some values. */
export interface StudySweep {
  readonly vary: string;
  readonly values: readonly number[];
  /** Parameters that have other values than in `base` during this sweep. */
  readonly with?: Readonly<Record<string, ParameterValue>>;
  /** Methods of this sweep, where they are not those of the study. */
  readonly methods?: readonly string[];
  /** Values from here on count for the fitted exponent; all when left out. */
  readonly fitFrom?: number;
}
