import type { QasmError } from "../../../errors/qasm-error.ts";
import type { NameSyntax } from "../syntax/statement.ts";
import type { Lexer } from "../text/lexer.ts";
import { type TokenKind, tokenTables } from "../text/token-table.ts";

/** The error of a token that cannot stand where it stands; at the end of the text, that the text ends. */
export function unexpected(lexer: Lexer, expected: string, remedy: string): QasmError {
  const ends = lexer.is("end of text");
  return lexer.error(
    { code: ends ? "Q202" : "Q201", expected, got: lexer.phrase, remedy },
    ends ? lexer.previousEnd : lexer.start,
  );
}

/** Takes a token of a fixed kind. */
export function expect(lexer: Lexer, kind: TokenKind, remedy: string): void {
  if (lexer.kind !== kind) throw unexpected(lexer, `"${kind}"`, remedy);
  lexer.advance();
}

/** Takes a token if it is there. */
export function accept(lexer: Lexer, kind: TokenKind): boolean {
  if (lexer.kind !== kind) return false;
  lexer.advance();
  return true;
}

/** Takes the semicolon of a statement. One that is missing is reported where it should stand. */
export function endStatement(lexer: Lexer): void {
  if (lexer.is(";")) lexer.advance();
  else {
    const startsAnother = lexer.is("name") || lexer.is("}") || isWord(lexer);
    if (!startsAnother) throw unexpected(lexer, '";"', "end the statement with a semicolon");
    throw lexer.error(
      {
        code: "Q203",
        expected: '";"',
        got: lexer.phrase,
        remedy: "end the statement with a semicolon",
      },
      lexer.previousEnd,
    );
  }
}

/** Takes a name that is to be declared. */
export function expectNewName(lexer: Lexer, what: string): NameSyntax {
  const { at, kind } = lexer;
  const name = lexer.lexeme;
  if (isWord(lexer) || (kind === "name" && isReservedName(lexer, name))) {
    throw lexer.error({
      code: "Q303",
      expected: `a name for ${what}`,
      got: `"${name}", which has a meaning of its own`,
      remedy: "choose another name",
    });
  }
  if (kind !== "name") throw unexpected(lexer, `a name for ${what}`, "names are letters, digits and _");
  lexer.advance();
  return { at, name };
}

/** Whether the current token is a word of the language. */
export function isWord(lexer: Lexer): boolean {
  return tokenTables[lexer.version].words.has(lexer.kind);
}

const reserved = {
  2: new Set("pi sin cos tan exp ln sqrt U CX".split(" ")),
  3: new Set("pi π tau τ euler ℇ U".split(" ")),
};

function isReservedName(lexer: Lexer, name: string): boolean {
  return reserved[lexer.version].has(name);
}
