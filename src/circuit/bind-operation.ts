import type { Operation } from "./operation.ts";
import type { Parameter } from "./parameter.ts";
import { bindParameter } from "./parameters/bind-parameter.ts";

/** The same operation with values, or other expressions, in the place of named parameters. */
export function bindOperation(operation: Operation, values: Readonly<Record<string, Parameter>>): Operation {
  const bindAll = (steps: readonly Operation[]) => steps.map((step) => bindOperation(step, values));
  switch (operation.kind) {
    case "gate":
      if (operation.parameters.every((parameter) => typeof parameter === "number")) return operation;
      return {
        ...operation,
        parameters: operation.parameters.map((parameter) => bindParameter(parameter, values)),
      };
    case "box":
    case "while":
      return { ...operation, operations: bindAll(operation.operations) };
    case "conditional":
      return {
        ...operation,
        operations: bindAll(operation.operations),
        otherwise: bindAll(operation.otherwise),
      };
    default:
      return operation;
  }
}
