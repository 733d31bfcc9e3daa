import { LimitError } from "../../errors/limit-error.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import { polynomialFeatures } from "../polynomial-features.ts";
import { type Work, WorkCount } from "../work-count.ts";
import { exactGradient } from "./exact-gradient.ts";
import { type AttentionGradientInput, gradientProblem } from "./gradient-problem.ts";
import { lowRankGradient } from "./low-rank-gradient.ts";

/** The matrices, and how the gradient is computed. */
export type AttentionGradientOptions = AttentionGradientInput &
  (
    | { readonly method: "exact" }
    | {
        readonly method: "lowrank";
        /** g, even. */
        readonly degree: number;
      }
  );

/** A gradient, and what it took. */
export interface AttentionGradient {
  /** dL/dX, d × d. */
  readonly gradient: DenseMatrix;
  /** Entries of n × n matrices that were formed: 3n² exact (f, q, p), none by low rank. */
  readonly squareEntries: number;
  /** Entries of n × r factors that were formed: 2nr by low rank, none exact. */
  readonly factorEntries: number;
  /** r = C(d + g, g); null for the exact method. */
  readonly rank: number | null;
  /** Whether r > n: the factors are then larger than the matrix they stand for, and nothing is gained. */
  readonly rankExceedsRows: boolean;
  readonly ledger: readonly LedgerEntry[];
  readonly work: Work;
}

/** The most words that are taken: 2^27 numbers are 1 GiB. */
const mostWords = 2 ** 27;

/**
 * Computes dL/dX of L(X) = ½‖D(X)⁻¹ exp(A1 X A2ᵀ/d) A3 Y − E‖_F², exactly or by low rank.
 *
 * f = D⁻¹exp(A1 X A2ᵀ/d), h = A3Y, c = fh − E, q = chᵀ, r_j = ⟨f_j, q_j⟩, p = f∘q − diag(r)f, dL/dX = A1ᵀ p A2/d.
 * Low rank replaces exp by its series up to an even degree, f ≈ U Vᵀ with factors of C(d + g, g) columns, and forms no n × n
 * matrix. Its error grows with the largest |logit|.
 *
 * Queries: n rows of A1, A2, A3 and E; n² kernel evaluations exact, none by low rank.
 * Words: 3n² exact, 2nr by low rank, and O(nd).
 * Errors: RangeError for shapes that do not fit, an odd degree, products that overflow, and denominators of the series that are not
 * positive and finite; LimitError beyond 2^27 words, before they are taken.
 *
 * @example attentionGrad({ A1, A2, A3, E, X, Y, method: "lowrank", degree: 4 }).gradient
 *
 * Source: Alman and Song, arXiv:2402.04497; the order of the products of low rank is derived.
 */
export function attentionGrad(options: AttentionGradientOptions): AttentionGradient {
  const problem = gradientProblem("attentionGrad", options);
  const { n, d } = problem;
  const map = options.method === "lowrank" ? polynomialFeatures(d, options.degree) : null;
  const words = map === null ? 3 * n * n : 2 * n * map.rank;
  if (words > mostWords) {
    throw new LimitError(
      "attentionGrad",
      mostWords,
      words,
      "numbers",
      map === null ? "take method lowrank or fewer rows" : "lower the degree or take fewer rows",
    );
  }
  const ledger = new Ledger();
  ledger.enter("gradient");
  for (const oracle of ["A1", "A2", "A3", "E"])
    ledger.charge({ oracle, access: "classical", unit: "row", use: "read", count: n });
  const work = new WorkCount();
  // A1 X and h.
  work.hold(2 * n * d);
  work.spend(4 * n * d * d);
  const { gradient, formed } =
    map === null ? exactGradient(problem, ledger, work) : lowRankGradient(problem, map, work);
  return {
    gradient,
    squareEntries: map === null ? formed : 0,
    factorEntries: map === null ? 0 : formed,
    rank: map?.rank ?? null,
    rankExceedsRows: map !== null && map.rank > n,
    ledger: ledger.entries(),
    work: work.counted(),
  };
}
