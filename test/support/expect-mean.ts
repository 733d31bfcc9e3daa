import { expect } from "vitest";

/**
 * Expects the mean of a sample to agree with its expectation within 5.3 standard errors of the mean, estimated from the
 * sample (false alarm about 1e-7 for samples large enough to be nearly normal).
 */
export function expectMean(sample: ArrayLike<number>, expected: number): void {
  const values = Array.from(sample);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const error = Math.sqrt(variance / values.length);
  expect(Math.abs(mean - expected), `mean ${mean}, expected ${expected}, error ${error}`).toBeLessThanOrEqual(
    5.3 * error + 1e-9 * Math.abs(expected),
  );
}

/** Expects a number of hits among independent trials to agree with a probability, within 5.3 standard deviations and 5 hits. */
export function expectRate(hits: number, trials: number, probability: number): void {
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  expect(Math.abs(hits - trials * probability), `${hits} of ${trials} at ${probability}`).toBeLessThanOrEqual(
    5.3 * deviation + (deviation < 3 ? 5 : 0),
  );
}
