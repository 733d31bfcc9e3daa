// Qiskit Aer: circuits run by Python, for states larger than one machine.

export type { AerOptions } from "./aer-options.ts";
export { aerRunner } from "./aer-runner.node.ts";
