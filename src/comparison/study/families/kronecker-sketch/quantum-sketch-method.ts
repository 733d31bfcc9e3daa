import { approximateKroneckerTask } from "../../../../algorithms/approximate-kronecker.ts";
import { predictKronecker } from "../../../../algorithms/predict-kronecker.ts";
import type { SketchOptions } from "../../../../algorithms/sketch-options.ts";
import { rowOracle } from "../../../../oracles/row-oracle.ts";
import type { StudyMethod } from "../../study-family.ts";
import { certifiedOutcome } from "./certified-outcome.ts";
import { kroneckerFactors } from "./kronecker-factors.ts";
import { kroneckerSetting } from "./kronecker-setting.ts";

/** The quantum sketch in one of its forms. */
export function quantumSketchMethod(
  words: Pick<StudyMethod, "name" | "title" | "guaranteed" | "source" | "assumptions" | "costs">,
  options: Pick<SketchOptions, "search" | "fallback">,
): StudyMethod {
  return {
    ...words,
    side: "quantum",
    *run(setting, random) {
      const { epsilon, delta, constant, ...shape } = kroneckerSetting(setting);
      const factors = kroneckerFactors({ epsilon, delta, constant, ...shape }, random.split("instance"));
      const sketch = yield* approximateKroneckerTask(
        factors.map((factor) => rowOracle(factor)),
        { ...options, epsilon, delta, constant, random: random.split("quantum sketch") },
      );
      return yield* certifiedOutcome(factors, sketch, epsilon);
    },
    predict(setting) {
      const { n, d, q, epsilon, delta, constant } = kroneckerSetting(setting);
      const shapes = new Array(q).fill({ rows: n, columns: d });
      return predictKronecker(shapes, { ...options, epsilon, delta, constant }).ledger;
    },
  };
}
