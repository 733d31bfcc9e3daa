import type { Answer } from "../answer.ts";
import type { Checker } from "../checker.ts";

/** Whether a number is near the solution's. */
export const number: Checker<"number", number> = {
  answer: "number",
  observe: (answer: Answer) => (answer as { number: number }).number,
  difference(seen, right, { tolerance, relative = false }) {
    const allowed = relative ? tolerance * Math.abs(right) : tolerance;
    if (Math.abs(seen - right) <= allowed) return null;
    return { reason: seen < right ? "The number is too small." : "The number is too large." };
  },
  alike: (one, other) => Math.abs(one - other) <= 1e-3 * Math.max(Math.abs(one), Math.abs(other)),
};
