/**
 * A statement about classical bits, as plain data.
 *
 * Bits are read as a number with `bits[0]` lowest.
 */
export type Condition =
  | EqualsCondition
  | CompareCondition
  | NotCondition
  | BinaryCondition
  | ConstantCondition;

/** The bits read as this value. */
export interface EqualsCondition {
  readonly kind: "equals";
  readonly bits: readonly number[];
  readonly value: number;
}

/** The number that the bits read as compares so with a value. */
export interface CompareCondition {
  readonly kind: "compare";
  readonly bits: readonly number[];
  readonly operator: "<" | "<=" | ">" | ">=" | "!=";
  readonly value: number;
}

/** The opposite holds. */
export interface NotCondition {
  readonly kind: "not";
  readonly of: Condition;
}

/** Both hold, at least one, or exactly one. */
export interface BinaryCondition {
  readonly kind: "and" | "or" | "xor";
  readonly left: Condition;
  readonly right: Condition;
}

/** Always or never. */
export interface ConstantCondition {
  readonly kind: "constant";
  readonly value: boolean;
}
