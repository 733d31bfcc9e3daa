import type { Unit } from "../../oracles/ledger-entry.ts";

/**
 * What a study counts and compares: queries of one unit of the bill, `flop` for operations, or `word` for the most words that
 * are held at a time. One measure a study; different ones are never compared.
 */
export type Measure = Unit | "flop" | "word";
