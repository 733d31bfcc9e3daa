import { describe, expect, it } from "vitest";
import { latexText } from "../../../src/presentation/diagram/latex-text.ts";
import { asciiText, singleLine } from "../../../src/presentation/diagram/notation.ts";

describe("latexText", () => {
  it("escapes every sign that LaTeX would act on", () => {
    expect(latexText("a_b^c {d} $e$ 50% #1 & ~ \\x <|>")).toBe(
      "a\\_b\\textasciicircum{}c \\{d\\} \\$e\\$ 50\\% \\#1 \\& \\textasciitilde{} \\textbackslash{}x \\textless{}\\textbar{}\\textgreater{}",
    );
  });

  it("sets mathematical signs in math mode and keeps accented letters", () => {
    expect(latexText("Uψ†")).toBe("U$\\psi $$^{\\dagger}$");
    expect(latexText("Schrödinger")).toBe("Schrödinger");
    expect(latexText("量")).toBe("?");
  });
});

describe("asciiText", () => {
  it("spells out signs and drops accents", () => {
    expect(asciiText("Uψ† ≤ é 量")).toBe("Upsidg <= e ?");
  });
});

describe("singleLine", () => {
  it("makes one line of anything", () => {
    expect(singleLine(" a\n\tb\u0000\u2028c \u200b")).toBe("a b c");
  });
});
