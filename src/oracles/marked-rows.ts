import { rankOf } from "../simulator/search/marked-positions.ts";
import type { MarkedSet } from "../simulator/search/marked-set.ts";
import type { Fidelity, SearchRegister } from "../simulator/search/search-register.ts";
import type { Ledger } from "./ledger.ts";
import { markedSetOracle } from "./marked-set-oracle.ts";
import type { FoundRow, MarkedRows } from "./nested-subsets.ts";
import type { PhaseOracle } from "./phase-oracle.ts";
import { rememberAccepted } from "./remember-accepted.ts";

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
  const { oracle: remembering, requireAccepted } = rememberAccepted(oracle, drawn.name, "row");
  return {
    ...remembering,
    found(position) {
      requireAccepted(position);
      return describe(rankOf(positions, position));
    },
  };
}
