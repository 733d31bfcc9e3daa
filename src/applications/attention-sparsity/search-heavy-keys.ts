import { Ledger } from "../../oracles/ledger.ts";
import { valueOracle } from "../../oracles/value-oracle.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Fidelity } from "../../simulator/search/search-register.ts";
import type { Task } from "../../task/task.ts";
import { type HeavyEntries, heavyEntriesTask } from "../heavy-entries.ts";
import { type SearchedMass, searchMassTask } from "./search-mass.ts";

/** The searches for the heavy keys of one row. */
export interface SearchedKeys {
  /** Threshold unknown, k promised. */
  readonly free: HeavyEntries;
  /** Threshold and number promised. */
  readonly promised: HeavyEntries;
  readonly ledgers: readonly [free: Ledger, promised: Ledger];
}

/** Searches for the k heaviest keys: with their number promised, and with the threshold too. */
export function* searchHeavyKeys(
  logits: Float64Array,
  k: number,
  fidelity: Fidelity,
  random: RandomStream,
): Task<SearchedKeys> {
  const sorted = Float64Array.from(logits).sort().reverse();
  const ledgers = [new Ledger(), new Ledger()] as const;
  const doors = ledgers.map((ledger) => {
    ledger.enter("heavy keys");
    return valueOracle(logits, { name: "keys", ledger, fidelity, unit: "key" });
  });
  const free = yield* heavyEntriesTask(doors[0], { goal: { count: k }, random: random.split("heavy keys") });
  // The next smaller value: where logits tie with the least that is kept, all of them are above it.
  const threshold = sorted.find((value) => value < sorted[k - 1]) ?? Number.NEGATIVE_INFINITY;
  const promised = yield* heavyEntriesTask(doors[1], {
    goal: { threshold },
    countIsPromised: true,
    random: random.split("promised"),
  });
  return { free, promised, ledgers };
}

/** Searches for keys that hold a share of the softmax, with nothing promised; at the subspace level, which is the same run. */
export function* searchKeysByMass(
  logits: Float64Array,
  mass: number,
  random: RandomStream,
): Task<{ readonly searched: SearchedMass; readonly ledger: Ledger }> {
  const ledger = new Ledger();
  ledger.enter("heavy keys by mass");
  const door = valueOracle(logits, { name: "keys", ledger, fidelity: "subspace", unit: "key" });
  const searched = yield* searchMassTask(door, { mass, random: random.split("mass") });
  return { searched, ledger };
}
