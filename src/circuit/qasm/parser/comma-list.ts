import type { Lexer } from "../text/lexer.ts";
import type { TokenKind } from "../text/token-table.ts";

const closers: ReadonlySet<TokenKind> = new Set<TokenKind>([")", "]", "}", "{", ";"]);

/** Reads things that commas separate. The grammar of version 3 allows a comma after the last, that of version 2 does not. */
export function commaList<Item>(lexer: Lexer, readItem: (lexer: Lexer) => Item): Item[] {
  const first = readItem(lexer);
  if (!lexer.is(",")) return [first];
  if (!takeComma(lexer)) return [first];
  // Most lists have one or two items, and a list that grows reserves room for many.
  const items = [first, readItem(lexer)];
  while (lexer.is(","))
    if (!takeComma(lexer)) return items;
    else items.push(readItem(lexer));
  return items;
}

/** Takes a comma and says whether something follows it. */
export function takeComma(lexer: Lexer): boolean {
  const comma = lexer.start;
  lexer.advance();
  if (!closers.has(lexer.kind)) return true;
  if (lexer.version === 3) return false;
  throw lexer.error(
    { code: "Q204", expected: "something after this comma", got: lexer.phrase, remedy: "remove the comma" },
    comma,
  );
}
