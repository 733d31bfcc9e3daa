import type { TypeSyntax } from "../syntax/expression.ts";
import type { ArgumentSyntax, Statement } from "../syntax/statement.ts";
import type { Lexer } from "../text/lexer.ts";
import { commaList } from "./comma-list.ts";
import { endStatement, expect, expectNewName, unexpected } from "./expect.ts";
import { parseGateSignature } from "./parse-common.ts";
import { parseExpression } from "./parse-expression.ts";
import { parseRightSide, parseSize, parseType } from "./parse-type.ts";

type Block = () => readonly Statement[];

/** `qubit[size] name;`, or as in version 2 `qreg name[size];` */
export function parseQubits(lexer: Lexer): Statement {
  const { at, kind } = lexer;
  lexer.advance();
  const before = kind === "qubit" ? parseSize(lexer) : undefined;
  const name = expectNewName(lexer, "the qubits");
  if (kind === "qubit" && lexer.is("[")) throw unexpected(lexer, '";"', "the size stands before the name");
  const size = kind === "qubit" ? before : parseSize(lexer);
  if (lexer.is("=")) throw unexpected(lexer, '";"', "qubits have no initial value; use reset and gates");
  endStatement(lexer);
  return { kind: "qubits", at, name, size };
}

/** `const type name = value;`, `input type name;`, `type name = value;`, or as in version 2 `creg name[size];` */
export function parseClassical(lexer: Lexer): Statement {
  const { at } = lexer;
  if (lexer.is("creg")) return parseBits(lexer);
  const { kind } = lexer;
  const qualifier = kind === "const" || kind === "input" || kind === "output" ? kind : undefined;
  if (qualifier !== undefined) lexer.advance();
  const type = parseType(lexer, `write the type: ${qualifier ?? ""} int[32] n`.replace("  ", " "));
  const name = expectNewName(lexer, "the variable");
  if (lexer.is("[")) throw unexpected(lexer, '"=" or ";"', "the size stands before the name");
  if (qualifier === "input" || qualifier === "output") {
    if (lexer.is("=")) throw unexpected(lexer, '";"', `${qualifier} variables have no initial value`);
  }
  const isSet = lexer.is("=");
  if (isSet) lexer.advance();
  if (qualifier === "const" && !isSet) throw unexpected(lexer, '"="', "a constant needs its value");
  const value = isSet ? parseRightSide(lexer) : undefined;
  endStatement(lexer);
  return { kind: "classical", at, qualifier, type, name, value };
}

function parseBits(lexer: Lexer): Statement {
  const { at } = lexer;
  lexer.advance();
  const name = expectNewName(lexer, "the bits");
  const type: TypeSyntax = { at, base: "bit", size: parseSize(lexer) };
  endStatement(lexer);
  return { kind: "classical", at, qualifier: undefined, type, name, value: undefined };
}

/** `let name = part ++ part;` */
export function parseAlias(lexer: Lexer): Statement {
  const { at } = lexer;
  lexer.advance();
  const name = expectNewName(lexer, "the alias");
  expect(lexer, "=", "an alias is written let name = q[0:1];");
  const value = parseExpression(lexer);
  endStatement(lexer);
  return { kind: "alias", at, name, value };
}

/** `gate name(parameters) qubits { body }` */
export function parseGate(lexer: Lexer, block: Block): Statement {
  const { at } = lexer;
  lexer.advance();
  const signature = parseGateSignature(lexer);
  return { kind: "gate definition", at, ...signature, body: block() };
}

/** `def name(arguments) -> type { body }` */
export function parseSubroutine(lexer: Lexer, block: Block): Statement {
  const { at } = lexer;
  lexer.advance();
  const name = expectNewName(lexer, "the subroutine");
  expect(lexer, "(", "a subroutine is written def name(qubit q) { … }");
  const list = lexer.is(")") ? [] : commaList(lexer, parseArgument);
  if (!lexer.is(")")) throw unexpected(lexer, '"," or ")"', "separate arguments with commas");
  lexer.advance();
  let result: TypeSyntax | undefined;
  if (lexer.is("->")) {
    lexer.advance();
    result = parseType(lexer, "write the type of the result: -> bit");
  }
  return { kind: "subroutine", at, name, arguments: list, result, body: block() };
}

function parseArgument(lexer: Lexer): ArgumentSyntax {
  const { at, kind } = lexer;
  if (kind === "qreg" || kind === "creg") {
    lexer.advance();
    const name = expectNewName(lexer, "the argument");
    return { name, type: { at, base: kind === "qreg" ? "qubit" : "bit", size: parseSize(lexer) } };
  }
  if (kind === "qubit") {
    lexer.advance();
    const size = parseSize(lexer);
    return { name: expectNewName(lexer, "the argument"), type: { at, base: "qubit", size } };
  }
  const type = parseType(lexer, "write the type of the argument: qubit q");
  return { name: expectNewName(lexer, "the argument"), type };
}
