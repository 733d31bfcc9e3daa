import type { Label } from "../oracles/ledger-entry.ts";
import { type CertificateMethod, certificateRange, certificateRuns } from "./certify-none-left.ts";
import { exactSearchPlan } from "./exact-search.ts";
import { fixedPointLength } from "./fixed-point-angles.ts";
import { cheapestIterations, groverAngle, groverSuccess, optimalIterations } from "./optimal-iterations.ts";
import { searchRanges, type UnknownCountOptions } from "./unknown-count-search.ts";

/** What a search is expected to do: phase applications, classical checks, and the chance to end without a find. */
export interface ExpectedSearch {
  readonly phases: number;
  readonly checks: number;
  readonly failure: number;
  /** `exact` where every run costs the same, else `expected`. */
  readonly label: Label;
  /** Formula and source. */
  readonly note: string;
}

const notes = {
  unknown: "sum over the ranges of m; quant-ph/9605034 lemma 2, derived",
  known: "(j, 1)/sin²((2j + 1)θ); quant-ph/9605034 section 3",
  exact: "⌈(π/2 − θ)/(2θ)⌉ phases, one check; quant-ph/0106071",
  fixedPoint: "(L − 1)/2 phases, one check; arXiv:1409.3305",
} as const;

/**
 * The mean success probability of j iterations with j uniform in {0, …, m − 1}: ½ − sin(4mθ)/(4m sin 2θ).
 *
 * Source: Boyer, Brassard, Høyer, Tapp, quant-ph/9605034, lemma 2.
 */
export function meanSuccess(size: number, marked: number, range: number): number {
  return successOver(size, marked)(range);
}

function successOver(size: number, marked: number): (range: number) => number {
  const angle = groverAngle(size, marked);
  // At t = 0 the limit is 0, and at t = N (where 2θ = π) it is 1.
  if (marked === 0) return () => 0;
  if (marked === size) return () => 1;
  const sine = Math.sin(2 * angle);
  return (range) => 0.5 - Math.sin(4 * range * angle) / (4 * range * sine);
}

/**
 * The exact expectation of unknownCountSearch: the ranges ⌈m⌉ are fixed, so it is a finite sum over them.
 *
 * Source: derived from BBHT lemma 2.
 */
export function expectedUnknownCountSearch(
  size: number,
  marked: number,
  options: Pick<UnknownCountOptions, "growth" | "cutOff"> = {},
): ExpectedSearch {
  return overRanges(size, marked, searchRanges(size, options));
}

/** The exact expectation of groverSearch with repetition (neglecting its cap on runs). */
export function expectedKnownCountSearch(
  size: number,
  marked: number,
  iterations: "best" | "cheapest" = "cheapest",
): ExpectedSearch {
  const kind = { label: "expected", note: notes.known } as const;
  if (marked === 0) return { phases: 0, checks: 0, failure: 1, ...kind };
  const j = iterations === "best" ? optimalIterations(size, marked) : cheapestIterations(size, marked);
  const runs = 1 / groverSuccess(size, marked, j);
  return { phases: j * runs, checks: runs, failure: 0, ...kind };
}

/** The exact cost of exactSearch. */
export function expectedExactSearch(size: number, marked: number): ExpectedSearch {
  const kind = { label: "exact", note: notes.exact } as const;
  if (marked === 0) return { phases: 0, checks: 0, failure: 1, ...kind };
  return { phases: exactSearchPlan(size, marked).iterations, checks: 1, failure: 0, ...kind };
}

/** The expectation of a certificate: exact for `fixed-point` and for `bbht` alike. */
export function expectedCertificate(
  size: number,
  marked: number,
  missProbability: number,
  method: CertificateMethod = "fixed-point",
): ExpectedSearch {
  if (method === "bbht") {
    const runs = certificateRuns(missProbability);
    return overRanges(size, marked, new Array<number>(runs).fill(certificateRange(size)));
  }
  const length = fixedPointLength(1 / size, missProbability);
  const failure = marked > 0 ? missProbability : 1;
  return { phases: (length - 1) / 2, checks: 1, failure, label: "exact", note: notes.fixedPoint };
}

function overRanges(size: number, marked: number, ranges: readonly number[]): ExpectedSearch {
  const success = successOver(size, marked);
  let phases = 0;
  let checks = 0;
  let failure = 1;
  for (const range of ranges) {
    phases += (failure * (range - 1)) / 2;
    checks += failure;
    failure *= 1 - success(range);
  }
  return { phases, checks, failure, label: "expected", note: notes.unknown };
}
