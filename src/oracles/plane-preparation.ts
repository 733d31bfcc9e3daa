import type { RandomStream } from "../random/random-stream.ts";
import { GroverPlane } from "../simulator/search/grover-plane.ts";
import { drawPhaseEstimate } from "../simulator/search/phase-estimation-law.ts";
import { requireIterations } from "../simulator/search/require-iterations.ts";
import type { PreparationOracle } from "./preparation-oracle.ts";

/** What a preparation does, seen from outside: its two parts, and who pays. */
export interface PlanePreparation {
  /** Masses of the good and of the bad part of 𝒜|0⟩, on any common scale. */
  readonly good: number;
  readonly bad: number;
  /** Draws the index seen beside a good flag, and beside a bad one. Never called for a part of mass 0. */
  drawGood(random: RandomStream): number;
  drawBad(random: RandomStream): number;
  /** Bills `count` uses of 𝒜 (forward), of 𝒜⁻¹ (inverse), or of controlled rounds (controlled). */
  bill(use: "forward" | "inverse" | "controlled", count: number): void;
}

/**
 * Simulates a preparation 𝒜 in the plane of its good and its bad part, exactly.
 *
 * Q = −𝒜 S₀ 𝒜⁻¹ S_good never leaves that plane, and inside each part the outcome law stays what 𝒜|0⟩ made it. So two
 * numbers carry the state at any size.
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055, section 2.
 */
export function planePreparation(preparation: PlanePreparation): PreparationOracle {
  const { good, bad } = preparation;
  const { angle } = new GroverPlane(good, bad);
  return {
    promisedSuccess: () => good / (good + bad),
    prepare() {
      const plane = new GroverPlane(good, bad);
      preparation.bill("forward", 1);
      return {
        reset() {
          plane.reset();
          preparation.bill("forward", 1);
        },
        amplify(rounds) {
          requireIterations("amplify", rounds);
          plane.iterate(rounds);
          preparation.bill("inverse", rounds);
          preparation.bill("forward", rounds);
        },
        successProbability: () => plane.goodProbability(),
        measure(random) {
          const isGood = random.uniform() < plane.goodProbability();
          const success = (isGood && good > 0) || !(bad > 0);
          return {
            success,
            index: success ? preparation.drawGood(random) : preparation.drawBad(random),
          };
        },
      };
    },
    estimatePhase(points, random) {
      const outcome = drawPhaseEstimate(points, angle, random);
      preparation.bill("forward", 1);
      preparation.bill("controlled", points - 1);
      return outcome;
    },
  };
}
