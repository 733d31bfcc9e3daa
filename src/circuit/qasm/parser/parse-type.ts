import type { Expression, ScalarBase, TypeSyntax } from "../syntax/expression.ts";
import type { RightSide } from "../syntax/statement.ts";
import type { Lexer } from "../text/lexer.ts";
import { unexpected } from "./expect.ts";
import { scalarBases } from "./operator-table.ts";
import { parseExpression } from "./parse-expression.ts";
import { parseOperand } from "./parse-operand.ts";
import { refuseFeature } from "./unsupported.ts";

/** A classical type: `bit[4]`, `int[32]`, `float`, … */
export function parseType(lexer: Lexer, remedy: string): TypeSyntax {
  const { at, kind } = lexer;
  if (!scalarBases.has(kind)) {
    refuseFeature(lexer);
    throw unexpected(lexer, "a type", remedy);
  }
  lexer.advance();
  if (lexer.is("[") && kind === "bool") throw unexpected(lexer, "a name", "bool has no size");
  return { at, base: kind as ScalarBase, size: parseSize(lexer) };
}

/** `[size]`, if it is there. */
export function parseSize(lexer: Lexer): Expression | undefined {
  if (!lexer.is("[")) return undefined;
  lexer.advance();
  const size = parseExpression(lexer);
  if (!lexer.is("]")) throw unexpected(lexer, '"]" or an operator', "close the size");
  lexer.advance();
  return size;
}

/** What is assigned: a value or a measurement. */
export function parseRightSide(lexer: Lexer): RightSide {
  const { at } = lexer;
  if (!lexer.is("measure")) return parseExpression(lexer);
  lexer.advance();
  return { at, measured: parseOperand(lexer) };
}
