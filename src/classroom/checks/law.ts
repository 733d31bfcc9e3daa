import type { Circuit } from "../../index.ts";
import type { Difference } from "../difference.ts";
import { exactly } from "./amplitudes.ts";
import { type BitLaw, bitLaw, chance, largestGap, probabilityOf } from "./bit-law.ts";
import { circuitChecker } from "./circuit-checker.ts";

/** Whether the classical bits of a circuit have the law of the solution's. */
export const law = circuitChecker<"law", BitLaw>({
  look: (circuit: Circuit) => bitLaw(circuit),
  compare(seen, right, { tolerance = exactly, given }, instance): Difference | null {
    const [bits] = Object.keys(seen);
    const [wanted] = Object.keys(right);
    if (bits.length !== wanted.length) {
      return { reason: `It reads ${bits.length} classical bits; ${wanted.length} are asked for.` };
    }
    const { bits: worst, gap } = largestGap(seen, right);
    if (gap <= tolerance) return null;
    const setting = given === undefined ? "" : `With ${given.gate} = { ${given.instances[instance].body} }: `;
    return {
      reason: "The classical bits come out with other probabilities.",
      counterexample: `${setting}${worst} must come out with probability ${chance(probabilityOf(right, worst))}, here it does with ${chance(probabilityOf(seen, worst))}.`,
    };
  },
  same: (one, other) => largestGap(one, other).gap <= 1e-6,
});
