import type { PhaseOracle } from "../oracles/phase-oracle.ts";
import { type EstimationOptions, type EstimationResult, estimateAmplitude } from "./amplitude-estimation.ts";

/** An estimated number of marked positions. */
export interface CountEstimate extends EstimationResult {
  /** N times the estimate. */
  readonly count: number;
}

/**
 * Estimates how many positions are marked: amplitude estimation of the uniform superposition, times N.
 *
 * Queries: M − 1 controlled phase applications per repetition.
 *
 * @example estimateCount(oracle, { points: 256, random: seededRandom(7) }).count
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055, theorem 13.
 */
export function estimateCount(oracle: PhaseOracle, options: EstimationOptions): CountEstimate {
  const result = estimateAmplitude(oracle.preparation(), options);
  return { ...result, count: oracle.size * result.estimate };
}
