import { truncatedExponential } from "../polynomial-features.ts";

/**
 * Bounds |Ỹ − Y| of attention whose exponentials are series cut after an even degree g, for logits in [−B, B] and |V| ≤ v:
 * |Ỹ − Y| ≤ v·(T_g(−B)e^B − T_g(B)e^−B) / (2 T_g(B)e^−B).
 *
 * T_g(t)e^−t falls in t for even g, so its extremes are at the ends. The number of keys does not occur. Infinite where the bound
 * overflows.
 *
 * Source: derived.
 */
export function truncationBound(options: {
  readonly degree: number;
  readonly logitBound: number;
  readonly valueBound: number;
}): number {
  const { degree, logitBound: B, valueBound } = options;
  const most = truncatedExponential(-B, degree) * Math.exp(B);
  const least = truncatedExponential(B, degree) * Math.exp(-B);
  const bound = (valueBound * (most - least)) / (2 * least);
  return Number.isNaN(bound) ? Number.POSITIVE_INFINITY : bound;
}
