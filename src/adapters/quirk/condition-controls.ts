import type { Condition } from "../../index.ts";

/** A classical bit and the value it must have. */
export interface BitValue {
  readonly bit: number;
  readonly value: 0 | 1;
}

/** A condition as values that all of some bits must have, or undefined if it is not of this form. */
export function conditionBits(condition: Condition): readonly BitValue[] | undefined {
  switch (condition.kind) {
    case "equals":
      return condition.bits.map((bit, k) => ({
        bit,
        value: (Math.floor(condition.value / 2 ** k) % 2) as 0 | 1,
      }));
    case "not":
      return opposite(conditionBits(condition.of));
    case "and": {
      const [left, right] = [conditionBits(condition.left), conditionBits(condition.right)];
      return left && right && [...left, ...right];
    }
    case "compare": {
      if (condition.bits.length !== 1) return undefined;
      const holds = [0, 1].filter((value) => compares(value, condition.operator, condition.value));
      if (holds.length === 2) return [];
      return holds.length === 1 ? [{ bit: condition.bits[0], value: holds[0] as 0 | 1 }] : undefined;
    }
    case "constant":
      return condition.value ? [] : undefined;
    default:
      return undefined;
  }
}

/** The opposite of one bit's value; the opposite of several is no list of values. */
export function opposite(bits: readonly BitValue[] | undefined): readonly BitValue[] | undefined {
  return bits?.length === 1 ? [{ bit: bits[0].bit, value: bits[0].value === 1 ? 0 : 1 }] : undefined;
}

function compares(value: number, operator: "<" | "<=" | ">" | ">=" | "!=", other: number): boolean {
  switch (operator) {
    case "<":
      return value < other;
    case "<=":
      return value <= other;
    case ">":
      return value > other;
    case ">=":
      return value >= other;
    case "!=":
      return value !== other;
  }
}
