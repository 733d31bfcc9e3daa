import { LimitError } from "../../../../errors/limit-error.ts";
import { requireListSize } from "../../../../matrix/kronecker/require-list-size.ts";
import { tuplesNeeded } from "../../../../matrix/kronecker/tuples-needed.ts";
import type { Setting } from "../../setting.ts";
import { isDenseKind } from "../named-matrix.ts";
import { kroneckerSetting } from "./kronecker-setting.ts";

/** Certificates decompose a matrix of this many rows and columns. */
const largestDimension = 512;
/** Dense factors together; 2^27 entries are a gigabyte. */
const mostEntries = 2 ** 27;

/**
 * Refuses settings that make no instance or do not fit, before anything is allocated.
 *
 * Errors: RangeError for more columns than rows, LimitError for d^q, dense factors or lists of tuples that are too large.
 */
export function requireKronecker(setting: Setting): void {
  const { n, d, q, epsilon, delta, constant, matrix } = kroneckerSetting(setting);
  if (n < 2 * d) {
    throw new RangeError(`n: expected at least 2d = ${2 * d} rows, got ${n}; the factors are to be tall.`);
  }
  const dimension = d ** q;
  if (dimension > largestDimension) {
    throw new LimitError(
      "d",
      largestDimension,
      dimension,
      "columns of the product (d^q)",
      "take fewer columns",
    );
  }
  if (isDenseKind(matrix) && q * n * d > mostEntries) {
    throw new LimitError(
      "n",
      mostEntries,
      q * n * d,
      `entries of ${matrix} factors`,
      "take fewer rows, or matrix blocks, which is stored by classes of rows",
    );
  }
  // ε/(q+1) is below the share of ε that drawing gets, so that this is more than any method draws.
  const draws = tuplesNeeded({
    constant,
    rank: dimension,
    ratio: dimension,
    epsilon: epsilon / (q + 1),
    delta: delta / 6,
  });
  requireListSize("epsilon", { tuples: draws });
}
