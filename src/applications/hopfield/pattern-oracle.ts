import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import type { RealMatrix } from "../../matrix/real-matrix.ts";
import { classValues } from "../../oracles/class-values.ts";
import type { ComparableValues } from "../../oracles/comparable-values.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { planePreparation } from "../../oracles/plane-preparation.ts";
import type { PreparationOracle } from "../../oracles/preparation-oracle.ts";
import { valueOracle } from "../../oracles/value-oracle.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { weightedSampler } from "../../random/weighted-index.ts";
import type { Fidelity } from "../../simulator/search/search-register.ts";
import { requireBeta } from "../softmax-weights.ts";

/** The patterns of a memory behind a door that bills each pattern read as one key. */
export interface PatternOracle {
  /** M. */
  readonly size: number;
  /** d. */
  readonly dimension: number;
  readonly ledger: Ledger;
  /** Pattern μ. Bills 1 classical key. */
  read(index: number): Float64Array;
  /** Goes through all patterns, a block of `count` equal ones at a time. Bills M classical keys. */
  forEach(visit: (pattern: Float64Array, count: number, first: number) => void): void;
  /** The similarities ⟨ξ_μ, x⟩ as values to search for the largest; 2 keys a phase, 1 a check. */
  similarities(x: ArrayLike<number>): ComparableValues;
  /**
   * The preparation of the softmax of β⟨ξ_μ, x⟩: uniform over μ, an ancilla rotated to √exp(β(⟨ξ_μ, x⟩ − U)) with U ≥ the
   * largest similarity, so that a good outcome is μ ∝ exp(β⟨ξ_μ, x⟩). Bills 2 quantum keys a use (compute, uncompute).
   */
  softmaxState(x: ArrayLike<number>, beta: number, bound: number): PreparationOracle;
  /** The largest similarity. The simulator knows it; an algorithm may use it only as a promise that it names. */
  promisedLargest(x: ArrayLike<number>): number;
}

/** How patterns are put behind an oracle. */
export interface PatternOracleOptions {
  /** The bill (default a new one). */
  readonly ledger?: Ledger;
  /** How a search among the patterns is simulated (default `amplitude`); patterns in classes are always at the subspace level. */
  readonly fidelity?: Fidelity;
}

/**
 * Puts patterns, one a row, behind an oracle.
 *
 * Coherent access to stored patterns (QRAM) is assumed for every quantum use. Patterns in row classes allow M up to 2^53.
 *
 * Errors: as asMatrix; RangeError for a query of another length or similarities that overflow.
 *
 * @example patternOracle([[1, 0], [0, 1]]).size // 2
 */
export function patternOracle(patterns: MatrixInput, options: PatternOracleOptions = {}): PatternOracle {
  const { ledger = new Ledger(), fidelity = "amplitude" } = options;
  const matrix = asMatrix(patterns, "patterns");
  const [name, unit] = ["patterns", "key"] as const;
  const blocks = blocksOf(matrix);
  // The simulator's own view of a query, kept for the next use of the same one; the bill does not depend on it.
  let seen:
    | { readonly x: ArrayLike<number>; readonly entries: readonly number[]; readonly scores: Float64Array }
    | undefined;
  const scoresOf = (x: ArrayLike<number>): Float64Array => {
    const isSame = seen?.x === x && seen.entries.every((entry, k) => entry === x[k]);
    if (seen === undefined || !isSame) {
      const scores = Float64Array.from(blocks, (block) => similarity(block.row, x));
      seen = { x, entries: Array.from(x), scores };
    }
    return seen.scores;
  };
  return {
    size: matrix.rows,
    dimension: matrix.columns,
    ledger,
    read(index) {
      if (!Number.isInteger(index) || index < 0 || index >= matrix.rows) {
        throw new RangeError(
          `patterns: expected a pattern from 0 to ${matrix.rows - 1}, got ${index}; patterns are counted from 0.`,
        );
      }
      ledger.charge({ oracle: name, access: "classical", unit, use: "read", count: 1 });
      return matrix.row(index).slice();
    },
    forEach(visit) {
      ledger.charge({ oracle: name, access: "classical", unit, use: "read", count: matrix.rows });
      for (const { row, count, first } of blocks) visit(row, count, first);
    },
    similarities(x) {
      const scores = scoresOf(x);
      if (matrix.kind === "dense") return valueOracle(scores, { name, ledger, fidelity, unit });
      const classes = matrix.classes.map(({ count }, k) => ({ count, value: scores[k] }));
      return classValues(classes, { name, ledger, unit });
    },
    promisedLargest: (x) => scoresOf(x).reduce((most, score) => Math.max(most, score)),
    softmaxState(x, beta, bound) {
      requireBeta("softmaxState", beta);
      const masses = scoresOf(x).map((score, k) => {
        if (score > bound) {
          throw new RangeError(
            `softmaxState: expected a bound of at least the largest similarity, got ${bound} below ${score}; find the largest first.`,
          );
        }
        return blocks[k].count * (score === bound ? 1 : Math.exp(beta * (score - bound)));
      });
      const good = masses.reduce((sum, mass) => sum + mass, 0);
      const draw = (weights: () => ArrayLike<number>) => {
        let sampler: ((random: RandomStream) => number) | undefined;
        return (random: RandomStream) => {
          sampler ??= weightedSampler(weights());
          const { first, count } = blocks[sampler(random)];
          return first + random.integer(count);
        };
      };
      return planePreparation({
        good,
        bad: Math.max(0, matrix.rows - good),
        drawGood: draw(() => masses),
        drawBad: draw(() => masses.map((mass, k) => Math.max(0, blocks[k].count - mass))),
        bill: (use, uses) =>
          ledger.charge({
            oracle: name,
            access: "quantum",
            unit,
            use,
            count: (use === "controlled" ? 4 : 2) * uses,
          }),
      });
    },
  };
}

/** The patterns in blocks of equal ones: rows of a dense matrix, or the classes of a matrix of classes. */
function blocksOf(matrix: RealMatrix): { row: Float64Array; count: number; first: number }[] {
  return matrix.kind === "dense"
    ? Array.from({ length: matrix.rows }, (_, i) => ({ row: matrix.row(i), count: 1, first: i }))
    : matrix.classes.map(({ row, count }, k) => ({ row, count, first: matrix.offsets[k] }));
}

/** ⟨ξ, x⟩, checked. */
export function similarity(pattern: Float64Array, x: ArrayLike<number>): number {
  if (x.length !== pattern.length) {
    throw new RangeError(
      `similarity: expected a query of ${pattern.length} entries as the patterns have, got ${x.length}; patterns and queries are rows.`,
    );
  }
  let sum = 0;
  for (let k = 0; k < pattern.length; k++) sum += pattern[k] * x[k];
  if (!Number.isFinite(sum)) {
    throw new RangeError(
      `similarity: expected a finite inner product, got ${sum}; scale patterns and queries down.`,
    );
  }
  return sum;
}
