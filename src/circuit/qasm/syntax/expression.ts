import type { Position } from "../text/sources.ts";

/** The types of classical values that are read. */
export type ScalarBase = "bit" | "bool" | "int" | "uint" | "float" | "angle";

/** Operators before one operand; `+` is in version 2 only. */
export type PrefixOperator = "-" | "+" | "!" | "~";

/** Operators between two operands; the power is `**`, however it is written. */
export type InfixOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "**"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "&&"
  | "||"
  | "++";

/** One step of an expression: pushes a value, or takes values from the top of the stack and pushes what they make. */
export type Step =
  | {
      readonly kind: "number";
      readonly at: Position;
      readonly value: number;
      readonly isWhole: boolean;
      readonly exact?: bigint;
    }
  | { readonly kind: "boolean"; readonly at: Position; readonly value: boolean }
  | { readonly kind: "bits"; readonly at: Position; readonly digits: string }
  | { readonly kind: "name"; readonly at: Position; readonly name: string }
  | { readonly kind: "prefix"; readonly at: Position; readonly operator: PrefixOperator }
  | { readonly kind: "infix"; readonly at: Position; readonly operator: InfixOperator }
  /** Takes so many arguments. */
  | { readonly kind: "call"; readonly at: Position; readonly name: string; readonly count: number }
  /** Takes a size, if sized, and then a value. */
  | { readonly kind: "cast"; readonly at: Position; readonly base: ScalarBase; readonly sized: boolean }
  /** Takes those of start, step and stop that are there. */
  | {
      readonly kind: "range";
      readonly at: Position;
      readonly start: boolean;
      readonly step: boolean;
      readonly stop: boolean;
    }
  /** Takes so many elements. */
  | { readonly kind: "set"; readonly at: Position; readonly count: number }
  /** Takes what is indexed and then the index. */
  | { readonly kind: "index"; readonly at: Position };

/**
 * An expression in postfix order: operands before their operator.
 *
 * Written so, it is evaluated by a loop with a stack, and its depth costs no recursion: 2·(x + 1) is 2 x 1 + ·.
 */
export interface Expression {
  readonly at: Position;
  readonly steps: readonly Step[];
}

/** A type as written: base and size. */
export interface TypeSyntax {
  readonly at: Position;
  readonly base: ScalarBase;
  readonly size: Expression | undefined;
}

/** A place in a register, a whole register or a physical qubit. */
export interface Operand {
  readonly at: Position;
  readonly name: string;
  /** A single index as written; an expression for every other selection, which then includes the name. */
  readonly index: number | Expression | undefined;
  /** Where a single index stands. */
  readonly indexAt: Position;
}
