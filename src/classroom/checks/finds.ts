import type { Circuit } from "../../index.ts";
import type { Difference } from "../difference.ts";
import { type BitLaw, bitLaw, chance, largestGap, probabilityOf } from "./bit-law.ts";
import { circuitChecker } from "./circuit-checker.ts";

/** Whether a circuit reads something marked with at least the probability asked for, whatever is marked. */
export const finds = circuitChecker<"finds", BitLaw>({
  look: (circuit: Circuit) => bitLaw(circuit),
  compare(seen, _, { least, given }, instance): Difference | null {
    const marked = given?.instances[instance].marked ?? [];
    const [bits] = Object.keys(seen);
    if (marked.length > 0 && bits.length !== marked[0].length) {
      return { reason: `It reads ${bits.length} classical bits; ${marked[0].length} are asked for.` };
    }
    const found = marked.reduce((sum, item) => sum + probabilityOf(seen, item), 0);
    if (found >= least - 1e-9) return null;
    return {
      reason: "It does not find what is marked often enough.",
      counterexample: `With ${marked.join(", ")} marked, a marked item is read with probability ${chance(found)}; at least ${chance(least)} is asked for.`,
    };
  },
  same: (one, other) => largestGap(one, other).gap <= 1e-6,
});
