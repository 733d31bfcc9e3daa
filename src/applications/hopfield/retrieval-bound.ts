import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import { similarity } from "./pattern-oracle.ts";

/** How far a retrieved vector is from a pattern, and how far it may be. */
export interface RetrievalBound {
  /** μ, the pattern most similar to the query. */
  readonly index: number;
  /** ⟨ξ_μ, x⟩ − max_{ν≠μ} ⟨ξ_ν, x⟩. */
  readonly gap: number;
  /** ‖T(x) − ξ_μ‖. */
  readonly error: number;
  /** 2m(M − 1) exp(−β·gap), m the largest norm of a pattern. */
  readonly bound: number;
}

/**
 * Compares one retrieved vector T(x) with the guarantee ‖T(x) − ξ_μ‖ ≤ 2m(M − 1) exp(−β·gap) of the exact model.
 *
 * Errors: RangeError for shapes that do not fit or a single pattern.
 *
 * @example retrievalBound({ patterns, query, retrieved: output.row(0), beta: 5 }).error
 *
 * Source: Ramsauer et al., arXiv:2008.02217, theorem 5.
 */
export function retrievalBound(options: {
  readonly patterns: MatrixInput;
  readonly query: ArrayLike<number>;
  readonly retrieved: ArrayLike<number>;
  readonly beta: number;
}): RetrievalBound {
  const { query, retrieved, beta } = options;
  const patterns = asMatrix(options.patterns, "patterns");
  if (patterns.kind !== "dense" || patterns.rows < 2 || retrieved.length !== patterns.columns) {
    throw new RangeError(
      `retrievalBound: expected at least two patterns in full and a retrieved vector of ${patterns.columns} entries, got ${patterns.rows} and ${retrieved.length}; a gap needs a second pattern.`,
    );
  }
  let [index, first, second, longest] = [-1, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < patterns.rows; i++) {
    const row = patterns.row(i);
    const score = similarity(row, query);
    longest = Math.max(longest, similarity(row, row));
    if (score > first) [index, second, first] = [i, first, score];
    else second = Math.max(second, score);
  }
  const pattern = patterns.row(index);
  let square = 0;
  for (let k = 0; k < pattern.length; k++) square += (retrieved[k] - pattern[k]) ** 2;
  const gap = first - second;
  // Zero temperature and a tie: the exponent is 0 and the bound says nothing.
  const decay = gap === 0 ? 1 : Math.exp(-beta * gap);
  return {
    index,
    gap,
    error: Math.sqrt(square),
    bound: 2 * Math.sqrt(longest) * (patterns.rows - 1) * decay,
  };
}
