import { type AnyParameter, type ParameterValue, parameterRange } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

const flags: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

/**
 * Turns the text of a parameter into a value of its kind; `auto` stands for the choice of the system.
 *
 * Errors: CliError (usage) for a text that is no such value.
 */
export function settingValue(name: string, parameter: AnyParameter, text: string): ParameterValue {
  if (parameter.default === null && text === "auto") return null;
  const value = parsed(parameter, text);
  if (value !== undefined) return value;
  throw new CliError(
    exitCode.usage,
    `--param: expected ${name} to be ${parameterRange(parameter)}, got ${JSON.stringify(text)}; ${name}: ${parameter.description}.`,
  );
}

function parsed(parameter: AnyParameter, text: string): ParameterValue | undefined {
  switch (parameter.kind) {
    case "integer":
    case "number": {
      const value = text === "" ? Number.NaN : Number(text);
      return Number.isFinite(value) ? value : undefined;
    }
    case "flag":
      return flags[text.toLowerCase()];
    case "choice":
      return text;
  }
}
