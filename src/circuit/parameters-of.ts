import type { Circuit } from "./circuit.ts";
import type { Operation } from "./operation.ts";
import { parameterNames } from "./parameters/parameter-names.ts";

/**
 * The names of the parameters of a circuit that have no value yet, sorted.
 *
 * @example parametersOf(new Circuit(1).rx(parameter("theta"), 0)) // ["theta"]
 */
export function parametersOf(circuit: Circuit): readonly string[] {
  return circuit.parameters;
}

/** The names that some operations contain, those inside boxes, branches and loops included, sorted. */
export function operationParameters(operations: readonly Operation[]): string[] {
  const names = new Set<string>();
  const seen = new Set<readonly Operation[]>();
  const visit = (steps: readonly Operation[]) => {
    // A body that is used many times is looked through once.
    if (seen.has(steps)) return;
    seen.add(steps);
    for (const step of steps) {
      if (step.kind === "gate") {
        for (const parameter of step.parameters) {
          if (typeof parameter !== "number") for (const name of parameterNames(parameter)) names.add(name);
        }
      } else if (step.kind === "box" || step.kind === "while" || step.kind === "conditional") {
        visit(step.operations);
        if (step.kind === "conditional") visit(step.otherwise);
      }
    }
  };
  visit(operations);
  return [...names].sort();
}
