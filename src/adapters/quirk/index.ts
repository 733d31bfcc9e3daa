// Quirk: circuits as addresses that open in the browser, and back.

export { type FromQuirkOptions, fromQuirk } from "./from-quirk.ts";
export type { QuirkCell, QuirkCircuit, QuirkCustomGate } from "./quirk-circuit.ts";
export { quirkUrl, toQuirk } from "./to-quirk.ts";
