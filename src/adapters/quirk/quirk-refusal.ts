/** Requires an object. */
export function requireRecord(place: string, value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new TypeError(
    `fromQuirk: expected ${place} to be an object, got ${describeJson(value)}; check the JSON.`,
  );
}

/** Requires a list. */
export function requireList(place: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(
    `fromQuirk: expected ${place} to be a list, got ${describeJson(value)}; check the JSON.`,
  );
}

/** What stands there, for a message. */
export function describeJson(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 40);
}

/** Says what is wrong where. */
export function refuse(place: string, expected: string, got: string, remedy: string): never {
  throw new RangeError(`fromQuirk: expected ${expected} at ${place}, got ${got}; ${remedy}.`);
}
