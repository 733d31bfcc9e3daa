import { rankOf } from "../simulator/search/marked-positions.ts";
import type { MarkedSet } from "../simulator/search/marked-set.ts";
import type { Fidelity, SearchRegister } from "../simulator/search/search-register.ts";
import type { Ledger } from "./ledger.ts";
import { markedSetOracle } from "./marked-set-oracle.ts";
import type { FoundRow, MarkedRows } from "./nested-subsets.ts";
import type { PhaseOracle } from "./phase-oracle.ts";

/** Marks that have been drawn, and what each of them stands for. */
export interface DrawnMarks {
  readonly name: string;
  readonly ledger: Ledger;
  readonly fidelity: Fidelity;
  readonly marked: MarkedSet;
  /** The row behind the k-th marked position. */
  readonly describe: (k: number) => FoundRow;
  readonly register?: (marked: MarkedSet) => SearchRegister;
}

/**
 * Makes drawn marks searchable: the row is computed and uncomputed around each phase, and read by each check.
 *
 * Queries: 2 rows per iteration or rotation (one forward, one inverse), 1 row per check.
 */
export function markedRows({ describe, ...drawn }: DrawnMarks): MarkedRows & PhaseOracle {
  const positions = drawn.marked.positions;
  const oracle = markedSetOracle({ ...drawn, queriesPerPhase: 2, unit: "row" });
  const accepted = new Set<number>();
  return {
    ...oracle,
    attempt(iterations, random) {
      const position = oracle.attempt(iterations, random);
      if (position !== null) accepted.add(position);
      return position;
    },
    check(position) {
      const isMarked = oracle.check(position);
      if (isMarked) accepted.add(position);
      return isMarked;
    },
    found(position) {
      if (!accepted.has(position)) {
        throw new RangeError(
          `${drawn.name}: expected a position that a check accepted, got ${position}; its row has not been paid for.`,
        );
      }
      return describe(rankOf(positions, position));
    },
  };
}
