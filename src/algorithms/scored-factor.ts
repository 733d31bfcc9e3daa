import { rowSpace } from "../matrix/algebra/row-space.ts";
import type { FactorState } from "./factor-sketch.ts";

/** What the literal strategies know about a factor before they draw rows of it. */
export interface ScoredFactor {
  readonly state: FactorState;
  readonly rank: number;
  /** Upper bound on U = Σ u_i: rank for exact scores, (1+ε₀)/(1−ε₀)·rank for scores from an ε₀-approximation. */
  readonly sumBound: number;
  /** u(row) = min(1, (1+ε₀)·τ(row | B₀)), an over-estimate of the leverage score. */
  readonly overestimate: (row: Float64Array) => number;
}

/** Prepares the over-estimates that the literal strategies draw rows by. */
export function scoreFactor(state: FactorState, innerEpsilon: number): ScoredFactor {
  const space = rowSpace(state.rows);
  const epsilon = state.exact ? 0 : innerEpsilon;
  return {
    state,
    rank: space.rank,
    sumBound: (space.rank * (1 + epsilon)) / (1 - epsilon),
    overestimate: (row) => Math.min(1, (1 + epsilon) * space.score(row)),
  };
}

/**
 * The most of ε that the drawing of tuples may use when the normaliser Σu must be estimated; the rest of ε covers the
 * estimates. Derived.
 */
export const LITERAL_SHARE = 0.75;

/**
 * The relative error η that each of q estimated normalisers may have when the drawing uses a share s of ε:
 * (1 + sε)(1 + η)^q = 1 + ε, and (1 − sε)(1 − η)^q ≥ 1 − ε follows for s ≤ 1. Derived.
 */
export function normaliserTolerance(epsilon: number, order: number, share = LITERAL_SHARE): number {
  return Math.expm1(Math.log1p(((1 - share) * epsilon) / (1 + share * epsilon)) / order);
}
