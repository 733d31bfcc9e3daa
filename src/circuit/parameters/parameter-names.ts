import type { Parameter } from "../parameter.ts";
import { foldParameter } from "./fold-parameter.ts";

/** The names that occur in a parameter, sorted. */
export function parameterNames(parameter: Parameter): string[] {
  const names = new Set<string>();
  foldParameter<undefined>(
    parameter,
    () => undefined,
    (node) => {
      if (node.kind === "parameter") names.add(node.name);
      return undefined;
    },
  );
  return [...names].sort();
}
