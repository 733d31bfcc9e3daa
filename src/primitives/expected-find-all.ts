import type { Label } from "../oracles/ledger-entry.ts";
import type { CertificateMethod } from "./certify-none-left.ts";
import {
  type ExpectedSearch,
  expectedCertificate,
  expectedExactSearch,
  expectedKnownCountSearch,
  expectedUnknownCountSearch,
} from "./expected-search.ts";
import { type FindAllMode, leastCutOff } from "./find-all.ts";

/** A find-all search to be priced. */
export interface FindAllSetting {
  readonly size: number;
  /** Number of marked positions; may be an expectation. */
  readonly marked: number;
  /** As in findAll (default `unknown`). */
  readonly mode?: FindAllMode;
  readonly certificate?: CertificateMethod | "none";
  readonly missProbability: number;
  readonly cutOff?: number;
  /** Queries to the data per phase application (default 2, computed and uncomputed). */
  readonly queriesPerPhase?: number;
}

/** A predicted cost, with what kind of number it is and where it comes from. */
export interface ExpectedFindAll {
  /** Coherent queries: queriesPerPhase per phase application of searches and certificates. */
  readonly quantum: number;
  /** Classical checks of measured positions. */
  readonly checks: number;
  /** Phase applications. */
  readonly phases: number;
  /** The part of `quantum` that the last, empty search and the last certificate take. */
  readonly closing: number;
  readonly label: Label;
  readonly note: string;
}

/**
 * Predicts what findAll costs: the sum over k = t … 1 of one search among k, plus the empty search and the certificate.
 *
 * The cost of each k is an exact expectation (see expected-search); from k = 12 on the sum is integrated numerically,
 * which is within 1 % of it. A certificate that misses is left out. For t ≪ N it is close to
 * K·√(N t) with K = 5.7 (`unknown`; 5.2 at t/N = 5e-4), 2.76 (`known`), π (`exact`) at 2 queries a phase.
 *
 * Errors: RangeError as findAll, and for marked outside [0, size].
 *
 * @example expectedFindAll({ size: 2 ** 20, marked: 100, missProbability: 1e-3 }).quantum
 */
export function expectedFindAll(setting: FindAllSetting): ExpectedFindAll {
  const { size, marked, missProbability, queriesPerPhase = 2 } = setting;
  const { mode = "unknown", certificate = "fixed-point", cutOff = leastCutOff } = setting;
  requireMarked(size, marked);
  const one = (k: number): ExpectedSearch => {
    const search = searchAmong(size, k, mode, cutOff);
    // What a given-up search leaves is found by the certificate.
    if (certificate === "none" || search.failure === 0) return search;
    const rescue = expectedCertificate(size, k, missProbability, certificate);
    return {
      ...search,
      phases: search.phases + search.failure * rescue.phases,
      checks: search.checks + search.failure * rescue.checks,
    };
  };
  const last = one(0);
  const items = sumOver(marked, size, mode === "unknown" ? 8 : 64, one);
  const phases = items.phases + last.phases;
  return {
    quantum: queriesPerPhase * phases,
    checks: items.checks + last.checks,
    phases,
    closing: queriesPerPhase * last.phases,
    label: "expected",
    note: `sum of the mean cost of one ${mode} search among k = 1 … t, empty search and certificate; from quant-ph/9605034 lemma 2 and arXiv:1409.3305, derived`,
  };
}

function searchAmong(size: number, marked: number, mode: FindAllMode, cutOff: number): ExpectedSearch {
  switch (mode) {
    case "unknown":
      return expectedUnknownCountSearch(size, marked, { cutOff });
    case "known":
      return expectedKnownCountSearch(size, marked);
    case "exact":
      return expectedExactSearch(size, marked);
  }
}

/** Up to here every k is summed. */
const summed = 12;

/**
 * Σ_{k=1}^{t} f(k), with the broken last term for a t that is not whole. Beyond k = 12 with some points per factor e of the
 * range: more of them where f goes in steps, as with whole numbers of iterations.
 */
function sumOver(t: number, size: number, pointsPerFactor: number, f: (k: number) => ExpectedSearch) {
  let phases = 0;
  let checks = 0;
  const add = (weight: number, k: number) => {
    const { phases: p, checks: c } = f(Math.min(k, size));
    phases += weight * p;
    checks += weight * c;
  };
  for (let k = 1; k <= Math.min(t, summed); k++) add(1, k);
  if (t <= summed) {
    if (t > Math.floor(t)) add(t - Math.floor(t), Math.ceil(t));
    return { phases, checks };
  }
  // ∫_{12.5}^{t+½} f(k) dk by the midpoint rule in ln k.
  const width = Math.log((t + 0.5) / (summed + 0.5));
  const points = Math.ceil(pointsPerFactor * width) + 1;
  for (let i = 0; i < points; i++) {
    const k = (summed + 0.5) * Math.exp((width * (i + 0.5)) / points);
    add((k * width) / points, k);
  }
  return { phases, checks };
}

function requireMarked(size: number, marked: number): void {
  if (!(marked >= 0 && marked <= size)) {
    throw new RangeError(
      `expectedFindAll: expected 0 ≤ marked ≤ size, got ${marked} of ${size}; an expected number may be a fraction.`,
    );
  }
}
