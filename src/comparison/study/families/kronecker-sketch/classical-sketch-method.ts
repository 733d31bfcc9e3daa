import { classicalSketch } from "../../../../baselines/classical-sketch.ts";
import { tuplesNeeded } from "../../../../matrix/kronecker/tuples-needed.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import { rowOracle } from "../../../../oracles/row-oracle.ts";
import type { StudyMethod } from "../../study-family.ts";
import { certifiedOutcome } from "./certified-outcome.ts";
import { kroneckerFactors } from "./kronecker-factors.ts";
import { type KroneckerSetting, kroneckerSetting } from "./kronecker-setting.ts";

type Law = "leverage" | "length-squared" | "uniform";

/** Sampling of row tuples from a product law, the classical rival in one of its forms. */
export function classicalSketchMethod(
  words: Pick<StudyMethod, "name" | "title" | "guaranteed" | "source" | "assumptions" | "costs">,
  law: Law,
): StudyMethod {
  const predict = (setting: KroneckerSetting): LedgerEntry[] =>
    Array.from({ length: setting.q }, (_, k) => ({
      oracle: `A${k + 1}`,
      access: "classical",
      unit: "row",
      use: "read",
      stage: "reading",
      ...(law === "uniform"
        ? {
            count: distinctRows(setting),
            label: "expected",
            note: "n(1 − (1 − 1/n)^m) different rows in m draws",
          }
        : { count: setting.n, label: "exact", note: "every row once" }),
    }));
  return {
    ...words,
    side: "classical",
    *run(setting, random) {
      const own = kroneckerSetting(setting);
      const { epsilon, delta, constant } = own;
      const factors = kroneckerFactors(own, random.split("instance"));
      const sketch = classicalSketch(
        factors.map((factor) => rowOracle(factor)),
        { epsilon, delta, constant, law, random: random.split("classical sketch") },
      );
      return yield* certifiedOutcome(factors, sketch, epsilon);
    },
    predict: (setting) => predict(kroneckerSetting(setting)),
    ...(law === "uniform" ? {} : { limit: (setting) => predict(kroneckerSetting(setting)) }),
  };
}

function distinctRows({ n, d, q, epsilon, delta, constant }: KroneckerSetting): number {
  const draws = tuplesNeeded({ constant, rank: d ** q, ratio: d ** q, epsilon, delta });
  return -n * Math.expm1(draws * Math.log1p(-1 / n));
}
