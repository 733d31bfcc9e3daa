import { foldTree } from "../fold-tree.ts";
import type { Expression, Parameter } from "../parameter.ts";

/** Computes something for a parameter from what it gives for the parts of the expression, without recursion. */
export function foldParameter<Result>(
  parameter: Parameter,
  leaf: (value: number) => Result,
  combine: (node: Expression, parts: readonly Result[]) => Result,
): Result {
  if (typeof parameter === "number") return leaf(parameter);
  return foldTree<Parameter, Result>(parameter, partsOf, (node, parts) =>
    typeof node === "number" ? leaf(node) : combine(node, parts),
  );
}

/** What an expression is made of. */
export function partsOf(parameter: Parameter): readonly Parameter[] {
  if (typeof parameter === "number") return [];
  switch (parameter.kind) {
    case "parameter":
      return [];
    case "unary":
      return [parameter.operand];
    case "binary":
      return [parameter.left, parameter.right];
  }
}
