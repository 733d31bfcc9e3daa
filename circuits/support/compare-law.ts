import type { CountsExpectation, MeanExpectation, MostLikelyExpectation } from "../program.ts";
import type { BitLaw } from "./bit-law.ts";
import { type ComparedEntry, type Comparison, compareExactly } from "./comparison.ts";
import { rateBound } from "./rate-bound.ts";

/** Puts the law of the classical bits beside an expected law, most likely outcome or mean. */
export function compareLaw(
  law: BitLaw,
  expectation: CountsExpectation | MostLikelyExpectation | MeanExpectation,
): Comparison {
  if (expectation.kind === "counts") return compareCounts(law, expectation);
  if (law.shots !== undefined) {
    throw new RangeError(
      `expect: expected a circuit without loops for ${expectation.kind}, got one whose law is known by rates only; state the counts.`,
    );
  }
  return expectation.kind === "mean" ? compareMean(law, expectation) : compareMostLikely(law, expectation);
}

function compareCounts({ bits, probabilities, shots }: BitLaw, { law }: CountsExpectation): Comparison {
  // An object lists keys that look like whole numbers first; outcomes are to stand in their order.
  const outcomes = Object.keys(law).sort();
  const free = [...outcomes[0]].map((digit) => digit === "x");
  const obtained = new Map<string, number>();
  probabilities.forEach((probability, outcome) => {
    const digits = bits === 0 ? "" : outcome.toString(2).padStart(bits, "0");
    const pattern = [...digits].map((digit, k) => (free[k] ? "x" : digit)).join("");
    obtained.set(pattern, (obtained.get(pattern) ?? 0) + probability);
  });
  const entries = outcomes.map(
    (label): ComparedEntry => ({
      label,
      expected: [law[label], 0],
      obtained: [obtained.get(label) ?? 0, 0],
    }),
  );
  const others = [...obtained].filter(([label]) => !(label in law)).map(([, probability]) => probability);
  const comparison = compareExactly(entries, Math.max(0, ...others));
  if (shots === undefined) return comparison;
  // What is impossible must never happen, and what is certain must always.
  const certain = entries.every(({ expected }) => expected[0] === 0 || expected[0] === 1);
  const impossible = others.some((rate) => rate > 0);
  return {
    ...comparison,
    shots,
    allowed: certain || impossible ? comparison.allowed : rateBound(shots, entries.length),
  };
}

function compareMostLikely({ probabilities }: BitLaw, { outcome, least }: MostLikelyExpectation): Comparison {
  const index = Number.parseInt(outcome, 2);
  const rival = Math.max(0, ...probabilities.filter((_, k) => k !== index));
  const obtained = probabilities[index];
  const wanted = Math.max(least, rival);
  return {
    entries: [{ label: outcome, expected: [least, 0], obtained: [obtained, 0] }],
    deviation: Math.max(0, wanted - obtained),
    allowed: 0,
  };
}

function compareMean({ probabilities }: BitLaw, { what, of, value }: MeanExpectation): Comparison {
  const mean = probabilities.reduce((sum, probability, outcome) => sum + probability * of(outcome), 0);
  return compareExactly([{ label: what, expected: [value, 0], obtained: [mean, 0] }]);
}
