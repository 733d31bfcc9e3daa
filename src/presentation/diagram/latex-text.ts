import { signForms } from "./notation.ts";

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
};

/**
 * Writes any text so that LaTeX's text mode shows it: commands are escaped, mathematical signs set in math, and signs
 * that plain LaTeX has no glyph for become `?`.
 *
 * @example latexText("50 % of ψ") // "50 \\% of $\\psi $"
 */
export function latexText(text: string): string {
  let result = "";
  for (const sign of text.normalize("NFC")) {
    if (sign <= "~") result += escapes[sign] ?? sign;
    else {
      const form = signForms(sign);
      if (form !== undefined) result += `$${form.latex}$`;
      else result += /[\u00a1-\u017f]/.test(sign) ? sign : "?";
    }
  }
  // `"` needs the T1 encoding under that name; a pair of apostrophes works everywhere.
  return result.replaceAll("\\textquotedbl{}", "''");
}
