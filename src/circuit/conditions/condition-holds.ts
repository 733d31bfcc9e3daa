import type { CompareCondition, Condition } from "../condition.ts";
import { foldCondition } from "./fold-condition.ts";

/**
 * Whether a condition holds on given classical bits.
 *
 * @example conditionHolds({ kind: "equals", bits: [0, 2], value: 2 }, [0, 0, 1]) // true
 */
export function conditionHolds(condition: Condition, bits: ArrayLike<number>): boolean {
  return foldCondition<boolean>(condition, (node, parts) => {
    switch (node.kind) {
      case "equals":
        return readBits(node.bits, bits) === node.value;
      case "compare":
        return compare(readBits(node.bits, bits), node.operator, node.value);
      case "not":
        return !parts[0];
      case "and":
        return parts[0] && parts[1];
      case "or":
        return parts[0] || parts[1];
      case "xor":
        return parts[0] !== parts[1];
      case "constant":
        return node.value;
    }
  });
}

/** The number that some bits read as, the first lowest; infinite above 2^53, where no value can equal it. */
function readBits(list: readonly number[], bits: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < list.length; k++) {
    if (bits[list[k]] === 1) sum += k < 53 ? 2 ** k : Number.POSITIVE_INFINITY;
  }
  return sum;
}

function compare(read: number, operator: CompareCondition["operator"], value: number): boolean {
  switch (operator) {
    case "<":
      return read < value;
    case "<=":
      return read <= value;
    case ">":
      return read > value;
    case ">=":
      return read >= value;
    case "!=":
      return read !== value;
  }
}
