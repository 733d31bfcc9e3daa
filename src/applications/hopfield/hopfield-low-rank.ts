import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import { polynomialFeatures } from "../polynomial-features.ts";
import { type Work, WorkCount } from "../work-count.ts";
import { type HopfieldOptions, openMemory } from "./hopfield.ts";

/** What low-rank retrieval gave, and what it took. */
export interface HopfieldLowRankResult {
  /** The retrieved vectors, one a row: L × d. */
  readonly output: DenseMatrix;
  /** r = C(d + g, g). */
  readonly rank: number;
  /** Whether r > M: the method then holds more numbers than the memory has patterns, and promises nothing. */
  readonly rankExceedsPatterns: boolean;
  /** Whether r < ML/(M + L): only then are fewer operations to be expected than without the features. */
  readonly rankIsSmall: boolean;
  readonly ledger: readonly LedgerEntry[];
  readonly work: Work;
}

/**
 * Retrieves one step by the polynomial method: exp(β⟨ξ, x⟩) becomes ⟨φ_g(√β ξ), φ_g(√β x)⟩, and sums over μ are taken once.
 *
 * N = Ξ U_1 and s = U_1ᵀ1 are summed up pattern by pattern, so that neither U_1 nor an M × L matrix is ever held. The error
 * depends on the largest exponent, up to βdB², and grows without bound with it: good below a threshold, useless above.
 *
 * Queries: M patterns in all. Flops: about (M + L)·r·2(d + 2) against M·L·4(d + 1). Words: r(d + 2) + d.
 * Errors: as hopfield and polynomialFeatures; RangeError for β = ∞ or features that overflow.
 *
 * @example hopfieldLowRank({ patterns: [[1, 0], [0, 1]], queries: [[0.9, 0]], beta: 1, degree: 6 }).rank // 28
 *
 * Source: Hu, Lin, Song, Liu, arXiv:2402.04520 (polynomial method).
 */
export function hopfieldLowRank(
  options: HopfieldOptions & { readonly degree: number },
): HopfieldLowRankResult {
  const { beta, degree } = options;
  const { oracle, queries } = openMemory("hopfieldLowRank", options);
  if (beta === Number.POSITIVE_INFINITY) {
    throw new RangeError(
      "hopfieldLowRank: expected a finite β, got Infinity; zero temperature is no polynomial: take hopfield or retrieveMaximum.",
    );
  }
  const { size, dimension, ledger } = oracle;
  const map = polynomialFeatures(dimension, degree);
  const { rank } = map;
  const scale = Math.sqrt(beta);
  const work = new WorkCount();
  work.hold(rank * (dimension + 2) + dimension);
  const features = new Float64Array(rank);
  const sums = new Float64Array(rank);
  const moments = new Float64Array(rank * dimension);
  ledger.enter("patterns to moments");
  oracle.forEach((pattern, count) => {
    map.write(pattern, scale, features);
    for (let k = 0; k < rank; k++) {
      const feature = count * features[k];
      sums[k] += feature;
      for (let i = 0; i < dimension; i++) moments[k * dimension + i] += feature * pattern[i];
    }
    work.spend(map.flops + rank * (2 + 2 * dimension));
  });
  const output = new DenseMatrix(queries.rows, dimension, new Float64Array(queries.rows * dimension));
  for (let l = 0; l < queries.rows; l++) {
    map.write(queries.row(l), scale, features);
    const retrieved = output.row(l);
    let total = 0;
    for (let k = 0; k < rank; k++) {
      total += features[k] * sums[k];
      for (let i = 0; i < dimension; i++) retrieved[i] += features[k] * moments[k * dimension + i];
    }
    if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `hopfieldLowRank: expected a finite positive denominator, got ${total}; the exponents are too large for a polynomial: lower β or the degree.`,
      );
    }
    for (let i = 0; i < dimension; i++) retrieved[i] /= total;
    work.spend(map.flops + rank * (2 + 2 * dimension) + dimension);
  }
  return {
    output,
    rank,
    rankExceedsPatterns: rank > size,
    rankIsSmall: rank < (size * queries.rows) / (size + queries.rows),
    ledger: ledger.entries(),
    work: work.counted(),
  };
}
