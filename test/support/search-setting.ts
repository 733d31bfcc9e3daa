import { Ledger } from "../../src/oracles/ledger.ts";
import { markedSetOracle } from "../../src/oracles/marked-set-oracle.ts";
import type { Fidelity } from "../../src/simulator/search/search-register.ts";
import { randomMarked } from "./random-marked.ts";

/** A search oracle over random marked positions that computes and uncomputes a row, with its bill. */
export function searchSetting(size: number, count: number, seed = 1, fidelity: Fidelity = "subspace") {
  const ledger = new Ledger();
  const marked = randomMarked(size, count, seed);
  const oracle = markedSetOracle({
    name: "A",
    marked,
    ledger,
    fidelity,
    queriesPerPhase: 2,
    unit: "row",
  });
  return {
    ledger,
    marked,
    oracle,
    quantum: () => ledger.total({ access: "quantum" }),
    classical: () => ledger.total({ access: "classical" }),
  };
}
