import { binaryExpression, type Parameter, unaryExpression } from "../parameter.ts";
import { foldParameter } from "./fold-parameter.ts";

/**
 * Puts values, or other expressions, in the place of named parameters; what is not named stays.
 *
 * Errors: RangeError where a value is not finite, such as 1/theta for theta = 0.
 *
 * @example bindParameter(times(2, parameter("theta")), { theta: 0.3 }) // 0.6
 */
export function bindParameter(parameter: Parameter, values: Readonly<Record<string, Parameter>>): Parameter {
  return foldParameter<Parameter>(
    parameter,
    (value) => value,
    (node, parts) => {
      if (node.kind === "parameter") return Object.hasOwn(values, node.name) ? values[node.name] : node;
      if (node.kind === "unary") return unaryExpression(node.operator, parts[0]);
      return binaryExpression(node.operator, parts[0], parts[1]);
    },
  );
}
