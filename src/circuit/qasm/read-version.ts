import { endStatement, unexpected } from "./parser/expect.ts";
import type { QasmOptions } from "./qasm-options.ts";
import { Lexer, skipBlank } from "./text/lexer.ts";
import { type Position, Sources } from "./text/sources.ts";
import { isToken, type QasmVersion } from "./text/token-table.ts";

/** The version lines that are known. */
const versions: ReadonlyMap<string, QasmVersion> = new Map([
  ["2", 2],
  ["2.0", 2],
  ["3", 3],
  ["3.0", 3],
  ["3.1", 3],
]);

/** The most tokens that are looked at to guess a version. */
const most = 1000;

/** Opens a program: reads its version line, and gives the reader of what follows it. */
export function openText(text: string, options: QasmOptions, sources: Sources): Lexer {
  const base = sources.add(options.source ?? "program", text);
  const start = firstToken(text, sources, base);
  const isVersionLine = /^OPENQASM(?![A-Za-z0-9_])/.test(text.slice(start, start + 9));
  if (!isVersionLine) {
    const version = options.version ?? guessVersion(text, start);
    const lexer = new Lexer(text, sources, base, version, start);
    if (options.strict !== true) return lexer;
    throw lexer.error({
      code: "Q205",
      expected: "a version line",
      got: lexer.phrase,
      remedy: "begin the program with OPENQASM 2.0; or OPENQASM 3.0;",
    });
  }
  return afterVersionLine(text, sources, base, start);
}

function afterVersionLine(text: string, sources: Sources, base: Position, start: number): Lexer {
  // Version 2 has the fewest tokens, and both have those of the version line.
  const line = new Lexer(text, sources, base, 2, start);
  line.advance();
  if (!line.is("integer") && !line.is("real")) {
    throw unexpected(line, "a version", "write OPENQASM 2.0; or OPENQASM 3.0;");
  }
  const version = versions.get(line.lexeme);
  if (version === undefined) {
    throw line.error({
      code: "Q206",
      expected: `a version of OpenQASM that is known, ${[...versions.keys()].join(", ")}`,
      got: line.lexeme,
      remedy: "write OPENQASM 2.0; or OPENQASM 3.0;",
    });
  }
  const lexer = new Lexer(text, sources, base, version, line.start);
  lexer.advance();
  endStatement(lexer);
  return lexer;
}

/** Where the first token starts. */
function firstToken(text: string, sources: Sources, base: Position): number {
  // Skipping blanks is the same in both versions, and what comes after them is not looked at.
  return skipBlank(text, text.charCodeAt(0) === 0xfeff ? 1 : 0, { sources, base });
}

/** The version of a program without a version line: that of the first token that only one version has. */
function guessVersion(text: string, start: number): QasmVersion {
  try {
    const lexer = new Lexer(text, new Sources(), 0, 3, start);
    for (let count = 0; count < most && !lexer.is("end of text"); count++, lexer.advance()) {
      const { kind, lexeme } = lexer;
      if (kind === "string" && lexeme.slice(1, -1) === "stdgates.inc") return 3;
      if (kind === "qreg" || kind === "creg" || lexeme === "opaque") return 2;
      if (kind === "physical qubit" || (kind === "name" && /[^ -~]/.test(lexeme))) return 3;
      if (kind === lexeme && kind !== "name" && !isToken(2, kind)) return 3;
    }
  } catch {
    // What is no token of version 3 is none of version 2.
  }
  return 2;
}
