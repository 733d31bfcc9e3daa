// mathjs: matrices to and from.

export { complexFromMathjs, fromMathjs } from "./from-mathjs.ts";
export { stateToMathjs, toMathjs } from "./to-mathjs.ts";
