/**
 * The positions of the wanted columns, from their names or indices (counted from 0); all columns when nothing is asked.
 *
 * Errors: RangeError for an unknown or ambiguous name, a name where the table has none, an index out of range, or an
 * empty wish. `subject` begins the message.
 *
 * @example selectColumns("a.csv", 3, ["x", "y", "z"], ["z", 0]) // [2, 0]
 */
export function selectColumns(
  subject: string,
  width: number,
  names: readonly string[] | undefined,
  columns: readonly (string | number)[] | undefined,
): number[] {
  if (columns === undefined) return Array.from({ length: width }, (_, k) => k);
  if (columns.length === 0) {
    throw new RangeError(
      `${subject}: expected at least one column to keep, got an empty list; leave the option columns out to keep all.`,
    );
  }
  return columns.map((wanted) => {
    if (typeof wanted === "number") {
      if (Number.isInteger(wanted) && wanted >= 0 && wanted < width) return wanted;
      throw new RangeError(
        `${subject}: expected a column index from 0 to ${width - 1}, got ${wanted}; indices count from 0.`,
      );
    }
    if (names === undefined) {
      throw new RangeError(
        `${subject}: expected column indices, got the name "${wanted}" for a table without names; pass indices counted from 0.`,
      );
    }
    const position = names.indexOf(wanted);
    if (position < 0) {
      const known = names.slice(0, 12).map((name) => `"${name}"`);
      throw new RangeError(
        `${subject}: expected columns among ${known.join(", ")}${names.length > 12 ? ", …" : ""}, got "${wanted}"; check the spelling or pass indices counted from 0.`,
      );
    }
    if (names.indexOf(wanted, position + 1) >= 0) {
      throw new RangeError(
        `${subject}: expected a name that only one column bears, got "${wanted}", which several do; pass indices counted from 0.`,
      );
    }
    return position;
  });
}
