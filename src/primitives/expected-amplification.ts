import type { Label } from "../oracles/ledger-entry.ts";
import { optimalRounds, roundsRange } from "./amplitude-amplification.ts";

/** What an amplification is expected to take until it succeeds. */
export interface ExpectedAmplification {
  readonly rounds: number;
  readonly attempts: number;
  /** Uses of 𝒜 and of 𝒜⁻¹ together: attempts + 2·rounds. */
  readonly uses: number;
  readonly label: Label;
}

/**
 * The exact expectation of `amplify` for a success probability p, with p known or only bounded below.
 *
 * Known: 1/sin²((2j + 1)θ) attempts of j rounds. Bounded: the finite sum over the growing ranges.
 *
 * Errors: RangeError for a probability outside (0, 1].
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055; Boyer, Brassard, Høyer, Tapp, quant-ph/9605034, lemma 2.
 */
export function expectedAmplification(success: number, leastSuccess?: number): ExpectedAmplification {
  const best = optimalRounds(success);
  const angle = Math.asin(Math.sqrt(success));
  if (leastSuccess === undefined) {
    const attempts = 1 / Math.sin((2 * best + 1) * angle) ** 2;
    return { rounds: best * attempts, attempts, uses: attempts * (1 + 2 * best), label: "expected" };
  }
  let rounds = 0;
  let attempts = 0;
  let going = 1;
  for (let attempt = 1; going > 1e-15 && attempt <= 1000; attempt++) {
    const range = roundsRange(attempt, leastSuccess);
    rounds += (going * (range - 1)) / 2;
    attempts += going;
    const hit = success === 1 ? 1 : 0.5 - Math.sin(4 * range * angle) / (4 * range * Math.sin(2 * angle));
    going *= 1 - hit;
  }
  return { rounds, attempts, uses: attempts + 2 * rounds, label: "expected" };
}
