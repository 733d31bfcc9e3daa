import type { ParameterValue } from "../../applications/system.ts";

/** The parameters of one instance of a problem, by name; all of them, with defaults filled in. */
export type Setting = Readonly<Record<string, ParameterValue>>;

/**
 * A setting as one line of text with its names in order, so that equal settings have equal texts.
 *
 * @example settingText({ n: 8, d: 2 }) // '{"d":2,"n":8}'
 */
export function settingText(setting: Setting): string {
  const names = Object.keys(setting).sort();
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, setting[name]])));
}

/**
 * The value of a parameter that must be a number.
 *
 * Errors: TypeError when it is none.
 */
export function numberOf(setting: Setting, name: string): number {
  const value = setting[name];
  if (typeof value === "number") return value;
  throw new TypeError(`study: expected ${name} to be a number, got ${JSON.stringify(value)}; pass a number.`);
}
