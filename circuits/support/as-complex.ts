import type { ComplexEntry } from "../../src/index.ts";
import type { Complex } from "./complex-expression.ts";

/** A matrix entry or amplitude as a pair, however it was written. */
export function asComplex(entry: ComplexEntry): Complex {
  return typeof entry === "number" ? [entry, 0] : entry;
}
