import { queriesOf, type StudyPlan, type StudyPoint } from "../../index.ts";

/** Simulating this many checks takes about as long as the rest of a point. */
const checksOfOne = 20_000;

/**
 * How much work the simulation of each point is, relative to others: searches are simulated measurement by measurement,
 * so that the predicted number of checks tells. Reads cost the simulator nothing much.
 */
export function pointWeights({ family, points }: StudyPlan): number[] {
  const known = new Map<string, number>();
  return points.map((point: StudyPoint) => {
    const key = JSON.stringify([point.method, point.setting]);
    let weight = known.get(key);
    if (weight === undefined) {
      const method = family.methods.find(({ name }) => name === point.method);
      const checks = (method?.predict(point.setting) ?? []).filter(({ use }) => use === "check");
      weight = 1 + queriesOf(checks, family.unit).classical / checksOfOne;
      known.set(key, Number.isFinite(weight) ? weight : 1);
    }
    return Number.isFinite(weight) ? weight : 1;
  });
}
