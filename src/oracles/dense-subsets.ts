import type { DenseMatrix } from "../matrix/dense-matrix.ts";
import { keyedHash } from "../random/keyed-hash.ts";
import { keyedHashInteger } from "../random/keyed-hash-integer.ts";
import { keyedPermutation } from "../random/keyed-permutation.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { gateMarks } from "./gate-marks.ts";
import type { Ledger } from "./ledger.ts";
import { markedRows } from "./marked-rows.ts";
import type { Marking, NestedSubsets } from "./nested-subsets.ts";
import { hashValues, quantisedThreshold, requireProbability } from "./quantised-probability.ts";
import { SubsetReading, subsetSize } from "./subset-reading.ts";

/** How the frozen randomness of dense subsets is made; replaced in tests and experiments. */
export interface FrozenRandomness {
  readonly permutation: (size: number, stream: RandomStream) => { at(position: number): number };
  readonly hash: (stream: RandomStream) => (index: number) => number;
}

/** A dense matrix behind an oracle. */
export interface DenseSource {
  readonly matrix: DenseMatrix;
  readonly name: string;
  readonly ledger: Ledger;
  readonly frozen?: Partial<FrozenRandomness>;
}

/**
 * Random halves of halves of a dense matrix: position x of level l holds row π(x), for x < ⌈n/2^l⌉.
 *
 * Drawing marks evaluates the rule on every row of S_l once, O(|S_l|). That is the simulator's own work on behalf of
 * the coherent query and bills nothing; the registers and checks do.
 */
export function denseSubsets(source: DenseSource, random: RandomStream): NestedSubsets {
  const { matrix, name, ledger } = source;
  const permutation = (source.frozen?.permutation ?? keyedPermutation)(
    matrix.rows,
    random.split("permutation"),
  );
  const reading = new SubsetReading(name, ledger);
  const size = (level: number) => subsetSize(matrix.rows, level);
  const gateRegisters = (marking: Marking) => {
    const { level, bits = 0, hash } = marking;
    const order = Array.from({ length: size(level) }, (_, x) => permutation.at(x));
    const hashOf = bits > 0 ? keyedHashInteger(hash, hashValues(bits)) : () => 0;
    const rows = order.map((index) => matrix.row(index));
    return gateMarks(name, { rows, nextSize: size(level + 1), hash: order.map(hashOf) }, marking);
  };
  return {
    size,
    read(level) {
      const count = size(level);
      reading.bill(count);
      const indices = Float64Array.from({ length: count }, (_, x) => permutation.at(x));
      return { columns: matrix.columns, values: gather(matrix, indices), ...unscaled(count), indices };
    },
    mark(marking) {
      const { level, fidelity } = marking;
      const inNext = size(level + 1);
      const draw = frozenMark(source, marking);
      const register = fidelity === "gate" ? gateRegisters(marking) : undefined;
      const positions: number[] = [];
      const marks: { index: number; probability: number; hash: number }[] = [];
      for (let x = 0; x < size(level); x++) {
        const index = permutation.at(x);
        const mark = draw(index, x < inNext);
        if (mark === null) continue;
        positions.push(x);
        marks.push(mark);
      }
      return markedRows({
        name,
        ledger,
        fidelity,
        marked: { size: size(level), positions: Float64Array.from(positions) },
        describe: (k) => ({ ...marks[k], values: matrix.row(marks[k].index).slice() }),
        ...(register === undefined ? {} : { register }),
      });
    },
  };
}

/** The frozen decision about a row: its hash and probability when it is marked, else null. */
function frozenMark({ matrix, name, frozen }: DenseSource, { probability, hash, bits }: Marking) {
  if (bits === undefined) {
    const hashOf = (frozen?.hash ?? keyedHash)(hash);
    return (index: number, inNext: boolean) => {
      const p = probability(matrix.row(index), inNext);
      requireProbability(name, p);
      const value = hashOf(index);
      return value < p ? { index, probability: p, hash: value } : null;
    };
  }
  const values = hashValues(bits);
  const hashOf = keyedHashInteger(hash, values);
  return (index: number, inNext: boolean) => {
    const p = probability(matrix.row(index), inNext);
    requireProbability(name, p);
    const threshold = quantisedThreshold(p, bits);
    const value = hashOf(index);
    return value < threshold ? { index, probability: threshold / values, hash: value / values } : null;
  };
}

function gather(matrix: DenseMatrix, indices: Float64Array): Float64Array {
  const values = new Float64Array(indices.length * matrix.columns);
  indices.forEach((index, x) => {
    values.set(matrix.row(index), x * matrix.columns);
  });
  return values;
}

function unscaled(count: number): { weights: Float64Array; counts: Float64Array } {
  return { weights: new Float64Array(count).fill(1), counts: new Float64Array(count).fill(1) };
}
