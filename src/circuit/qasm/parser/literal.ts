import type { Step } from "../syntax/expression.ts";
import type { Lexer } from "../text/lexer.ts";

/** The step of the current token if it is a literal. */
export function literalStep(lexer: Lexer): Step | undefined {
  const { kind, at } = lexer;
  switch (kind) {
    case "integer":
      return wholeNumber(lexer);
    case "real": {
      const value = Number(withoutUnderscores(lexer.lexeme));
      if (!Number.isFinite(value)) throw tooLarge(lexer);
      return { kind: "number", at, value, isWhole: false };
    }
    case "true":
    case "false":
      return { kind: "boolean", at, value: kind === "true" };
    case "string":
      return bitString(lexer);
    default:
      return undefined;
  }
}

/** The value of a whole number; `exact` is there where a double is not exact. */
function wholeNumber(lexer: Lexer): Step {
  const { at } = lexer;
  const text = withoutUnderscores(lexer.lexeme);
  const value = Number(text);
  if (Number.isSafeInteger(value)) return { kind: "number", at, value, isWhole: true };
  if (!Number.isFinite(value)) throw tooLarge(lexer);
  return { kind: "number", at, value, isWhole: true, exact: BigInt(text) };
}

/** Digits as JavaScript reads them. */
export function withoutUnderscores(text: string): string {
  return text.includes("_") ? text.replaceAll("_", "") : text;
}

function bitString(lexer: Lexer): Step | undefined {
  if (lexer.version === 2) return undefined;
  const text = lexer.lexeme;
  if (!/^"[01](_?[01])*"$/.test(text)) {
    throw lexer.error({
      code: "Q104",
      expected: 'a string of bits such as "0110"',
      got: text.length > 40 ? `${text.slice(0, 40)}…` : text,
      remedy: "write 0 and 1, the highest bit first, in double quotes",
    });
  }
  return { kind: "bits", at: lexer.at, digits: text.slice(1, -1).replaceAll("_", "") };
}

function tooLarge(lexer: Lexer) {
  const text = lexer.lexeme;
  return lexer.error({
    code: "Q105",
    expected: "a number up to 1.8e308",
    got: text.length > 40 ? `${text.slice(0, 40)}…` : text,
    remedy: "write a smaller number",
  });
}
