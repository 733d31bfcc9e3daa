import type { Operand } from "../syntax/expression.ts";
import type { Lexer } from "../text/lexer.ts";
import { commaList } from "./comma-list.ts";
import { expect, isWord, unexpected } from "./expect.ts";
import { withoutUnderscores } from "./literal.ts";
import { parseExpression } from "./parse-expression.ts";

/** Reads a register, a part of one, or a physical qubit. */
export function parseOperand(lexer: Lexer): Operand {
  const { kind, at, start } = lexer;
  if (kind !== "name" && kind !== "physical qubit") {
    const remedy = isWord(lexer)
      ? "this is a word of the language"
      : "name a register or one of its elements";
    throw unexpected(lexer, "a register", remedy);
  }
  const name = lexer.lexeme;
  lexer.advance();
  if (!lexer.is("[")) return { at, name, index: undefined, indexAt: at };
  lexer.advance();
  const indexAt = lexer.at;
  const index = wholeNumber(lexer);
  if (index !== undefined && accept(lexer, "]") && !continues(lexer)) return { at, name, index, indexAt };
  if (lexer.version === 2) {
    if (index === undefined) throw unexpected(lexer, "an index", "an index is a whole number: q[0]");
    expect(lexer, "]", "close the index");
  }
  // Anything but one plain index is an expression that includes the name.
  lexer.rewind(start);
  return { at, name, index: parseExpression(lexer), indexAt };
}

/** Reads operands that commas separate. */
export function parseOperands(lexer: Lexer): Operand[] {
  return commaList(lexer, parseOperand);
}

function wholeNumber(lexer: Lexer): number | undefined {
  if (!lexer.is("integer")) return undefined;
  const value = Number(withoutUnderscores(lexer.lexeme));
  lexer.advance();
  return value;
}

function accept(lexer: Lexer, kind: "]"): boolean {
  if (lexer.kind !== kind) return false;
  lexer.advance();
  return true;
}

function continues(lexer: Lexer): boolean {
  return lexer.version === 3 && lexer.is("[");
}
