import type { InfixOperator, PrefixOperator, ScalarBase } from "../syntax/expression.ts";
import type { QasmVersion, TokenKind } from "../text/token-table.ts";

/** How an operator between two operands binds. */
export interface Binding {
  readonly operator: InfixOperator;
  /** Higher binds tighter. */
  readonly strength: number;
  /** Whether a ∘ b ∘ c is a ∘ (b ∘ c). */
  readonly rightAssociative: boolean;
}

/** From loosest to tightest; operators before an operand bind tighter than `*` and looser than the power. */
const levels: readonly (readonly InfixOperator[])[] = [
  ["++"],
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["==", "!="],
  ["<", "<=", ">", ">="],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "%"],
];

/** How tight operators before an operand bind: −2^2 is −4, and −2·3 is (−2)·3. */
export const prefixStrength = levels.length;

const power: Binding = { operator: "**", strength: levels.length + 1, rightAssociative: true };

/** The operators between operands, by version. */
export const infixOperators: Readonly<Record<QasmVersion, ReadonlyMap<TokenKind, Binding>>> = {
  2: new Map<TokenKind, Binding>([...bindings(["+", "-", "*", "/"]), ["^", power]]),
  3: new Map<TokenKind, Binding>([...bindings(levels.flat()), ["**", power]]),
};

/** The operators before an operand, by version. */
export const prefixOperators: Readonly<Record<QasmVersion, ReadonlySet<TokenKind>>> = {
  2: new Set<TokenKind & PrefixOperator>(["-", "+"]),
  3: new Set<TokenKind & PrefixOperator>(["-", "!", "~"]),
};

/** The types that a value can be cast to. */
export const scalarBases: ReadonlySet<TokenKind> = new Set<TokenKind & ScalarBase>([
  "bit",
  "bool",
  "int",
  "uint",
  "float",
  "angle",
]);

function bindings(operators: readonly InfixOperator[]): [TokenKind, Binding][] {
  return operators.map((operator) => {
    const strength = levels.findIndex((level) => level.includes(operator));
    return [operator as TokenKind, { operator, strength, rightAssociative: false }];
  });
}
