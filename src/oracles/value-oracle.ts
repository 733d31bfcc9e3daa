import type { RandomStream } from "../random/random-stream.ts";
import { weightedSampler } from "../random/weighted-index.ts";
import type { Fidelity } from "../simulator/search/search-register.ts";
import type { Ledger } from "./ledger.ts";
import type { Unit, Use } from "./ledger-entry.ts";
import { markedSetOracle } from "./marked-set-oracle.ts";
import type { PhaseOracle } from "./phase-oracle.ts";
import { planePreparation } from "./plane-preparation.ts";
import type { PreparationOracle } from "./preparation-oracle.ts";
import { rememberAccepted } from "./remember-accepted.ts";

/** N numbers behind an oracle, searched by comparing them with thresholds. */
export interface ValueOracle {
  readonly name: string;
  readonly size: number;
  readonly ledger: Ledger;
  /** Value i. Bills 1 classical query. */
  read(i: number): number;
  /**
   * The positions with values > threshold, as data to search; 2 queries a phase, 1 a check, on the one bill.
   * `known` positions are left out from the start, at two look-ups a phase in the found list.
   */
  above(threshold: number, known?: ReadonlySet<number>): MarkedValues;
  /** The positions with values < threshold, likewise. */
  below(threshold: number, known?: ReadonlySet<number>): MarkedValues;
  /**
   * The base state of the many-copies algorithm for values w ≥ 0: mass w_i at the listed positions, which are known
   * classically, and mass `floor` at every other one, of which the share w_i/floor is good. A good outcome is i ∝ w_i.
   * A value above the floor that is not listed counts as the floor, as the rotation angle is capped there.
   * Bills 2 queries per use (compute, uncompute).
   */
  proportional(listed: readonly ListedValue[], floor: number): PreparationOracle;
}

/** Values beyond a threshold, to be searched for. */
export interface MarkedValues extends PhaseOracle {
  /** The value at a position that a check accepted. Costs nothing more. Throws for a position that was never accepted. */
  found(position: number): number;
}

/** A position whose value has been read. */
export interface ListedValue {
  readonly position: number;
  readonly value: number;
}

/** How values are put behind an oracle. */
export interface ValueOracleOptions {
  /** The name on the bill. */
  readonly name: string;
  readonly ledger: Ledger;
  readonly fidelity: Fidelity;
  /** The number of values, where they are given as a function. */
  readonly size?: number;
  /** What one query asks for (default `entry`): a value may be worked out from a key, say. */
  readonly unit?: Unit;
}

/**
 * Puts an array or a function of values behind an oracle for maximum finding and proportional sampling.
 *
 * The values are read once, by the simulator and free of charge; every use by an algorithm is billed.
 *
 * Errors: RangeError for no value, NaN among them, a missing or wrong size, or an index out of range.
 *
 * @example valueOracle([3, 1, 2], { name: "v", ledger, fidelity: "subspace" }).above(1).promisedCount() // 2
 */
export function valueOracle(
  source: ArrayLike<number> | ((i: number) => number),
  options: ValueOracleOptions,
): ValueOracle {
  const { name, ledger, fidelity, unit = "entry" } = options;
  const values = collect(source, name, options.size);
  const size = values.length;
  const bill = (use: Use, count: number) =>
    ledger.charge({ oracle: name, access: "quantum", unit, use, count });

  const where = (isMarked: (value: number) => boolean, known?: ReadonlySet<number>): MarkedValues => {
    const positions: number[] = [];
    for (let i = 0; i < size; i++) if (isMarked(values[i]) && !known?.has(i)) positions.push(i);
    const oracle = markedSetOracle({
      name,
      ledger,
      fidelity,
      marked: { size, positions: Float64Array.from(positions) },
      queriesPerPhase: 2,
      unit,
      excluded: known?.size ?? 0,
    });
    const { oracle: remembering, requireAccepted } = rememberAccepted(oracle, name, "value");
    return {
      ...remembering,
      found(position) {
        requireAccepted(position);
        return values[position];
      },
    };
  };

  return {
    name,
    size,
    ledger,
    read(i) {
      if (!Number.isInteger(i) || i < 0 || i >= size) {
        throw new RangeError(
          `${name}: expected an index that is a whole number from 0 to ${size - 1}, got ${i}; indices are counted from 0.`,
        );
      }
      ledger.charge({ oracle: name, access: "classical", unit, use: "read", count: 1 });
      return values[i];
    },
    above: (threshold, known) => where((value) => value > threshold, known),
    below: (threshold, known) => where((value) => value < threshold, known),
    proportional(listed, floor) {
      if (!(floor >= 0 && Number.isFinite(floor))) {
        throw new RangeError(
          `${name}: expected a floor ≥ 0, got ${floor}; it is the least of the listed values.`,
        );
      }
      const good = values.map((value, i) => {
        if (!(value >= 0 && Number.isFinite(value))) {
          throw new RangeError(
            `${name}: expected weights that are finite and ≥ 0, got ${value} at ${i}; only those give probabilities.`,
          );
        }
        return Math.min(value, floor);
      });
      const bad = good.map((mass) => floor - mass);
      for (const { position, value } of listed) {
        good[position] = value;
        bad[position] = 0;
      }
      return planePreparation({
        good: sum(good),
        bad: sum(bad),
        drawGood: lazySampler(good),
        drawBad: lazySampler(bad),
        bill: (use, uses) => bill(use, (use === "controlled" ? 4 : 2) * uses),
      });
    },
  };
}

function lazySampler(masses: Float64Array): (random: RandomStream) => number {
  let sampler: ((random: RandomStream) => number) | undefined;
  return (random) => {
    sampler ??= weightedSampler(masses);
    return sampler(random);
  };
}

function sum(masses: Float64Array): number {
  return masses.reduce((total, mass) => total + mass, 0);
}

function collect(
  source: ArrayLike<number> | ((i: number) => number),
  name: string,
  size: number | undefined,
): Float64Array {
  const length = typeof source === "function" ? size : source.length;
  if (length === undefined || !Number.isInteger(length) || length < 1 || length > 2 ** 32) {
    throw new RangeError(
      `valueOracle: expected from 1 to 2^32 values in ${name}, got ${length}; a function needs \`size\`.`,
    );
  }
  if (size !== undefined && size !== length) {
    throw new RangeError(
      `valueOracle: expected ${size} values in ${name}, got ${length}; leave \`size\` out.`,
    );
  }
  const values = Float64Array.from({ length }, (_, i) =>
    typeof source === "function" ? source(i) : source[i],
  );
  const bad = values.findIndex((value) => Number.isNaN(value));
  if (bad >= 0) {
    throw new RangeError(
      `valueOracle: expected numbers in ${name}, got NaN at ${bad}; it cannot be compared.`,
    );
  }
  return values;
}
