import type { Expression } from "../syntax/expression.ts";
import type { NameSyntax, Statement } from "../syntax/statement.ts";
import type { Lexer } from "../text/lexer.ts";
import { commaList } from "./comma-list.ts";
import { endStatement, expect, expectNewName, unexpected } from "./expect.ts";
import { parseExpression } from "./parse-expression.ts";

/** `include "file";` */
export function parseInclude(lexer: Lexer): Statement {
  const { at } = lexer;
  lexer.advance();
  if (!lexer.is("string")) throw unexpected(lexer, "the name of a file", 'write it in quotes: "qelib1.inc"');
  const fileAt = lexer.at;
  const file = lexer.lexeme.slice(1, -1);
  lexer.advance();
  endStatement(lexer);
  return { kind: "include", at, file, fileAt };
}

/** The parameters of a call: `()`, or expressions in parentheses. */
export function parseParameters(lexer: Lexer): Expression[] {
  expect(lexer, "(", "parameters stand in parentheses");
  const parameters = lexer.is(")") ? [] : commaList(lexer, parseExpression);
  if (!lexer.is(")")) throw unexpected(lexer, '")" or an operator', "close the parameters");
  lexer.advance();
  return parameters;
}

/** `name(parameters) qubits` of a gate that is defined. */
export function parseGateSignature(lexer: Lexer): {
  name: NameSyntax;
  parameters: readonly NameSyntax[];
  qubits: readonly NameSyntax[];
} {
  const name = expectNewName(lexer, "the gate");
  let parameters: NameSyntax[] = [];
  if (lexer.is("(")) {
    lexer.advance();
    if (!lexer.is(")")) parameters = commaList(lexer, () => expectNewName(lexer, "a parameter"));
    if (!lexer.is(")")) throw unexpected(lexer, '"," or ")"', "separate parameters with commas");
    lexer.advance();
  }
  const qubits = commaList(lexer, () => expectNewName(lexer, "a qubit of the gate"));
  return { name, parameters, qubits };
}

/** The error of a version line that is not the first statement. */
export function refuseVersionLine(lexer: Lexer) {
  return lexer.error({
    code: "Q206",
    expected: "the version line as the first statement of the program",
    got: "a version line after it",
    remedy: "remove it, or move it to the beginning",
  });
}
