import { largestEntry } from "../../matrix/algebra/largest-entry.ts";
import { dot } from "../dot.ts";

/** A gradient that is accelerated along another vector. */
export interface AcceleratedGradient {
  /** g, length d. */
  readonly vector: Float64Array;
  /** cos of the angle between v and the gradient; 0 where either is zero. */
  readonly cosine: number;
  /** Whether the acceleration was rejected because v and the gradient point apart. */
  readonly rejected: boolean;
}

/**
 * Computes g = ∇ + (2|<v, ∇>| / ‖v‖²) v; with `reject`, ∇ itself where <v, ∇> < 0.
 *
 * With c the cosine: for c ≥ 0, ‖g‖² = (1 + 8c²)‖∇‖² and <g, ∇> = (1 + 2c²)‖∇‖². For c < 0 it is a reflection: ‖g‖ = ‖∇‖ and
 * <g, ∇> = (1 − 2c²)‖∇‖², which may be negative. A zero v changes nothing.
 *
 * Errors: RangeError for vectors of unequal lengths.
 *
 * @example acceleratedGradient([1, 0], [1, 1]).vector // Float64Array [2, 1]
 *
 * Source: formula of arXiv:2402.01515; identities derived.
 */
export function acceleratedGradient(
  gradient: ArrayLike<number>,
  v: ArrayLike<number>,
  { reject = false }: { readonly reject?: boolean } = {},
): AcceleratedGradient {
  if (gradient.length !== v.length) {
    throw new RangeError(
      `acceleratedGradient: expected v with ${gradient.length} entries as the gradient has, got ${v.length}; take both from one space.`,
    );
  }
  const vector = Float64Array.from(gradient);
  // v in units of its largest entry, so that squares neither overflow nor vanish.
  const unit = largestEntry(v);
  if (unit === 0) return { vector, cosine: 0, rejected: false };
  const scaled = Float64Array.from(v, (value) => value / unit);
  const inner = dot(scaled, vector);
  const length = Math.hypot(...vector);
  const cosine = length === 0 ? 0 : inner / (Math.hypot(...scaled) * length);
  if (reject && inner < 0) return { vector, cosine, rejected: true };
  const factor = (2 * Math.abs(inner)) / dot(scaled, scaled);
  for (let k = 0; k < vector.length; k++) vector[k] += factor * scaled[k];
  return { vector, cosine, rejected: false };
}
