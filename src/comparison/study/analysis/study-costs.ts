import type { Work } from "../../../applications/work-count.ts";
import type { Access, LedgerEntry } from "../../../oracles/ledger-entry.ts";
import type { Measure } from "../measure.ts";

/** Queries of both kinds; kept apart until a price says what one is worth in the other. Operations and words are classical. */
export interface Queries {
  readonly quantum: number;
  readonly classical: number;
}

/**
 * Sums the queries of one unit in a bill, over all oracles or those of one name. A count that is not known makes the sum
 * NaN.
 */
export function queriesOf(entries: readonly LedgerEntry[], unit: Measure, oracle?: string): Queries {
  const sum = (access: Access) =>
    entries
      .filter((entry) => entry.access === access && entry.unit === unit)
      .filter((entry) => oracle === undefined || entry.oracle === oracle)
      .reduce((total, { count }) => total + (count ?? Number.NaN), 0);
  return { quantum: sum("quantum"), classical: sum("classical") };
}

/** What a run or a prediction comes to in the measure of a family; NaN for work that was not counted. */
export function amountOf(
  { ledger, work }: { readonly ledger: readonly LedgerEntry[]; readonly work?: Work | undefined },
  measure: Measure,
): Queries {
  if (measure === "flop") return { quantum: 0, classical: work?.flops ?? Number.NaN };
  if (measure === "word") return { quantum: 0, classical: work?.peakWords ?? Number.NaN };
  return queriesOf(ledger, measure);
}

/** What queries cost in classical ones, when a quantum query costs as much as `price` of them. */
export function costOf({ quantum, classical }: Queries, price: number): number {
  return price * quantum + classical;
}
