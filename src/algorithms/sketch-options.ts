import type { RandomStream } from "../random/random-stream.ts";
import type { Fidelity } from "../simulator/search/search-register.ts";

/** How marked rows are searched for (see primitives/find-all). */
export type SearchMode = "unknown" | "known" | "exact";

/** How row tuples of the product are drawn once the factors are halved. */
export type PairMethod = "two-stage" | "many-copies" | "one-at-a-time";

/** What a spectral approximation of one matrix needs to know. */
export interface SpectralOptions {
  /** Target accuracy ε: (1−ε)AᵀA ⪯ AᵀD²A ⪯ (1+ε)AᵀA; 0 < ε < 1. */
  readonly epsilon: number;
  /** Probability δ that the guarantee may fail; 1e-90 ≤ δ < 1. */
  readonly delta: number;
  readonly random: RandomStream;
  /** Fidelity of the simulation (default `subspace`). All levels give the same run. */
  readonly level?: Fidelity;
  /** Default `unknown`. `known` and `exact` take the number of marked rows as a promise. */
  readonly search?: SearchMode;
  /** The constant c of the sampling rates: `rigorous` = 3 (default), `practical` = 1 (no proof), or a number > 0. */
  readonly constant?: "rigorous" | "practical" | number;
  /** How it is certified that no marked row is left (default `fixed-point`). */
  readonly certificate?: "fixed-point" | "bbht";
  /** `auto` (default) reads a subset classically where that is expected to cost less; `never` searches all the way down. */
  readonly fallback?: "auto" | "never";
  /** Marks with probabilities rounded up to multiples of 1/(2^bits − 1); required by level `gate`. */
  readonly bits?: number;
}

/** What a sketch of a Kronecker product needs to know. */
export interface SketchOptions extends SpectralOptions {
  /** Default `two-stage`. */
  readonly method?: PairMethod;
  /**
   * Draws this many tuples instead of the number that the guarantee needs (method `two-stage`). Then only the certificate
   * tells how good the sketch is.
   */
  readonly draws?: number;
}

/** The options of a run with all defaults filled in, as printed with the result. */
export interface SketchParameters {
  readonly epsilon: number;
  readonly delta: number;
  readonly level: Fidelity;
  readonly method: PairMethod;
  readonly search: SearchMode;
  readonly constant: number;
  readonly certificate: "fixed-point" | "bbht";
  readonly fallback: "auto" | "never";
  readonly bits: number | null;
  /** The number of draws that was asked for, or null for the one that the guarantee needs. */
  readonly draws: number | null;
}

const LEVELS = ["gate", "amplitude", "subspace"] as const;
const METHODS = ["two-stage", "many-copies", "one-at-a-time"] as const;
const SEARCHES = ["unknown", "known", "exact"] as const;

/** Below this the shares of δ underflow, or no median of estimates is that sure. */
const LEAST_DELTA = 1e-90;

/**
 * Checks the options of a run and fills in the defaults.
 *
 * Errors: RangeError that names the option.
 */
export function sketchParameters(subject: string, options: Omit<SketchOptions, "random">): SketchParameters {
  const { epsilon, delta, bits, draws } = options;
  if (!(epsilon > 0 && epsilon < 1)) {
    throw new RangeError(`${subject}: expected 0 < epsilon < 1, got ${epsilon}; try 0.5.`);
  }
  if (!(delta > 0 && delta < 1)) {
    throw new RangeError(`${subject}: expected 0 < delta < 1, got ${delta}; try 0.05.`);
  }
  if (delta < LEAST_DELTA) {
    throw new RangeError(
      `${subject}: expected delta ≥ ${LEAST_DELTA}, got ${delta}; its shares must stay numbers, try 1e-9.`,
    );
  }
  const level = oneOf(subject, "level", options.level ?? "subspace", LEVELS);
  if (level === "gate" && bits === undefined) {
    throw new RangeError(
      `${subject}: expected bits with level gate, got none; pass bits: 3 (probabilities become multiples of 1/7).`,
    );
  }
  if (bits !== undefined && !(Number.isInteger(bits) && bits >= 1 && bits <= 30)) {
    throw new RangeError(`${subject}: expected bits to be a whole number from 1 to 30, got ${bits}; try 3.`);
  }
  const method = oneOf(subject, "method", options.method ?? "two-stage", METHODS);
  if (bits !== undefined && method !== "two-stage") {
    throw new RangeError(
      `${subject}: expected method two-stage with bits, got ${method}; rounded marks carry no multiplicity.`,
    );
  }
  if (draws !== undefined && !(Number.isSafeInteger(draws) && draws >= 1)) {
    throw new RangeError(
      `${subject}: expected a whole number of draws ≥ 1, got ${draws}; leave it out for the guarantee.`,
    );
  }
  if (draws !== undefined && method !== "two-stage") {
    throw new RangeError(`${subject}: expected method two-stage with draws, got ${method}; leave draws out.`);
  }
  return {
    epsilon,
    delta,
    level,
    method,
    search: oneOf(subject, "search", options.search ?? "unknown", SEARCHES),
    constant: constantOf(subject, options.constant ?? "rigorous"),
    certificate: oneOf(subject, "certificate", options.certificate ?? "fixed-point", [
      "fixed-point",
      "bbht",
    ] as const),
    fallback: oneOf(subject, "fallback", options.fallback ?? "auto", ["auto", "never"] as const),
    bits: bits ?? null,
    draws: draws ?? null,
  };
}

function constantOf(subject: string, constant: "rigorous" | "practical" | number): number {
  if (constant === "rigorous") return 3;
  if (constant === "practical") return 1;
  if (typeof constant === "number" && constant > 0 && Number.isFinite(constant)) return constant;
  throw new RangeError(
    `${subject}: expected constant to be rigorous, practical or a number > 0, got ${constant}; rigorous is c = 3.`,
  );
}

function oneOf<Value extends string>(
  subject: string,
  name: string,
  value: Value,
  values: readonly Value[],
): Value {
  if (values.includes(value)) return value;
  throw new RangeError(
    `${subject}: expected ${name} to be one of ${values.join(", ")}, got ${value}; pick one.`,
  );
}
