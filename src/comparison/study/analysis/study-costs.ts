import type { Access, LedgerEntry, Unit } from "../../../oracles/ledger-entry.ts";

/** Queries of both kinds; kept apart until a price says what one is worth in the other. */
export interface Queries {
  readonly quantum: number;
  readonly classical: number;
}

/**
 * Sums the queries of one unit in a bill, over all oracles or those of one name. A count that is not known makes the sum
 * NaN.
 */
export function queriesOf(entries: readonly LedgerEntry[], unit: Unit, oracle?: string): Queries {
  const sum = (access: Access) =>
    entries
      .filter((entry) => entry.access === access && entry.unit === unit)
      .filter((entry) => oracle === undefined || entry.oracle === oracle)
      .reduce((total, { count }) => total + (count ?? Number.NaN), 0);
  return { quantum: sum("quantum"), classical: sum("classical") };
}

/** What queries cost in classical ones, when a quantum query costs as much as `price` of them. */
export function costOf({ quantum, classical }: Queries, price: number): number {
  return price * quantum + classical;
}
