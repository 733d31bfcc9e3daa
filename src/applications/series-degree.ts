import type { IntegerParameter } from "./system.ts";

/** The parameter of systems that replace exp by its series up to an even degree (see polynomialFeatures). */
export function seriesDegree(standard: number): IntegerParameter {
  return {
    kind: "integer",
    default: standard,
    least: 0,
    most: 64,
    description: "degree g of the series of exp, even",
  };
}
