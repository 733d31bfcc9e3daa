import { expect } from "vitest";

/**
 * The probability that a chi-square variable with `degrees` degrees of freedom exceeds `statistic`.
 *
 * Finite sums: e^{−x/2} Σ (x/2)^j / j! for even degrees; for odd ones the same with half-integer j after
 * erfc(√(x/2)), here from a continued fraction. Accurate to about 1e-10 for the tail, which is all that tests need.
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  const half = statistic / 2;
  if (half <= 0) return 1;
  let term = degrees % 2 === 0 ? 1 : 2 * Math.sqrt(half / Math.PI);
  let j = degrees % 2 === 0 ? 0 : 0.5;
  let tail = degrees % 2 === 0 ? 0 : complementaryError(Math.sqrt(half));
  // The common factor e^{−x/2} is applied at the end, in logarithms, so that large statistics do not underflow early.
  let sum = 0;
  let scale = -half;
  for (; j < degrees / 2; j++) {
    sum += term;
    term *= half / (j + 1);
    if (term > 1e200) {
      term /= 1e200;
      sum /= 1e200;
      scale += Math.log(1e200);
    }
  }
  tail += sum > 0 ? Math.exp(Math.log(sum) + scale) : 0;
  return Math.min(1, tail);
}

function complementaryError(x: number): number {
  if (x < 2) {
    let sum = x;
    let term = x;
    for (let n = 1; n < 60; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let n = 120; n >= 1; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

/**
 * Expects counts to fit their expectations: neighbouring bins are merged until each expects at least 5, then the
 * chi-square test must not reject at the given false-alarm probability.
 */
export function expectFits(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
  falseAlarm = 1e-6,
): void {
  const bins: { observed: number; expected: number }[] = [];
  let open = { observed: 0, expected: 0 };
  for (let i = 0; i < expected.length; i++) {
    open.observed += observed[i];
    open.expected += expected[i];
    if (open.expected >= 5) {
      bins.push(open);
      open = { observed: 0, expected: 0 };
    }
  }
  if (bins.length === 0) throw new RangeError("expectFits: expected at least one bin that expects 5.");
  bins[bins.length - 1].observed += open.observed;
  bins[bins.length - 1].expected += open.expected;
  const statistic = bins.reduce((sum, bin) => sum + (bin.observed - bin.expected) ** 2 / bin.expected, 0);
  const tail = bins.length === 1 ? 1 : chiSquareTail(statistic, bins.length - 1);
  expect(tail, `chi-square ${statistic} on ${bins.length - 1} degrees of freedom`).toBeGreaterThan(
    falseAlarm,
  );
}

/** Expects `counts` to be a sample of the uniform law on its bins. */
export function expectUniform(counts: ArrayLike<number>, falseAlarm = 1e-6): void {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i];
  expectFits(counts, new Float64Array(counts.length).fill(total / counts.length), falseAlarm);
}
