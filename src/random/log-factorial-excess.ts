/** log n! − (n log n − n) for n = 0 … 15, to double precision. */
const small = Float64Array.of(
  0,
  1,
  1.3068528194400546,
  1.4959226032237258,
  1.632876385868383,
  1.7403021806115442,
  1.828694396641771,
  1.9037903176782212,
  1.9690705693065629,
  2.0268062840554952,
  2.0785616431350586,
  2.12545984509181,
  2.168334698205882,
  2.207822206123445,
  2.244418568125061,
  2.2785183673077407,
);

/**
 * What the leading terms of Stirling's formula leave out of a log-factorial: log n! − (n log n − n).
 *
 * It is ½ log(2πn) + 1/(12n) − … and stays below 20 for n ≤ 2^53, where log n! itself is about 3·10^17: log-pmfs are
 * sums of these and of deviances, so that nothing large cancels. n is a whole number ≥ 0 and is not checked.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities", 2000.
 */
export function logFactorialExcess(n: number): number {
  if (n < small.length) return small[n];
  const inverse = 1 / n;
  const square = inverse * inverse;
  const series =
    1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188))));
  return 0.5 * Math.log(2 * Math.PI * n) + series * inverse;
}
