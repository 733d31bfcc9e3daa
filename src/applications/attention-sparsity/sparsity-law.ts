import { normalQuantile, normalTail } from "../../random/normal-law.ts";

/** 4/π²: with k marked of n known, k below this share of n takes fewer than n oracle calls, by the leading term. */
export const nominalBreakEven = 4 / Math.PI ** 2;

/**
 * The share of the keys that holds a share `mass` of the softmax of n logits N(0, s²), n large: 1 − Φ(s + Φ⁻¹(1 − mass)).
 *
 * It fails when s nears √(2 ln n): a few keys then dominate, and more of them are needed than it says.
 *
 * Errors: RangeError for a spread that is negative or not finite, or a mass outside (0, 1).
 *
 * @example closedFormShare(1, 0.9) // 0.611
 *
 * Source: derived, after arXiv:2404.02690.
 */
export function closedFormShare(spread: number, mass: number): number {
  if (!(spread >= 0 && Number.isFinite(spread) && mass > 0 && mass < 1)) {
    throw new RangeError(
      `closedFormShare: expected a spread ≥ 0 and a mass between 0 and 1, got ${spread} and ${mass}; 1 and 0.9 are usual.`,
    );
  }
  return normalTail(spread + normalQuantile(1 - mass));
}

/** The share of the keys whose weight exceeds 1/n, n large: 1 − Φ(s/2). */
export function shareAboveMean(spread: number): number {
  return normalTail(spread / 2);
}

/**
 * The exponent C for which the top n^C keys hold a share `mass`, logits N(0, b² ln n), at finite n:
 * C(n) = 1 + ln(1 − Φ(b√(ln n) + Φ⁻¹(1 − mass)))/ln n.
 *
 * Errors: as closedFormShare; RangeError for n < 2.
 *
 * @example sparsityExponent({ b: 1, n: 4096, mass: 0.9 })
 */
export function sparsityExponent(options: {
  readonly b: number;
  readonly n: number;
  readonly mass: number;
}): number {
  const { b, n, mass } = options;
  if (!(n >= 2)) throw new RangeError(`sparsityExponent: expected n ≥ 2, got ${n}; ln n is divided by.`);
  return 1 + Math.log(closedFormShare(b * Math.sqrt(Math.log(n)), mass)) / Math.log(n);
}

/** The limit of the exponent: C* = max(0, 1 − b²/2), frozen from b = √2 on (the random-energy model). */
export function limitExponent(b: number): number {
  return Math.max(0, 1 - (b * b) / 2);
}

/**
 * The spread from which finding all keys that hold a share `mass` takes fewer than n queries, k known, by leading terms.
 *
 * Calls only: (π/2)√(nk) < n where k/n < 4/π². With one verification read a key: (π/2)√κ + κ < 1, κ = k/n. With two queries a
 * phase, as a value is computed and uncomputed: π√κ + κ < 1. Each line moves the spread up.
 *
 * @example breakEvenSpread(0.9, "calls") // 1.52
 */
export function breakEvenSpread(
  mass: number,
  counting: "calls" | "verified" | "computed and uncomputed",
): number {
  const slope = counting === "computed and uncomputed" ? Math.PI : Math.PI / 2;
  const root = (Math.sqrt(slope * slope + 4) - slope) / 2;
  const share = counting === "calls" ? nominalBreakEven : root * root;
  return normalQuantile(1 - share) - normalQuantile(1 - mass);
}
