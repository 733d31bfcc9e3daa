import type { SearchOracle } from "./search-oracle.ts";

/** A search oracle whose accepted positions are remembered, so that what a check has read is handed over once paid for. */
export interface Remembering<Oracle extends SearchOracle> {
  readonly oracle: Oracle;
  /** Throws a RangeError for a position that neither a check nor an attempt has accepted. */
  requireAccepted(position: number): void;
}

/** Wraps an oracle so that it remembers which positions were accepted. `what` names what an accepted check has read. */
export function rememberAccepted<Oracle extends SearchOracle>(
  oracle: Oracle,
  name: string,
  what: string,
): Remembering<Oracle> {
  const accepted = new Set<number>();
  return {
    oracle: {
      ...oracle,
      attempt(iterations, random) {
        const position = oracle.attempt(iterations, random);
        if (position !== null) accepted.add(position);
        return position;
      },
      attemptEach(ranges, random, maxIterations) {
        const result = oracle.attemptEach(ranges, random, maxIterations);
        if (result.position !== null) accepted.add(result.position);
        return result;
      },
      check(position) {
        const isMarked = oracle.check(position);
        if (isMarked) accepted.add(position);
        return isMarked;
      },
    },
    requireAccepted(position) {
      if (!accepted.has(position)) {
        throw new RangeError(
          `${name}: expected a position that a check accepted, got ${position}; its ${what} has not been paid for.`,
        );
      }
    },
  };
}
