// mathjs: matrices to and from, and cost formulas.

export { type CostExpression, costExpression } from "./cost-expression.ts";
export { complexFromMathjs, fromMathjs } from "./from-mathjs.ts";
export { stateToMathjs, toMathjs } from "./to-mathjs.ts";
