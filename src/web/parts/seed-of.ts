/** A seed as the command line reads it: digits are a number, anything else is a text. */
export function seedOf(text: string): number | string {
  const value = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(value) ? value : text;
}
