import type { Condition } from "../condition.ts";
import { foldCondition } from "./fold-condition.ts";

/** The same condition on other bits, given where each goes. */
export function remapCondition(condition: Condition, bit: (from: number) => number): Condition {
  return foldCondition<Condition>(condition, (node, parts) => {
    switch (node.kind) {
      case "equals":
      case "compare":
        return { ...node, bits: node.bits.map(bit) };
      case "not":
        return { ...node, of: parts[0] };
      case "constant":
        return node;
      default:
        return { ...node, left: parts[0], right: parts[1] };
    }
  });
}
