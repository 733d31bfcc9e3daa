import type { Expectation } from "../../circuits/program.ts";
import type { Comparison } from "../../circuits/support/comparison.ts";
import { numberText } from "../../src/presentation/index.ts";

const names: Record<Expectation["kind"], string> = {
  state: "State of the qubits",
  counts: "Law of the classical bits",
  "most likely": "Most likely outcome",
  mean: "Mean",
  spectrum: "Spectrum of the reduced state",
  block: "Block of the circuit’s matrix",
  map: "Amplitude with which basis states go where they must",
};

/** What an expectation is about, as a caption. */
export function expectationName({ kind }: Expectation): string {
  return names[kind];
}

/** Whether what came out agrees, and how closely, in a sentence. */
export function verdict({ kind }: Expectation, { deviation, allowed, shots }: Comparison): string {
  const word = deviation <= allowed ? "Agrees" : "Does not agree";
  const size = numberText(deviation, { style: "significant", digits: 2 });
  if (kind === "most likely") return `${word}.`;
  if (shots === undefined || allowed <= 1e-12) {
    const runs = shots === undefined ? "" : ` in all ${numberText(shots)} runs`;
    return deviation === 0 ? `${word} exactly${runs}.` : `${word}${runs}; largest difference ${size}.`;
  }
  const bound = numberText(allowed, { style: "significant", digits: 2 });
  return `${word}: rates of ${numberText(shots)} runs, largest difference ${size} where ${bound} is allowed.`;
}
