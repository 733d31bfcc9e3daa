import type { Expression, InfixOperator } from "../syntax/expression.ts";
import type { Modifier, Statement } from "../syntax/statement.ts";
import type { Lexer } from "../text/lexer.ts";
import type { TokenKind } from "../text/token-table.ts";
import { accept, endStatement, expect, unexpected } from "./expect.ts";
import { parseParameters } from "./parse-common.ts";
import { parseExpression } from "./parse-expression.ts";
import { parseOperand, parseOperands } from "./parse-operand.ts";
import { parseRightSide } from "./parse-type.ts";

const assignments: ReadonlyMap<TokenKind, InfixOperator | undefined> = new Map<
  TokenKind,
  InfixOperator | undefined
>([
  ["=", undefined],
  ["+=", "+"],
  ["-=", "-"],
  ["*=", "*"],
  ["/=", "/"],
  ["%=", "%"],
  ["**=", "**"],
  ["&=", "&"],
  ["|=", "|"],
  ["^=", "^"],
  ["<<=", "<<"],
  [">>=", ">>"],
]);

/** One empty list for all statements, which are many. */
const none: readonly never[] = Object.freeze([]);

/** A statement that starts with a name: a gate on operands, an assignment, or a call of a subroutine. */
export function parseCallOrAssignment(lexer: Lexer): Statement {
  const { at, start } = lexer;
  const name = lexer.lexeme;
  lexer.advance();
  switch (lexer.kind) {
    case "(": {
      const parameters = parseParameters(lexer);
      if (lexer.is("name") || lexer.is("physical qubit")) {
        return finishGate(lexer, at, name, none, parameters);
      }
      return parseSubroutineCall(lexer, start);
    }
    case "name":
    case "physical qubit":
      return finishGate(lexer, at, name, none, none);
    default:
  }
  lexer.rewind(start);
  const target = parseOperand(lexer);
  if (!assignments.has(lexer.kind)) {
    throw unexpected(lexer, "operands or an assignment", "write gate q[0]; or name = value;");
  }
  const operator = assignments.get(lexer.kind);
  lexer.advance();
  const value = parseRightSide(lexer);
  endStatement(lexer);
  return { kind: "assignment", at, target, operator, value };
}

function parseSubroutineCall(lexer: Lexer, start: number): Statement {
  if (lexer.is(";")) {
    lexer.rewind(start);
    const { at } = lexer;
    const expression = parseExpression(lexer);
    endStatement(lexer);
    return { kind: "call", at, expression };
  }
  throw unexpected(lexer, 'operands or ";"', "write gate(angle) q[0]; or subroutine(q);");
}

/** A gate under modifiers, or the global phase. */
export function parseGateCall(lexer: Lexer): Statement {
  const { at } = lexer;
  const modifiers = parseModifiers(lexer);
  const nameAt = lexer.at;
  const name = lexer.lexeme;
  if (!lexer.is("name") && !lexer.is("gphase")) {
    throw unexpected(lexer, "the name of a gate", "a modifier stands before a gate: ctrl @ x q[0], q[1];");
  }
  lexer.advance();
  const parameters = lexer.is("(") ? parseParameters(lexer) : [];
  if (name === "gphase" && lexer.is(";")) {
    lexer.advance();
    return { kind: "gate", at, name: { at: nameAt, name }, modifiers, parameters, operands: [] };
  }
  return finishGate(lexer, at, name, modifiers, parameters, nameAt);
}

function finishGate(
  lexer: Lexer,
  at: number,
  name: string,
  modifiers: readonly Modifier[],
  parameters: readonly Expression[],
  nameAt = at,
): Statement {
  const operands = parseOperands(lexer);
  endStatement(lexer);
  return { kind: "gate", at, name: { at: nameAt, name }, modifiers, parameters, operands };
}

function parseModifiers(lexer: Lexer): Modifier[] {
  const modifiers: Modifier[] = [];
  for (;;) {
    const { at, kind } = lexer;
    if (kind !== "inv" && kind !== "pow" && kind !== "ctrl" && kind !== "negctrl") return modifiers;
    lexer.advance();
    let argument: Expression | undefined;
    if (kind !== "inv" && accept(lexer, "(")) {
      argument = parseExpression(lexer);
      if (!lexer.is(")")) throw unexpected(lexer, '")" or an operator', `close ${kind}(`);
      lexer.advance();
    }
    if (kind === "pow" && argument === undefined) throw unexpected(lexer, '"("', "write pow(2) @ gate");
    expect(lexer, "@", `a modifier ends in @: ${kind} @ gate`);
    modifiers.push({ at, kind, argument });
  }
}
