import {
  amplitudeRegister,
  fixedPointSearch,
  groverAngle,
  Ledger,
  type LedgerEntry,
  markedSetOracle,
  optimalIterations,
  type SearchResult,
  seededRandom,
  type Task,
  unknownCountSearch,
} from "../../../index.ts";
import { seedOf } from "../../parts/seed-of.ts";
import type { SearchMethod } from "./search-state.ts";

/** A search to follow. */
export interface SearchJobInput {
  readonly qubits: number;
  readonly marked: number;
  readonly iterations: number;
  readonly method: SearchMethod;
  readonly seed: string;
}

/** Where a search stands. */
export interface SearchJobOutput {
  readonly size: number;
  readonly positions: readonly number[];
  /** Amplitudes of the register after the iterations; all real. */
  readonly amplitudes: readonly number[];
  /** The Grover angle θ. */
  readonly angle: number;
  readonly probability: number;
  /** The number of iterations with the highest probability in the first half turn; null without a marked position. */
  readonly best: number | null;
  /** What a whole algorithm came to; null where a chosen number of iterations is followed. */
  readonly result: SearchResult | null;
  readonly ledger: readonly LedgerEntry[];
}

/** Follows a search on an amplitude register; the bill is counted while it runs. */
// biome-ignore lint/correctness/useYield: short enough to need no pause.
export function* searchJob(input: SearchJobInput): Task<SearchJobOutput> {
  const { iterations, method } = input;
  const size = 2 ** input.qubits;
  const count = Math.min(input.marked, size);
  const random = seededRandom(seedOf(input.seed));
  const positions = drawPositions(size, count, random.split("marked"));
  const marked = { size, positions: Float64Array.from(positions) };
  const ledger = new Ledger();
  const oracle = markedSetOracle({ name: "f", marked, ledger, fidelity: "amplitude" });
  ledger.enter(method);
  let result: SearchResult | null = null;
  if (method === "grover") oracle.prepare().iterate(iterations);
  else {
    const options = { random: random.split("search") };
    result =
      method === "unknown"
        ? unknownCountSearch(oracle, options)
        : fixedPointSearch(oracle, { ...options, failureProbability: 0.01 });
  }
  const register = amplitudeRegister(marked);
  register.iterate(iterations);
  return {
    size,
    positions,
    amplitudes: Array.from(register.amplitudes().re),
    angle: groverAngle(size, count),
    probability: register.markedProbability(),
    best: count === 0 ? null : optimalIterations(size, count),
    result,
    ledger: ledger.entries(),
  };
}

/** Different positions, ascending. */
function drawPositions(size: number, count: number, random: ReturnType<typeof seededRandom>): number[] {
  const left = Array.from({ length: size }, (_, position) => position);
  const drawn = Array.from({ length: count }, () => left.splice(random.integer(left.length), 1)[0]);
  return drawn.sort((a, b) => a - b);
}
