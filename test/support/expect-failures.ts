import { expect } from "vitest";

/** P(X ≥ hits) for X binomial: the sum of the upper tail, term by term. */
export function binomialTail(hits: number, trials: number, probability: number): number {
  let term = (1 - probability) ** trials;
  let below = 0;
  for (let k = 0; k < hits; k++) {
    below += term;
    term *= ((trials - k) / (k + 1)) * (probability / (1 - probability));
  }
  return Math.max(0, 1 - below);
}

/**
 * Expects a number of failures among independent trials not to speak against a failure probability ≤ δ: the exact
 * binomial test at the given false-alarm probability.
 */
export function expectFailures(failures: number, trials: number, delta: number, falseAlarm = 1e-6): void {
  expect(
    binomialTail(failures, trials, delta),
    `${failures} failures in ${trials} at ${delta}`,
  ).toBeGreaterThan(falseAlarm);
}
