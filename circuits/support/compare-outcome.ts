import type { Circuit, RandomStream } from "../../src/index.ts";
import type { Expectation } from "../program.ts";
import { bitLaw } from "./bit-law.ts";
import { compareBlock } from "./compare-block.ts";
import { compareLaw } from "./compare-law.ts";
import { compareMap } from "./compare-map.ts";
import { compareSpectrum } from "./compare-spectrum.ts";
import { compareState } from "./compare-state.ts";
import type { Comparison } from "./comparison.ts";
import { requireExpectation } from "./require-expectation.ts";

/**
 * Runs a circuit and puts what comes out beside what was expected.
 *
 * Everything is exact but the laws of circuits that loop, or are large and measure before their end: those are rates of so
 * many seeded runs.
 *
 * Errors: RangeError for an expectation that does not fit the circuit.
 */
export function compareOutcome(
  circuit: Circuit,
  expectation: Expectation,
  options: { readonly shots: number; readonly random: RandomStream },
): Comparison {
  requireExpectation(circuit, expectation);
  switch (expectation.kind) {
    case "state":
      return compareState(circuit, expectation, options.random);
    case "spectrum":
      return compareSpectrum(circuit, expectation);
    case "block":
      return compareBlock(circuit, expectation);
    case "map":
      return compareMap(circuit, expectation);
    default:
      return compareLaw(bitLaw(circuit, options), expectation);
  }
}
