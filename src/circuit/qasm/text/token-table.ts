/** The versions of OpenQASM. */
export type QasmVersion = 2 | 3;

/** Tokens whose text varies. */
type OpenKind =
  | "name"
  | "physical qubit"
  | "integer"
  | "real"
  | "timing"
  | "imaginary"
  | "string"
  | "end of text";

/** Marks of both versions; those below are of version 3 alone. Longer marks win over their beginnings. */
const marks2 = [";", ",", "(", ")", "[", "]", "{", "}", "+", "-", "*", "/", "^", "->", "=="] as const;
const marks3 = [
  ":",
  "=",
  "@",
  "%",
  "**",
  "++",
  "&",
  "|",
  "~",
  "!",
  "<",
  ">",
  "<=",
  ">=",
  "!=",
  "&&",
  "||",
  "<<",
  ">>",
  "+=",
  "-=",
  "*=",
  "/=",
  "%=",
  "**=",
  "&=",
  "|=",
  "~=",
  "^=",
  "<<=",
  ">>=",
  "#pragma",
  "#dim",
] as const;

/** Words that no name may have. */
const words2 = [
  "OPENQASM",
  "include",
  "qreg",
  "creg",
  "gate",
  "opaque",
  "measure",
  "reset",
  "barrier",
  "if",
] as const;
const words3 = [
  "OPENQASM",
  "include",
  "defcalgrammar",
  "def",
  "cal",
  "defcal",
  "gate",
  "extern",
  "box",
  "let",
  "break",
  "continue",
  "if",
  "else",
  "end",
  "return",
  "for",
  "while",
  "in",
  "switch",
  "case",
  "default",
  "nop",
  "pragma",
  "input",
  "output",
  "const",
  "readonly",
  "mutable",
  "qreg",
  "qubit",
  "creg",
  "bool",
  "bit",
  "int",
  "uint",
  "float",
  "angle",
  "complex",
  "array",
  "void",
  "duration",
  "stretch",
  "gphase",
  "inv",
  "pow",
  "ctrl",
  "negctrl",
  "durationof",
  "delay",
  "reset",
  "measure",
  "barrier",
  "true",
  "false",
] as const;

/** What a token is; for marks and words of the language, the text itself. */
export type TokenKind =
  | OpenKind
  | (typeof marks2)[number]
  | (typeof marks3)[number]
  | (typeof words2)[number]
  | (typeof words3)[number];

/** The fixed tokens of a version. */
export interface TokenTable {
  readonly words: ReadonlyMap<string, TokenKind>;
  /** By the code of its first character: the marks that start with it, longest first. */
  readonly marks: readonly (readonly TokenKind[] | undefined)[];
}

/** The fixed tokens of each version. */
export const tokenTables: Readonly<Record<QasmVersion, TokenTable>> = {
  2: tokenTable(words2, marks2),
  3: tokenTable(words3, [...marks2, ...marks3]),
};

/** Whether a mark or word of the language is one of this version. */
export function isToken(version: QasmVersion, kind: TokenKind): boolean {
  const { words, marks } = tokenTables[version];
  return words.has(kind) || (marks[kind.charCodeAt(0)]?.includes(kind) ?? false);
}

/** A token in the words of a message. */
export function tokenPhrase(kind: TokenKind, text: string): string {
  switch (kind) {
    case "end of text":
      return "the end of the text";
    case "name":
    case "physical qubit":
    case "integer":
    case "real":
    case "timing":
    case "imaginary":
    case "string":
      return text.length > 40 ? `${text.slice(0, 40)}…` : text;
    default:
      return `"${kind}"`;
  }
}

function tokenTable(words: readonly TokenKind[], marks: readonly TokenKind[]): TokenTable {
  const byFirst: TokenKind[][] = [];
  for (const mark of marks) {
    const first = mark.charCodeAt(0);
    byFirst[first] ??= [];
    byFirst[first].push(mark);
  }
  for (const list of byFirst) list?.sort((a, b) => b.length - a.length);
  return { words: new Map(words.map((word) => [word, word])), marks: byFirst };
}
