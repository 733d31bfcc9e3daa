import { rowSpace } from "../matrix/algebra/row-space.ts";
import { sampleTuples } from "../matrix/kronecker/sample-tuples.ts";
import { TupleAccumulator } from "../matrix/kronecker/tuple-accumulator.ts";
import { tuplesNeeded } from "../matrix/kronecker/tuples-needed.ts";
import type { WeightedTuples } from "../matrix/kronecker/weighted-tuples.ts";
import { Ledger } from "../oracles/ledger.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { billedRows, type RowSource } from "./row-source.ts";

/** What a classical sketch of a Kronecker product needs to know. */
export interface ClassicalSketchOptions {
  readonly epsilon: number;
  readonly delta: number;
  readonly random: RandomStream;
  /** Law of the draws (default `leverage`, the only one with a guarantee). */
  readonly law?: "leverage" | "length-squared" | "uniform";
  /** The constant c of the number of draws (default 3, rigorous for `leverage`). */
  readonly constant?: number;
  /** Overrides the number of draws. */
  readonly draws?: number;
}

const LAWS = ["leverage", "length-squared", "uniform"] as const;

/** A classical sketch with its bill; the same list of tuples as its quantum twin. */
export interface ClassicalSketch extends WeightedTuples {
  readonly draws: number;
  readonly ledger: Ledger;
  readonly warnings: readonly string[];
}

/**
 * Sketches A₁ ⊗ … ⊗ A_q classically: reads each factor once and draws row tuples from a product law.
 *
 * `leverage`: exact scores by QR, m = ⌈c·r·ln(2r/δ)/ε²⌉ draws, the honest rival of the quantum sketch. `length-squared` draws by
 * ‖a_i‖² and `uniform` evenly; both may miss a row that alone carries a direction, at any m ≪ n.
 *
 * Queries: Σ n_k classical row reads; `uniform` reads only the rows that it draws.
 *
 * Errors: RangeError for options out of range, no factor, or a factor of rank 0 among those that were read.
 *
 * Source: exact product leverage, arXiv:2209.04876 Lemma 4.1; every classical method with a guarantee reads Ω(n) rows.
 *
 * @example classicalSketch([rowOracle(a1), rowOracle(a2)], { epsilon: 0.5, delta: 0.05, random: seededRandom(7) }).ledger.total()
 */
export function classicalSketch(
  factors: readonly RowSource[],
  options: ClassicalSketchOptions,
): ClassicalSketch {
  requireOptions(factors, options);
  const { epsilon, delta, random, law = "leverage", constant = 3 } = options;
  const ledger = new Ledger();
  ledger.enter("reading");
  const billed = factors.map((factor, k) => {
    const name = `A${k + 1}`;
    return billedRows(factor, ledger, name).billedTo(ledger, name);
  });
  const dimension = billed.reduce((product, { columns }) => product * columns, 1);
  if (law === "uniform") {
    const draws =
      options.draws ?? tuplesNeeded({ constant, rank: dimension, ratio: dimension, epsilon, delta });
    return { ...uniformTuples(billed, draws, random), draws, ledger, warnings: [noGuarantee(law)] };
  }
  const lists = billed.map((oracle) => oracle.readAll());
  const rank = lists.reduce((product, rows, k) => product * requireRank(rowSpace(rows).rank, k), 1);
  const draws = options.draws ?? tuplesNeeded({ constant, rank, ratio: rank, epsilon, delta });
  return {
    ...sampleTuples(lists, draws, random, law),
    draws,
    ledger,
    warnings: law === "leverage" ? [] : [noGuarantee(law)],
  };
}

function uniformTuples(oracles: readonly RowOracle[], draws: number, random: RandomStream): WeightedTuples {
  const tuples = new TupleAccumulator(oracles.length);
  const index = new Float64Array(oracles.length);
  const seen = oracles.map(() => new Set<number>());
  const square = oracles.reduce((product, { rows }) => product * rows, 1) / draws;
  for (let draw = 0; draw < draws; draw++) {
    oracles.forEach((oracle, k) => {
      index[k] = random.integer(oracle.rows);
      if (!seen[k].has(index[k])) oracle.read(index[k]);
      seen[k].add(index[k]);
    });
    tuples.add(index, square);
  }
  return tuples.finish();
}

function requireOptions(
  factors: readonly RowSource[],
  { epsilon, delta, law = "leverage", constant = 3, draws = 1 }: ClassicalSketchOptions,
): void {
  if (factors.length === 0) {
    throw new RangeError("classicalSketch: expected at least one factor, got none; pass their row oracles.");
  }
  if (!(epsilon > 0 && epsilon < 1)) {
    throw new RangeError(`classicalSketch: expected 0 < epsilon < 1, got ${epsilon}; try 0.5.`);
  }
  if (!(delta > 0 && delta < 1)) {
    throw new RangeError(`classicalSketch: expected 0 < delta < 1, got ${delta}; try 0.05.`);
  }
  if (!LAWS.includes(law)) {
    throw new RangeError(
      `classicalSketch: expected law to be one of ${LAWS.join(", ")}, got ${law}; pick one.`,
    );
  }
  if (!(constant > 0 && Number.isFinite(constant))) {
    throw new RangeError(
      `classicalSketch: expected a constant > 0, got ${constant}; 3 is rigorous for leverage.`,
    );
  }
  if (!(Number.isSafeInteger(draws) && draws >= 1)) {
    throw new RangeError(
      `classicalSketch: expected a whole number of draws ≥ 1, got ${draws}; leave it out for the guarantee.`,
    );
  }
}

function requireRank(rank: number, k: number): number {
  if (rank > 0) return rank;
  throw new RangeError(
    `A${k + 1}: expected a factor with a non-zero row, got rank 0; leave it out, its Kronecker product is zero.`,
  );
}

function noGuarantee(law: string): string {
  return `law ${law}: no guarantee; a row that alone carries a direction is missed with high probability.`;
}
