import type { Parameter } from "../parameter.ts";
import { bindParameter } from "./bind-parameter.ts";
import { parameterNames } from "./parameter-names.ts";
import { unboundError } from "./require-bound.ts";

/**
 * The parameters of an operation as numbers, for everything that cannot go on without.
 *
 * Errors: RangeError that names the parameters without a value.
 */
export function requireNumbers(subject: string, parameters: readonly Parameter[]): readonly number[] {
  if (parameters.every((parameter) => typeof parameter === "number")) return parameters as readonly number[];
  return parameters.map((parameter) => {
    const value = bindParameter(parameter, {});
    if (typeof value === "number") return value;
    throw unboundError(subject, parameterNames(value));
  });
}
