import type { WeightedRows } from "../../matrix/weighted-rows.ts";
import type { Ledger } from "../../oracles/ledger.ts";
import type { RowSketch } from "../../oracles/row-sketch.ts";
import { binomial } from "../../random/binomial.ts";
import { distinctIndices } from "../../random/distinct-indices.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { weightedSampler } from "../../random/weighted-index.ts";
import { sampledSketch } from "./sampled-sketch.ts";
import type { Sketch } from "./sketch.ts";

/** Rows drawn from a matrix, as a list and as the sketch that picks them; the list is what the quantum sketch returns too. */
export interface RowSample extends RowSketch {
  /** S with SA = the kept rows: applies to a right-hand side, whose entries are then read only where a row was kept. */
  readonly sketch: Sketch;
  /** Number of draws; for rows kept independently, the expected number of kept rows. */
  readonly draws: number;
}

/** Puts a sample together from kept rows of a matrix with `size` rows. */
export function rowSample(
  rows: WeightedRows,
  size: number,
  draws: number,
  ledger: Ledger,
  warnings: readonly string[],
): RowSample {
  return { rows, sketch: sampledSketch(rows, size), draws, ledger, warnings };
}

/**
 * Draws entries of a list independently with replacement, by `mass` per single row; a row drawn with probability q adds
 * weight²/(m q) to its squared weight.
 */
export function drawRows(
  rows: WeightedRows,
  mass: ArrayLike<number>,
  draws: number,
  random: RandomStream,
): WeightedRows {
  const perEntry = Float64Array.from(rows.counts, (count, e) => count * mass[e]);
  const total = perEntry.reduce((sum, value) => sum + value, 0);
  const sampler = weightedSampler(perEntry);
  const places = random.split("place");
  const squares = new Map<number, { readonly entry: number; square: number }>();
  for (let draw = 0; draw < draws; draw++) {
    const entry = sampler(random);
    const index = rows.indices[entry] + (rows.counts[entry] > 1 ? places.integer(rows.counts[entry]) : 0);
    const square = (rows.weights[entry] ** 2 * total) / (draws * mass[entry]);
    const known = squares.get(index);
    if (known === undefined) squares.set(index, { entry, square });
    else known.square += square;
  }
  const kept = [...squares];
  return pickRows(
    rows,
    kept.map(([index, { entry, square }]) => ({ entry, index, count: 1, weight: Math.sqrt(square) })),
  );
}

/** Keeps each single row independently with its probability p, scaled by 1/√p. */
export function keepRows(
  rows: WeightedRows,
  probability: (entry: number) => number,
  random: RandomStream,
): WeightedRows {
  const places = random.split("place");
  const picks: Pick[] = [];
  for (let entry = 0; entry < rows.counts.length; entry++) {
    const p = probability(entry);
    const count = rows.counts[entry];
    const first = rows.indices[entry];
    const weight = rows.weights[entry] / Math.sqrt(p);
    if (p >= 1) picks.push({ entry, index: first, count, weight: rows.weights[entry] });
    else if (count === 1) {
      if (random.uniform() < p) picks.push({ entry, index: first, count, weight });
    } else {
      const kept = binomial(count, p, random);
      // Without a first index the rows have no identity to draw: they stay together.
      if (first < 0) {
        if (kept > 0) picks.push({ entry, index: first, count: kept, weight });
        continue;
      }
      for (const place of distinctIndices(kept, count, places.split("entry", entry))) {
        picks.push({ entry, index: first + place, count: 1, weight });
      }
    }
  }
  return pickRows(rows, picks);
}

interface Pick {
  readonly entry: number;
  readonly index: number;
  readonly count: number;
  readonly weight: number;
}

function pickRows({ columns, values }: WeightedRows, picks: readonly Pick[]): WeightedRows {
  const data = new Float64Array(picks.length * columns);
  picks.forEach(({ entry }, e) => {
    data.set(values.subarray(entry * columns, (entry + 1) * columns), e * columns);
  });
  return {
    columns,
    values: data,
    weights: Float64Array.from(picks, ({ weight }) => weight),
    counts: Float64Array.from(picks, ({ count }) => count),
    indices: Float64Array.from(picks, ({ index }) => index),
  };
}
