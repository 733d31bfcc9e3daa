import { LimitError } from "../errors/limit-error.ts";

/** The most features that are laid out: 2^24 numbers are 128 MiB. */
const largestRank = 2 ** 24;

/** The feature map φ_g of one dimension and degree. */
export interface PolynomialFeatures {
  /** d, the length of x. */
  readonly dimension: number;
  /** g. */
  readonly degree: number;
  /** r = C(d + g, g), the length of φ_g(x). */
  readonly rank: number;
  /** Operations of one evaluation: two a feature, and one an entry of x for the scale. */
  readonly flops: number;
  /** Writes φ_g(scale·x) to `features`, which holds `rank` numbers. */
  write(x: ArrayLike<number>, scale: number, features: Float64Array): void;
}

/**
 * Lays out φ_g: all monomials x^α of degree ≤ g, each over √(α!), so that ⟨φ_g(x), φ_g(y)⟩ = Σ_{j≤g} ⟨x, y⟩^j / j!.
 *
 * That is the truncated exponential of ⟨x, y⟩. For exp(c⟨x, y⟩) both sides get the scale √c. The order is by degree; a
 * monomial is its parent times one more variable, so a feature costs two multiplications.
 * Even degrees only: their truncated series is positive everywhere, so that it can be a denominator; an odd one
 * vanishes somewhere.
 *
 * Errors: RangeError for a dimension below 1 and a degree that is negative, odd or no whole number; LimitError beyond
 * 2^24 features, before anything is allocated.
 *
 * @example polynomialFeatures(4, 2).rank // 15
 *
 * Source: Alman and Song, arXiv:2302.13214 (polynomial method for attention).
 */
export function polynomialFeatures(dimension: number, degree: number): PolynomialFeatures {
  const rank = polynomialRank(dimension, degree);
  if (degree % 2 !== 0) {
    throw new RangeError(
      `polynomialFeatures: expected an even degree, got ${degree}; the series cut after an odd power vanishes somewhere and cannot be divided by: take ${degree + 1}.`,
    );
  }
  if (rank > largestRank) {
    throw new LimitError(
      "polynomialFeatures",
      largestRank,
      rank,
      "features",
      "lower the degree or the dimension",
    );
  }
  const parent = new Uint32Array(rank);
  const variable = new Uint16Array(rank);
  const factor = new Float64Array(rank);
  /** How often the last variable of a monomial occurs in it. */
  const power = new Uint16Array(rank);
  let first = 0;
  let next = 1;
  for (let level = 1; level <= degree; level++) {
    const end = next;
    for (let at = first; at < end; at++) {
      for (let i = level === 1 ? 0 : variable[at]; i < dimension; i++) {
        parent[next] = at;
        variable[next] = i;
        power[next] = level > 1 && variable[at] === i ? power[at] + 1 : 1;
        factor[next] = 1 / Math.sqrt(power[next]);
        next++;
      }
    }
    first = end;
  }
  const scaled = new Float64Array(dimension);
  return {
    dimension,
    degree,
    rank,
    flops: 2 * (rank - 1) + dimension,
    write(x, scale, features) {
      if (x.length !== dimension || features.length !== rank) {
        throw new RangeError(
          `polynomialFeatures: expected ${dimension} entries and room for ${rank} features, got ${x.length} and ${features.length}; lay out another map.`,
        );
      }
      for (let i = 0; i < dimension; i++) scaled[i] = scale * x[i];
      features[0] = 1;
      for (let k = 1; k < rank; k++) features[k] = features[parent[k]] * scaled[variable[k]] * factor[k];
    },
  };
}

/**
 * The number of monomials of degree ≤ g in d variables, C(d + g, g).
 *
 * Errors: RangeError for a dimension that is no whole number ≥ 1 or a degree that is none ≥ 0.
 *
 * @example polynomialRank(4, 4) // 70
 */
export function polynomialRank(dimension: number, degree: number): number {
  if (!Number.isSafeInteger(dimension) || dimension < 1 || !Number.isSafeInteger(degree) || degree < 0) {
    throw new RangeError(
      `polynomialFeatures: expected a dimension ≥ 1 and a degree ≥ 0 in whole numbers, got ${dimension} and ${degree}; 2, 4 and 6 are usual degrees.`,
    );
  }
  let rank = 1;
  for (let j = 1; j <= degree; j++) rank = Math.round((rank * (dimension + j)) / j);
  return rank;
}

/**
 * The series of exp(t) cut after degree g: Σ_{j≤g} t^j/j!.
 *
 * Positive everywhere for even g; for odd g it has a real zero.
 *
 * @example truncatedExponential(1, 2) // 2.5
 */
export function truncatedExponential(t: number, degree: number): number {
  let sum = 1;
  for (let j = degree; j >= 1; j--) sum = 1 + (t / j) * sum;
  return sum;
}
