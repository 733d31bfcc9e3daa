import type { Condition } from "../condition.ts";
import { foldTree } from "../fold-tree.ts";

/** Computes something for a condition from what it gives for its parts, without recursion. */
export function foldCondition<Result>(
  condition: Condition,
  combine: (node: Condition, parts: readonly Result[]) => Result,
): Result {
  return foldTree(condition, partsOf, combine);
}

/** The conditions that a condition is made of. */
export function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "not":
      return [condition.of];
    case "and":
    case "or":
    case "xor":
      return [condition.left, condition.right];
    default:
      return [];
  }
}
