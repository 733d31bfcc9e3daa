import type { Parameter } from "../parameter.ts";
import { bindParameter } from "./bind-parameter.ts";
import { parameterNames } from "./parameter-names.ts";

/**
 * The number that a parameter stands for, given the values of the names in it.
 *
 * Errors: RangeError for a name without a value, and for a value that is not finite.
 *
 * @example evaluateParameter(plus(parameter("theta"), 1), { theta: 0.5 }) // 1.5
 */
export function evaluateParameter(
  parameter: Parameter,
  values: Readonly<Record<string, number>> = {},
): number {
  const result = typeof parameter === "number" ? parameter : bindParameter(parameter, values);
  if (typeof result !== "number") {
    throw new RangeError(
      `evaluateParameter: expected a value for each name, got none for ${parameterNames(result).join(", ")}; name it in the values.`,
    );
  }
  return result;
}
