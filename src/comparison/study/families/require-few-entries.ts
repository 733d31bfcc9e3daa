import { LimitError } from "../../../errors/limit-error.ts";
import { isDenseKind } from "./named-matrix.ts";

/** Entries that are held one by one; 2^24 are 128 MiB. */
export const mostEntries = 2 ** 24;

/**
 * Refuses as many entries as would have to be held one by one: of a matrix stored by rows, or for a method that touches
 * every row by itself, also where rows are alike.
 *
 * Errors: LimitError.
 */
export function requireFewEntries(
  entries: number,
  {
    matrix,
    what,
    touching,
  }: { readonly matrix: string; readonly what: string; readonly touching: string | undefined },
): void {
  if (entries <= mostEntries) return;
  if (isDenseKind(matrix)) {
    const remedy = "take fewer rows, or matrix blocks, which is stored by classes of rows";
    throw new LimitError("n", mostEntries, entries, `entries of a ${matrix} ${what}`, remedy);
  }
  if (touching !== undefined) {
    const remedy = "take fewer rows, or leave the method out";
    throw new LimitError("n", mostEntries, entries, `entries that ${touching} touches one by one`, remedy);
  }
}
