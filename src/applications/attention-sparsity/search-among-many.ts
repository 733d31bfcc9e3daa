import { Ledger } from "../../oracles/ledger.ts";
import { markedSetOracle } from "../../oracles/marked-set-oracle.ts";
import { findAllTask } from "../../primitives/find-all.ts";
import { distinctIndices } from "../../random/distinct-indices.ts";
import type { RandomStream } from "../../random/random-stream.ts";

/** The subspace level: 256 heavy keys among 2^30, threshold known, their number not. */
export function* searchAmongMany(random: RandomStream) {
  const [n, k] = [2 ** 30, 256];
  const ledger = new Ledger();
  ledger.enter("heavy keys");
  const oracle = markedSetOracle({
    name: "keys",
    ledger,
    fidelity: "subspace",
    marked: { size: n, positions: distinctIndices(k, n, random.split("positions")) },
    queriesPerPhase: 2,
    unit: "key",
  });
  const { positions } = yield* findAllTask(oracle, { random: random.split("search"), missProbability: 1e-3 });
  return {
    large: {
      n,
      k: positions.length,
      quantumQueries: ledger.total({ access: "quantum", unit: "key" }),
      classicalQueries: ledger.total({ access: "classical", unit: "key" }),
    },
    bill: { method: "search among 2^30 keys, 256 heavy", ledger: ledger.entries(), work: null },
  };
}
