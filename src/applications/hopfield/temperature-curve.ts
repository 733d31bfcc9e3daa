import { optimalRounds } from "../../primitives/amplitude-amplification.ts";
import type { PatternOracle } from "./pattern-oracle.ts";

/** A point of the curve from no amplification to √M. */
export interface TemperaturePoint {
  /** null stands for ∞, zero temperature. */
  readonly beta: number | null;
  readonly acceptance: number;
  readonly rounds: number;
}

/** Acceptance and rounds from β = 0 to zero temperature, for one query. No query is billed: it is a formula of the similarities. */
export function temperatureCurve(oracle: PatternOracle, query: ArrayLike<number>): TemperaturePoint[] {
  const largest = oracle.promisedLargest(query);
  const betas = [0, ...Array.from({ length: 25 }, (_, k) => 2 ** (k / 2 - 2)), Number.POSITIVE_INFINITY];
  return betas.map((beta) => {
    const acceptance = oracle.softmaxState(query, beta, largest).promisedSuccess();
    return {
      beta: Number.isFinite(beta) ? beta : null,
      acceptance,
      rounds: optimalRounds(Math.min(1, acceptance)),
    };
  });
}
