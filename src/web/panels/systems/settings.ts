import type { AnyParameter, ParameterValue } from "../../../index.ts";

/** Reads `n=60,d=5` for the parameters of a system; what cannot be read, or names no parameter, is left out. */
export function readSettings(
  text: string,
  parameters: Readonly<Record<string, AnyParameter>>,
): Record<string, ParameterValue> {
  const found: Record<string, ParameterValue> = {};
  for (const part of text.split(",")) {
    const at = part.indexOf("=");
    const [name, written] = [part.slice(0, at), part.slice(at + 1)];
    if (at < 1 || !Object.hasOwn(parameters, name)) continue;
    const value = readValue(written, parameters[name]);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Writes what {@link readSettings} reads. */
export function writeSettings(settings: Readonly<Record<string, ParameterValue>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value === null ? "auto" : value}`)
    .join(",");
}

function readValue(text: string, parameter: AnyParameter): ParameterValue | undefined {
  if (parameter.default === null && text === "auto") return null;
  switch (parameter.kind) {
    case "integer":
    case "number": {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      return Number.isFinite(value) ? value : undefined;
    }
    case "flag":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "choice":
      return parameter.choices.find((name) => name === text);
  }
}
