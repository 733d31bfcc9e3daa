/** The largest |x| of some numbers; 0 where there are none. */
export function largestEntry(values: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 0; k < values.length; k++) largest = Math.max(largest, Math.abs(values[k]));
  return largest;
}

/** The largest |x − y| of numbers that belong together, as many of each. */
export function largestEntryDifference(first: ArrayLike<number>, second: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 0; k < first.length; k++) largest = Math.max(largest, Math.abs(first[k] - second[k]));
  return largest;
}
