// Microsoft's QDK: a second simulator, and what a circuit would need on an error-corrected machine.

export type { QdkOptions } from "./load-qdk.ts";
export { type QdkEstimate, type QdkEstimateOptions, qdkEstimate } from "./qdk-estimate.ts";
export { qdkRunner } from "./qdk-runner.ts";
export { qdkState } from "./qdk-state.ts";
export { type QdkQasmOptions, runQasmOnQdk } from "./run-qasm-on-qdk.ts";
export { type QsharpOptions, toQsharp } from "./to-qsharp.ts";
