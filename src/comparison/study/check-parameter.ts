import { parameterRange } from "../../applications/parameter-range.ts";
import type { AnyParameter, ParameterValue } from "../../applications/system.ts";

/**
 * Checks one value against the parameter that it is for.
 *
 * Errors: RangeError or TypeError that begins with the place of the value.
 */
export function checkParameter(place: string, parameter: AnyParameter, value: unknown): ParameterValue {
  const wanted = `${place}: expected ${parameterRange(parameter)}, got ${JSON.stringify(value)}; it is ${parameter.description}.`;
  const types = { integer: "number", number: "number", flag: "boolean", choice: "string" } as const;
  if (typeof value !== types[parameter.kind]) throw new TypeError(wanted);
  switch (parameter.kind) {
    case "integer":
    case "number": {
      const number = value as number;
      const whole = parameter.kind === "number" || Number.isSafeInteger(number);
      if (!(whole && number >= parameter.least && number <= parameter.most)) throw new RangeError(wanted);
      return number;
    }
    case "flag":
      return value as boolean;
    case "choice":
      if (!parameter.choices.includes(value as string)) throw new RangeError(wanted);
      return value as string;
  }
}
