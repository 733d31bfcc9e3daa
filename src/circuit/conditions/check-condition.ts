import type { Condition } from "../condition.ts";
import { foldTree } from "../fold-tree.ts";
import { partsOf } from "./fold-condition.ts";

const comparisons: readonly unknown[] = ["<", "<=", ">", ">=", "!="];

/**
 * Checks a condition: known kinds, whole values that the bits can reach, whole bit numbers.
 *
 * Errors: RangeError that names the operation; TypeError for what is no condition.
 */
export function checkCondition(subject: string, condition: Condition): void {
  foldTree<Condition, void>(
    condition,
    (node) => {
      checkNode(subject, node);
      return partsOf(node);
    },
    () => undefined,
  );
}

function checkNode(subject: string, node: Condition): void {
  const kind: unknown = typeof node === "object" && node !== null ? node.kind : node;
  switch (kind as Condition["kind"]) {
    case "equals":
    case "compare":
      checkReading(subject, node as Extract<Condition, { bits: unknown }>);
      break;
    case "constant":
      if (typeof (node as { value: unknown }).value !== "boolean") {
        throw new TypeError(
          `${subject}: expected a constant condition to be true or false, got ${String((node as { value: unknown }).value)}; pass a boolean.`,
        );
      }
      break;
    case "not":
    case "and":
    case "or":
    case "xor":
      break;
    default:
      throw new TypeError(
        `${subject}: expected a condition such as { kind: "equals", bits, value }, got ${String(kind)}; see Condition.`,
      );
  }
}

function checkReading(subject: string, node: Extract<Condition, { bits: unknown }>): void {
  if (node.kind === "compare" && !comparisons.includes(node.operator)) {
    throw new RangeError(
      `${subject}: expected a comparison ${comparisons.join(" ")}, got ${String(node.operator)}; use equals for ==.`,
    );
  }
  const { bits, value } = node;
  if (!Array.isArray(bits)) {
    throw new TypeError(
      `${subject}: expected a condition on a list of bits, got ${typeof bits}; pass { kind, bits: [0], value }.`,
    );
  }
  // Values are kept below 2^53, where doubles are exact; only a comparison may be with more than the bits can reach.
  const below = node.kind === "equals" ? 2 ** Math.min(53, bits.length) : 2 ** 53;
  if (!Number.isInteger(value) || value < 0 || value >= below) {
    throw new RangeError(
      `${subject}: expected a whole number below ${below}, got ${value}; use as many bits as the value needs.`,
    );
  }
  for (const bit of bits) {
    if (!Number.isInteger(bit) || bit < 0 || bit >= 2 ** 31) {
      throw new RangeError(`${subject}: expected a whole bit number ≥ 0, got ${bit}; bits count from 0.`);
    }
  }
}
