import type { FailureBudget } from "../../index.ts";
import { numberText } from "../../presentation/index.ts";

/** How δ is shared, in a line. */
export function budgetLine({ delta, perSampling, perCertificate, tuples, stages }: FailureBudget): string {
  const count = stages.reduce((sum, stage) => sum + stage, 0);
  const small = (value: number) => numberText(value, { style: "significant" });
  const drawing = tuples > 0 ? `, ${small(tuples)} for drawing tuples` : "";
  return `  δ = ${delta} ≥ at most ${count} samplings × ${small(perSampling)} + ${count} searches × ${small(perCertificate)}${drawing}`;
}
