/** The most inputs: digits are added by a network that is evaluated on all p^k of them. */
const mostTerms = 8;

/**
 * γ*, the largest normalised margin of a network that adds k digits modulo p:
 * γ* = 2·k! / ((2k + 2)^{(k+1)/2} (p − 1) p^{(k−1)/2}).
 *
 * Errors: as requireTask.
 *
 * @example largestMargin(3, 7) // 3/(16·7·6)
 *
 * Source: Li, Liang, Shi, Song, Zhou, arXiv:2402.09469, main theorem.
 */
export function largestMargin(k: number, p: number): number {
  requireTask("largestMargin", k, p);
  let factorial = 1;
  for (let j = 2; j <= k; j++) factorial *= j;
  return (2 * factorial) / ((2 * k + 2) ** ((k + 1) / 2) * (p - 1) * p ** ((k - 1) / 2));
}

/** Throws a RangeError unless k is a whole number from 2 to 8 and p an odd prime below 1024. */
export function requireTask(subject: string, k: number, p: number): void {
  if (!Number.isInteger(k) || k < 2 || k > mostTerms) {
    throw new RangeError(
      `${subject}: expected k to be a whole number of digits from 2 to ${mostTerms}, got ${k}; 2, 3 and 4 are usual.`,
    );
  }
  if (p === 2) {
    throw new RangeError(
      `${subject}: expected p to be an odd prime, got 2; sums modulo 2 are parity, which has no frequency from 1 to (p − 1)/2: take 3 or more.`,
    );
  }
  if (!isPrime(p) || p > 1021) {
    throw new RangeError(
      `${subject}: expected p to be an odd prime below 1024, got ${p}; 5, 7 and 11 are usual.`,
    );
  }
}

function isPrime(p: number): boolean {
  if (!Number.isInteger(p) || p < 2) return false;
  for (let q = 2; q * q <= p; q++) if (p % q === 0) return false;
  return true;
}
