import { LimitError } from "../../errors/limit-error.ts";

/** The longest list of row tuples that is made; its look-up table and weights take a few gigabytes. */
export const largestTupleList = 2 ** 24;

/** The most draws that are made into a list, be it short because tuples repeat. */
export const mostDraws = 2 ** 28;

/**
 * Checks that a list of row tuples can be held, before it is drawn.
 *
 * Errors: LimitError for more than 2^24 tuples and for more than 2^28 draws.
 */
export function requireListSize(subject: string, size: { readonly tuples: number; readonly draws?: number }) {
  const { tuples, draws = 0 } = size;
  if (!(tuples <= largestTupleList)) throw tooMany(subject, largestTupleList, tuples, "tuples");
  if (!(draws <= mostDraws)) throw tooMany(subject, mostDraws, draws, "draws");
}

function tooMany(subject: string, limit: number, needed: number, unit: string): LimitError {
  return new LimitError(
    subject,
    limit,
    Math.ceil(needed),
    unit,
    "use a larger epsilon, or ask for fewer draws",
  );
}
