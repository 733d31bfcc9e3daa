import type { WeightedTuples } from "../matrix/kronecker/weighted-tuples.ts";
import type { Ledger } from "../oracles/ledger.ts";
import type { FactorSketch } from "./factor-sketch.ts";
import type { KroneckerPlan } from "./plan-kronecker.ts";

/** One row of the sketch: row (i₁, …, i_q) of the product, scaled by its weight (an entry of D). */
export interface SketchRow {
  readonly index: readonly number[];
  readonly weight: number;
}

/** A spectral approximation of a Kronecker product as a short weighted list of its rows, with its bill. */
export interface KroneckerSketch extends WeightedTuples {
  /** The same list as objects. Made anew at each access: keep it if you loop over it. */
  readonly rows: readonly SketchRow[];
  readonly plan: KroneckerPlan;
  /** The short lists that the factors were reduced to. */
  readonly factors: readonly FactorSketch[];
  /** Number of draws, of which equal ones were merged; or of kept tuples where all were kept. */
  readonly draws: number;
  readonly keptAll: boolean;
  /** Everything that was asked, counted while it was asked. */
  readonly ledger: Ledger;
  /** What a reader of the result must know: fallbacks, promises, constants without proof. */
  readonly warnings: readonly string[];
}

/** The rows of a list of tuples as objects. */
export function sketchRows({ order, indices, weights }: WeightedTuples): readonly SketchRow[] {
  return Array.from(weights, (weight, e) => ({
    index: Array.from(indices.subarray(e * order, (e + 1) * order)),
    weight,
  }));
}
