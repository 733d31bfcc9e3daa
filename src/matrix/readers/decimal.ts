const missingMarks = new Set(["", "na", "n/a", "nan", "null", "none", "?", "."]);

/**
 * The number that a piece of text writes in decimal, or NaN if it writes none. Blanks around it are allowed.
 *
 * `Number` alone would read an empty field as 0 and `0x1F` as 31; neither is a decimal number. An infinite result
 * means that the text says so or that its value is beyond the range of float64: callers refuse it.
 *
 * @example decimal(" 1.5e3"); decimal(""); decimal("0x1F") // 1500, NaN, NaN
 */
export function decimal(text: string): number {
  const value = Number(text);
  if (value === 0 && text.trim() === "") return Number.NaN;
  // The other traps begin with a blank or with 0, so that most numbers pass with one comparison.
  if (text.charCodeAt(0) <= 48 && /^\s*0[xbo]/i.test(text)) return Number.NaN;
  return value;
}

/** Whether a piece of text is a usual mark of a missing value: nothing, NA, N/A, NaN, null, None, ? or a full stop. */
export function isMissing(text: string): boolean {
  return missingMarks.has(text.trim().toLowerCase());
}
