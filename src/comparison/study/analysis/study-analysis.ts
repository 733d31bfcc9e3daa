import type { QueryAccount } from "../../accounting/query-account.ts";
import type { Band } from "../../statistics/band.ts";
import type { Crossing } from "../../statistics/crossing.ts";
import type { CrossingBand } from "../../statistics/crossing-band.ts";
import type { PowerFitInterval } from "../../statistics/power-fit-interval.ts";
import type { Measure } from "../measure.ts";
import type { Setting } from "../setting.ts";
import type { Queries } from "./study-costs.ts";

/** What a study came to, as plain JSON. */
export interface StudyAnalysis {
  readonly unit: Measure;
  readonly confidence: number;
  readonly prices: readonly number[];
  readonly sweeps: readonly SweepAnalysis[];
  /** Predicted costs over two parameters at once; null for studies of fewer than two. */
  readonly map: CrossoverMap | null;
}

/** One sweep: every method over the values of one parameter. */
export interface SweepAnalysis {
  readonly vary: string;
  readonly symbol: string;
  /** Whether growth is meant in 1/value. */
  readonly inverse: boolean;
  readonly values: readonly number[];
  readonly fixed: Setting;
  readonly methods: readonly MethodSeries[];
  readonly duels: readonly Duel[];
  /** In studies without a quantum side: the first method against each other one. */
  readonly contests: readonly Contest[];
}

/** One method over the values of a sweep. */
export interface MethodSeries {
  readonly method: string;
  readonly title: string;
  readonly side: "quantum" | "classical";
  readonly guaranteed: boolean;
  readonly points: readonly SeriesPoint[];
  /** Growth of the counted queries of the method's own kind; null where there are fewer than two points to fit. */
  readonly fit: PowerFitInterval | null;
}

/** One method at one value, over all seeds. */
export interface SeriesPoint {
  readonly value: number;
  readonly quantum: Band;
  readonly classical: Band;
  /** Both kinds together at a price of 1. */
  readonly total: Band;
  readonly predicted: Queries;
  /** Proven limits; null where none is known. */
  readonly limit: Queries | null;
  readonly error: Band | null;
  /** Of how many runs the certificate holds, and how many have one. */
  readonly held: number;
  readonly certified: number;
}

/** A guaranteed quantum method against a guaranteed classical one along a sweep. */
export interface Duel {
  readonly quantum: string;
  readonly classical: string;
  /** Where the quantum method becomes cheaper, at each price of a quantum query. */
  readonly crossovers: readonly {
    readonly price: number;
    /** From the counts. */
    readonly counted: CrossingBand;
    /** From the predictions, on a fine grid over the same range; null where a method has none. */
    readonly predicted: Crossing | null;
  }[];
  /** At each value: the price at which both cost the same. */
  readonly breakEven: readonly BreakEven[];
  /** At each value and for each oracle, the six numbers. */
  readonly accounts: readonly {
    readonly value: number;
    readonly oracle: string;
    readonly account: QueryAccount;
  }[];
}

/** Two guaranteed classical methods along a sweep. */
export interface Contest {
  readonly first: string;
  readonly second: string;
  /** Where the first becomes cheaper, from the counts. */
  readonly counted: CrossingBand;
  /** From the predictions, on a fine grid over the same range; null where a method has none. */
  readonly predicted: Crossing | null;
}

/** The price of a quantum query at which two methods cost the same. */
export interface BreakEven {
  readonly value: number;
  /** Null where the quantum method asked nothing in superposition. */
  readonly price: Band | null;
  /**
   * Who is cheaper from the least to the greatest price of the study; `neither` where both asked the same, null where the
   * break-even price lies in between.
   */
  readonly throughout: "first" | "second" | "neither" | null;
}

/** Ratio of predicted costs (quantum over classical, price 1) over a grid of two parameters. */
export interface CrossoverMap {
  readonly quantum: string;
  readonly classical: string;
  readonly x: MapAxis;
  readonly y: MapAxis;
  readonly fixed: Setting;
  /** `ratios[j][i]` at y.values[j] and x.values[i]; null where the setting does not fit. */
  readonly ratios: readonly (readonly (number | null)[])[];
  /** For each price the crossover in x at each y, null where there is none in range. */
  readonly lines: readonly { readonly price: number; readonly at: readonly (number | null)[] }[];
}

/** An axis of the map. */
export interface MapAxis {
  readonly name: string;
  readonly symbol: string;
  readonly inverse: boolean;
  readonly values: readonly number[];
}
