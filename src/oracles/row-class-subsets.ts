import { LimitError } from "../errors/limit-error.ts";
import type { RowClassMatrix } from "../matrix/row-class-matrix.ts";
import { binomial } from "../random/binomial.ts";
import { distinctIndices } from "../random/distinct-indices.ts";
import { hypergeometric } from "../random/hypergeometric.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { shuffled } from "../random/shuffle.ts";
import type { Ledger } from "./ledger.ts";
import { markedRows } from "./marked-rows.ts";
import type { FoundRow, Marking, NestedSubsets } from "./nested-subsets.ts";
import { hashValues, quantisedThreshold, requireProbability } from "./quantised-probability.ts";
import { SubsetReading, subsetSize } from "./subset-reading.ts";

/** A row-class matrix behind an oracle. */
export interface RowClassSource {
  readonly matrix: RowClassMatrix;
  readonly name: string;
  readonly ledger: Ledger;
}

/** More marks than this are not drawn: finding them would cost more than the machine holds. */
export const largestMarkCount = 2 ** 24;

/**
 * Random halves of halves of up to 2^53 rows in a few classes, without touching the rows: by deferred decisions.
 *
 * The law is that of a uniformly random permutation π with a fresh hash per level, as in denseSubsets:
 * - Class counts. Given those of S_l, S_{l+1} is a uniformly random |S_{l+1}|-subset of it, so the counts are multivariate
 *   hypergeometric, drawn class by class. Beyond its counts the order of rows inside S_{l+1} and S_l \ S_{l+1} stays uniform.
 * - Marks. Hashes are independent of π, and rows of one class and one part (in S_{l+1} or not) share their probability p:
 *   their number is Binomial(count, p), their hashes are uniform below p.
 * - Positions. By the uniform order, the marked rows of a part sit at uniformly random distinct positions of it, and in
 *   uniformly random order; likewise their identities are a uniformly random subset of the class.
 * Each marking is exact given the counts of all levels. Its positions and identities are drawn on its own, so two markings
 * of one matrix do not share rows by name. Costs and found values depend on no such sharing.
 */
export function rowClassSubsets(source: RowClassSource, random: RandomStream): NestedSubsets {
  const { matrix, name, ledger } = source;
  const reading = new SubsetReading(name, ledger);
  const size = (level: number) => subsetSize(matrix.rows, level);
  const counts = [matrix.classes.map(({ count }) => count)];
  const countsOf = (level: number) => {
    for (let next = counts.length; next <= level; next++) {
      counts.push(subsetCounts(counts[next - 1], size(next), random.split("class counts", next)));
    }
    return counts[level];
  };
  return {
    size,
    read(level) {
      reading.bill(size(level));
      const present = countsOf(level)
        .map((count, k) => ({ count, k }))
        .filter(({ count }) => count > 0);
      return {
        columns: matrix.columns,
        values: Float64Array.from(present.flatMap(({ k }) => [...matrix.classes[k].row])),
        weights: new Float64Array(present.length).fill(1),
        counts: Float64Array.from(present, ({ count }) => count),
        indices: Float64Array.from(present, ({ k }) => (level === 0 ? matrix.offsets[k] : -1)),
      };
    },
    mark(marking) {
      const { level, fidelity } = marking;
      if (fidelity === "gate") {
        throw new RangeError(
          `${name}: expected a dense matrix at fidelity gate, got row classes; use amplitude or subspace.`,
        );
      }
      const inNext = countsOf(level + 1);
      const parts = [
        { first: 0, size: size(level + 1), counts: inNext },
        {
          first: size(level + 1),
          size: size(level) - size(level + 1),
          counts: countsOf(level).map((count, k) => count - inNext[k]),
        },
      ];
      const stream = marking.hash.split("row classes");
      const drawn = parts.map((part, p) => drawPart(source, marking, part, p === 0, stream.split("part", p)));
      const rows = drawn.flatMap((part) => part.rows);
      const identities = level === 0 ? drawIdentities(matrix, rows, stream.split("identities")) : null;
      return markedRows({
        name,
        ledger,
        fidelity,
        marked: {
          size: size(level),
          positions: Float64Array.from(drawn.flatMap((part) => [...part.positions])),
        },
        describe: (k): FoundRow => {
          const { classIndex, probability, hash } = rows[k];
          const values = matrix.classes[classIndex].row.slice();
          return { index: identities === null ? -1 : identities[k], values, probability, hash };
        },
      });
    },
  };
}

/** A marked row before it has a name. */
interface DrawnRow {
  readonly classIndex: number;
  readonly probability: number;
  readonly hash: number;
}

function subsetCounts(counts: readonly number[], draws: number, stream: RandomStream): number[] {
  let population = counts.reduce((sum, count) => sum + count, 0);
  let left = draws;
  return counts.map((count) => {
    const drawn = hypergeometric(population, count, left, stream);
    population -= count;
    left -= drawn;
    return drawn;
  });
}

function drawPart(
  { matrix, name }: RowClassSource,
  { probability, bits }: Marking,
  part: { readonly first: number; readonly size: number; readonly counts: readonly number[] },
  inNext: boolean,
  stream: RandomStream,
): { positions: Float64Array; rows: DrawnRow[] } {
  const rules = matrix.classes.map(({ row }) => {
    const p = probability(row, inNext);
    requireProbability(name, p);
    return bits === undefined ? p : quantisedThreshold(p, bits) / hashValues(bits);
  });
  const expected = rules.reduce((sum, p, k) => sum + p * part.counts[k], 0);
  if (expected > largestMarkCount) {
    throw new LimitError(
      name,
      largestMarkCount,
      Math.round(expected),
      "marked rows",
      "mark with smaller probabilities, or read the rows instead",
    );
  }
  const rows = rules.flatMap((p, k) =>
    Array.from({ length: binomial(part.counts[k], p, stream) }, () => ({
      classIndex: k,
      probability: p,
      hash: hashBelow(p, bits, stream),
    })),
  );
  const positions = distinctIndices(rows.length, part.size, stream).map((x) => part.first + x);
  return { positions, rows: shuffled(rows, stream) };
}

/** The hash of a marked row: uniform on the values below the threshold. */
function hashBelow(probability: number, bits: number | undefined, stream: RandomStream): number {
  if (bits !== undefined) {
    const values = hashValues(bits);
    return stream.integer(Math.round(probability * values)) / values;
  }
  const hash = probability * stream.uniform();
  return hash < probability ? hash : 0;
}

/** Which rows of A the marked ones are: for each class distinct indices in random order. */
function drawIdentities(
  matrix: RowClassMatrix,
  rows: readonly DrawnRow[],
  stream: RandomStream,
): Float64Array {
  const members = matrix.classes.map((): number[] => []);
  rows.forEach(({ classIndex }, k) => {
    members[classIndex].push(k);
  });
  const identities = new Float64Array(rows.length);
  members.forEach((group, classIndex) => {
    const chosen = distinctIndices(group.length, matrix.classes[classIndex].count, stream);
    shuffled(chosen, stream).forEach((index, i) => {
      identities[group[i]] = matrix.offsets[classIndex] + index;
    });
  });
  return identities;
}
