import type { Condition } from "../condition.ts";
import { foldCondition } from "./fold-condition.ts";

/** The classical bits that a condition reads, each once, in the order in which they occur. */
export function conditionBits(condition: Condition): readonly number[] {
  if (condition.kind === "equals") return condition.bits;
  const read = new Set<number>();
  foldCondition(condition, (node) => {
    if (node.kind === "equals" || node.kind === "compare") for (const bit of node.bits) read.add(bit);
  });
  return [...read];
}
