import {
  findAll,
  findMaximum,
  Ledger,
  markedSetOracle,
  type RandomStream,
  replicatedBasisMatrix,
  rowOracle,
  shuffled,
  spectralApproximation,
  unknownCountSearch,
  valueOracle,
} from "../index.ts";

/** What both sides asked, by the bill of runs that were made. */
export interface Counted {
  readonly quantum: number;
  readonly classical: number;
}

/** A problem whose two sides can be run on parameters of one's choice. */
export interface Problem {
  readonly name: string;
  /** What is counted, in words. */
  readonly summary: string;
  readonly parameters: Readonly<
    Record<string, { readonly least: number; readonly most: number; readonly whole: boolean }>
  >;
  /** How many seeded runs a count is the median of: an odd number. */
  readonly runs: number;
  /** Runs both sides once. */
  count(parameters: Readonly<Record<string, number>>, random: RandomStream): Counted;
}

const items = { least: 2, most: 2 ** 20, whole: true };

/** The problems that exercises can ask an instance of. */
export const problems: readonly Problem[] = [
  {
    name: "find one",
    summary:
      "queries until one of the marked items is found: quantum search with an unknown count against reading in random order",
    parameters: { items, marked: { least: 1, most: 2 ** 20, whole: true } },
    runs: 15,
    count({ items: size, marked }, random) {
      const ledger = new Ledger();
      const positions = markedPositions(size, marked, random);
      const oracle = markedSetOracle({
        name: "f",
        marked: { size, positions },
        ledger,
        fidelity: "subspace",
      });
      const { position } = unknownCountSearch(oracle, { random: random.split("search"), cutOff: 50 });
      if (position === null) throw new Error("find one: nothing was found; choose another seed.");
      // The least of k positions in a random order of all: what reading one by one takes.
      const order = random.split("reading");
      let left = size;
      let reads = 0;
      do {
        reads++;
      } while (order.integer(left--) >= marked);
      return { quantum: asked(ledger), classical: reads };
    },
  },
  {
    name: "find all",
    summary:
      "queries until all marked items are found and a search has certified that none is left, against reading every item",
    parameters: { items, marked: { least: 0, most: 4096, whole: true } },
    runs: 15,
    count({ items: size, marked }, random) {
      const ledger = new Ledger();
      const positions = markedPositions(size, marked, random);
      const oracle = markedSetOracle({
        name: "f",
        marked: { size, positions },
        ledger,
        fidelity: "subspace",
      });
      findAll(oracle, { missProbability: 1e-3, random: random.split("search") });
      return { quantum: asked(ledger), classical: size };
    },
  },
  {
    name: "maximum",
    summary:
      "queries until the search for the largest value stops at its cut-off (success at least ½), against reading every value",
    parameters: { items: { least: 2, most: 2 ** 16, whole: true } },
    runs: 15,
    count({ items: size }, random) {
      const ledger = new Ledger();
      const values = shuffled(
        Array.from({ length: size }, (_, k) => k),
        random.split("values"),
      );
      findMaximum(valueOracle(values, { name: "v", ledger, fidelity: "subspace" }), {
        random: random.split("search"),
      });
      return { quantum: asked(ledger), classical: size };
    },
  },
  {
    name: "spectral sketch",
    summary:
      "row queries of the quantum spectral sketch (no fallback to reading) against reading every row once",
    parameters: {
      rows: { least: 16, most: 2 ** 30, whole: true },
      columns: { least: 1, most: 8, whole: true },
      epsilon: { least: 0.05, most: 0.9, whole: false },
    },
    runs: 5,
    count({ rows, columns, epsilon }, random) {
      const counts = Array.from({ length: columns }, (_, k) => Math.floor((rows + k) / columns));
      const { ledger } = spectralApproximation(rowOracle(replicatedBasisMatrix({ counts })), {
        epsilon,
        delta: 0.05,
        fallback: "never",
        random: random.split("sketch"),
      });
      return { quantum: asked(ledger), classical: rows };
    },
  },
];

/** All that the quantum side asked its oracle, its checks and readings included; look-ups of what it found itself are its own. */
function asked(ledger: Ledger): number {
  let total = 0;
  for (const { label, unit, count } of ledger.entries()) {
    if (label === "measured" && unit !== "lookup") total += count ?? 0;
  }
  return total;
}

function markedPositions(size: number, marked: number, random: RandomStream): Float64Array {
  if (marked > size) {
    throw new RangeError(
      `marked: expected at most ${size}, as many as there are items, got ${marked}; mark fewer.`,
    );
  }
  const choice = random.split("marked");
  const chosen = new Set<number>();
  // Floyd's sampling: k different positions with k draws.
  for (let k = size - marked; k < size; k++) {
    const position = choice.integer(k + 1);
    chosen.add(chosen.has(position) ? k : position);
  }
  return Float64Array.from(chosen).sort();
}
