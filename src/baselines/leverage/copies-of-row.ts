/** Copies up to this many are summed one by one; the formula for the others then has 13 digits. */
const summed = 64;

/**
 * The online scores of c copies of one row that come one after the other, from its score s against the rows before them: copy j (from 0)
 * has min(1, s/(1 + j s)), by the formula of Sherman and Morrison.
 *
 * `sum` is that of all copies, by Euler and Maclaurin beyond the first ones, so that 2^40 copies cost no more than a hundred.
 */
export function scoresOfCopies(s: number): {
  /** The score of copy j, counted from 0. */
  at(j: number): number;
  sum(count: number): number;
} {
  const at = (j: number) => Math.min(1, s / (1 + j * s));
  return {
    at,
    sum(count) {
      let total = 0;
      for (let j = 0; j < Math.min(count, summed); j++) total += at(j);
      if (count <= summed) return total;
      const [first, last] = [at(summed), at(count - 1)];
      // ∫ s/(1 + x s) dx, then the corrections with f′ = −f² and f‴ = −6 f⁴.
      const integral = Math.log1p(((count - 1 - summed) * s) / (1 + summed * s));
      return (
        total + integral + (first + last) / 2 + (first ** 2 - last ** 2) / 12 - (first ** 4 - last ** 4) / 120
      );
    },
  };
}
