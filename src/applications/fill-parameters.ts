import { parameterRange } from "./parameter-range.ts";
import type { AnyParameter, AnySystem, ParameterValue } from "./system.ts";

/**
 * Checks the values given for parameters of a system and fills in the defaults of the others.
 *
 * Errors: RangeError for an unknown name or a value out of range, TypeError for a value of the wrong kind.
 *
 * @example fillParameters(leverageInversion, { n: 60 }) // { n: 60, d: 5, … }
 */
export function fillParameters(
  system: Pick<AnySystem, "name" | "parameters">,
  given: Readonly<Record<string, ParameterValue>> = {},
): Record<string, ParameterValue> {
  const names = Object.keys(system.parameters);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(
      `system ${system.name}: expected parameters among ${names.join(", ")}, got ${unknown}; see kronket system ${system.name} --help.`,
    );
  }
  return Object.fromEntries(
    Object.entries(system.parameters).map(([name, parameter]) => [
      name,
      Object.hasOwn(given, name)
        ? checked(`system ${system.name}`, name, parameter, given[name])
        : parameter.default,
    ]),
  );
}

function checked(
  subject: string,
  name: string,
  parameter: AnyParameter,
  value: ParameterValue,
): ParameterValue {
  if (value === null && parameter.default === null) return value;
  const wanted = `${subject}: expected ${name} to be ${parameterRange(parameter)}, got ${JSON.stringify(value)}`;
  const types = { integer: "number", number: "number", flag: "boolean", choice: "string" } as const;
  if (typeof value !== types[parameter.kind])
    throw new TypeError(`${wanted}; pass a ${types[parameter.kind]}.`);
  if (!isAllowed(parameter, value)) throw new RangeError(`${wanted}; ${name}: ${parameter.description}.`);
  return value;
}

function isAllowed(parameter: AnyParameter, value: ParameterValue): boolean {
  switch (parameter.kind) {
    case "integer":
      return (
        Number.isSafeInteger(value) && Number(value) >= parameter.least && Number(value) <= parameter.most
      );
    case "number":
      return Number(value) >= parameter.least && Number(value) <= parameter.most;
    case "flag":
      return true;
    case "choice":
      return parameter.choices.includes(value as string);
  }
}
