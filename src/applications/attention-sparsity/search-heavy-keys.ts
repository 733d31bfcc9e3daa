import { Ledger } from "../../oracles/ledger.ts";
import { valueOracle } from "../../oracles/value-oracle.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Fidelity } from "../../simulator/search/search-register.ts";
import type { Task } from "../../task/task.ts";
import { type HeavyEntries, heavyEntriesTask } from "../heavy-entries.ts";

/** The searches for the heavy keys of one row. */
export interface SearchedKeys {
  /** Threshold unknown, k promised. */
  readonly free: HeavyEntries;
  /** Threshold and number promised. */
  readonly promised: HeavyEntries;
  readonly ledgers: readonly [Ledger, Ledger];
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
