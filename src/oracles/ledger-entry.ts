/** Whether the data were read in superposition or as ordinary values. */
export type Access = "classical" | "quantum";

/** What one count stands for; a `kernel` is one evaluation of a kernel, a `gradient` one stochastic gradient. */
export type Unit = "row" | "entry" | "key" | "kernel" | "gradient" | "phase" | "preparation" | "lookup";

/** In which way the oracle was used; kept apart because hardware pays differently for them. */
export type Use = "read" | "check" | "forward" | "inverse" | "controlled";

/** How we know a count. Labels of different kinds are never added up. */
export type Label = "measured" | "exact" | "expected" | "upper-bound" | "asymptotic" | "unavailable";

/** One line of a bill. */
export interface LedgerEntry {
  /** The name of the oracle that was asked, for example `A1`. */
  readonly oracle: string;
  readonly access: Access;
  readonly unit: Unit;
  readonly use: Use;
  /** The part of the algorithm that asked, for example `halving level 3` or `certificate`. */
  readonly stage: string;
  /** How often. `null` when unavailable, never 0 for unknown. */
  readonly count: number | null;
  readonly label: Label;
  /** Which formula a predicted count comes from, with its source; or why it is unavailable. */
  readonly note?: string;
}
