import { InvalidArgumentError } from "commander";

/** Values as they were typed, by name. */
export type Settings = Readonly<Record<string, string>>;

/** `key=value`, the value left as text. Collects repeated uses. */
export function parseSetting(text: string, before: Settings = {}): Settings {
  const match = /^([A-Za-z][A-Za-z0-9-]*)=(.+)$/s.exec(text.trim());
  if (match === null) {
    throw new InvalidArgumentError(`Expected key=value, such as n=60, got ${JSON.stringify(text)}.`);
  }
  const [, key, value] = match;
  if (Object.hasOwn(before, key)) {
    throw new InvalidArgumentError(`Expected a value for ${key} once, got two.`);
  }
  return { ...before, [key]: value.trim() };
}
