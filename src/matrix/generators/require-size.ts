/**
 * Checks a size, a count or a position of a generator.
 *
 * Errors: RangeError unless `value` is a whole number with least ≤ value ≤ most.
 */
export function requireSize(
  generator: string,
  name: string,
  value: number,
  least = 1,
  most: number = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  const range = most === Number.MAX_SAFE_INTEGER ? `≥ ${least}` : `from ${least} to ${most}`;
  throw new RangeError(
    `${generator}: expected ${name} to be a whole number ${range}, got ${value}; choose a value in that range.`,
  );
}

/** Most entries a generator allocates: 2^27 doubles are 1 GiB. */
const LARGEST = 2 ** 27;

/**
 * Checks the shape of a dense matrix before anything is allocated.
 *
 * Errors: RangeError for rows or columns that are not whole numbers ≥ 1, and beyond 2^27 entries (1 GiB).
 */
export function requireShape(generator: string, rows: number, columns: number): void {
  requireSize(generator, "rows", rows);
  requireSize(generator, "columns", columns);
  if (rows * columns > LARGEST) {
    throw new RangeError(
      `${generator}: expected at most 2^27 entries in a dense matrix, got ${rows} × ${columns}; use fewer rows or a matrix of row classes.`,
    );
  }
}
