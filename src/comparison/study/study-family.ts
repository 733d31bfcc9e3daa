import type { AnyParameter } from "../../applications/system.ts";
import type { Work } from "../../applications/work-count.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import type { CostModel } from "./cost-model.ts";
import type { Measure } from "./measure.ts";
import type { Setting } from "./setting.ts";
import type { StudySpec } from "./study-spec.ts";

/**
 * A family of problems that methods are compared on. A plain record: a new study of anything is one such record and one
 * line in `families.ts`.
 */
export interface StudyFamily {
  /** As study files call it, for example `kronecker-sketch`. */
  readonly name: string;
  readonly title: string;
  /** One or two sentences: what is asked for, and when it is met. */
  readonly summary: string;
  /** Raised when the results of a seed change, so that stored results of before are not mixed with new ones. */
  readonly revision: number;
  readonly parameters: Readonly<Record<string, StudyParameter>>;
  /** What is counted and compared. Counts of other kinds are kept in the results and never added to these. */
  readonly unit: Measure;
  /** What `MethodOutcome.error` is, in words, or null where there is none. */
  readonly errorName: string | null;
  /** What a certificate is the range of, in words and short; eigenvalues of a sketch relative to the matrix when left out. */
  readonly certified?: { readonly long: string; readonly short: string };
  readonly methods: readonly StudyMethod[];
  /** What holds for all methods, one sentence each: the model of queries, what is not counted. */
  readonly assumptions: readonly string[];
  /**
   * Refuses settings whose parameters fit each by itself and not together, and sizes that do not fit in memory, before
   * anything is allocated. Errors: RangeError `name: expected …, got …; remedy`, or LimitError.
   */
  require(setting: Setting, methods: readonly string[]): void;
  /** What a conclusion must say of these settings beside the counts, one sentence or two each: limits, and what has no twin. */
  remarks?(settings: readonly Setting[]): readonly string[];
  /** The study that is run when none is given. */
  readonly defaultStudy: StudySpec;
}

/** A parameter of a family, and how an axis shows it. */
export type StudyParameter = AnyParameter & {
  /** As figures write it, for example `n` or `ε`. */
  readonly symbol: string;
  /** Drawn against 1/value, as accuracies are. */
  readonly inverse?: boolean;
};

/** One way to solve the problems of a family. */
export interface StudyMethod {
  /** As study files call it. */
  readonly name: string;
  readonly title: string;
  readonly side: "quantum" | "classical";
  /** Whether the answer is guaranteed. Crossovers are drawn between guaranteed methods only. */
  readonly guaranteed: boolean;
  /** The paper and theorem. */
  readonly source: string;
  /** What it assumes beyond the assumptions of the family, one sentence each. */
  readonly assumptions: readonly string[];
  /** The same cost as formulas, where there are some. */
  readonly costs: readonly CostModel[];
  /**
   * Runs one instance. `random.split("instance")` belongs to the instance, so that all methods get the same one from one
   * seed; a method draws its own numbers from other splits.
   */
  run(setting: Setting, random: RandomStream): Task<MethodOutcome>;
  /** What a run is expected to ask, known before it. */
  predict(setting: Setting): readonly LedgerEntry[];
  /** The operations and words that a run takes, known before it, in families that compare these. */
  predictWork?(setting: Setting): Work;
  /** A proven limit on what a run asks, with label `upper-bound`; absent where none is known. */
  limit?(setting: Setting): readonly LedgerEntry[];
}

/** What one run came to: plain JSON without times, the same for the same seed on every machine. */
export interface MethodOutcome {
  /** What was counted. */
  readonly ledger: readonly LedgerEntry[];
  readonly certificate: StudyCertificate | null;
  /** The error of the answer in the sense of the family; null where it is not known. */
  readonly error: number | null;
  /** Size of the answer, where that means something. */
  readonly size?: number;
  /** Operations and memory where they were counted; never compared with queries. */
  readonly work?: Work;
}

/** The true spectral range of an answer beside the one that was asked for. */
export interface StudyCertificate {
  readonly lower: number;
  readonly upper: number;
  readonly epsilon: number;
  readonly holds: boolean;
}
