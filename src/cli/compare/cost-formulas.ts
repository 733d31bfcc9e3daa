import type { StudyPlan } from "../../index.ts";

/** The cost formulas of a study as LaTeX, by name. mathjs is loaded here and nowhere before. */
export async function costFormulas({ methods }: StudyPlan): Promise<Record<string, string>> {
  const models = methods.flatMap(({ costs }) => costs);
  if (models.length === 0) return {};
  const { costExpression } = await import("../../adapters/mathjs/index.ts");
  return Object.fromEntries(models.map((model) => [model.name, costExpression(model).toLatex()]));
}
