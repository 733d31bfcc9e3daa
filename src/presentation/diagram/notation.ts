/** How symbols are written: with all signs of Unicode, with those of ASCII alone, or as LaTeX in math mode. */
export type Notation = "unicode" | "ascii" | "latex";

/** Signs that have another form in ASCII and in LaTeX. */
const signs: Readonly<Record<string, readonly [ascii: string, latex: string]>> = {
  "−": ["-", "-"],
  "·": ["*", "\\cdot "],
  "×": ["*", "\\times "],
  "±": ["+-", "\\pm "],
  "√": ["sqrt", "\\surd "],
  "†": ["dg", "^{\\dagger}"],
  "…": ["...", "\\ldots "],
  "⟩": [">", "\\rangle "],
  "⟨": ["<", "\\langle "],
  "∧": ["and", "\\land "],
  "∨": ["or", "\\lor "],
  "⊕": ["xor", "\\oplus "],
  "⊗": ["(x)", "\\otimes "],
  "¬": ["not ", "\\lnot "],
  "≠": ["!=", "\\ne "],
  "≤": ["<=", "\\le "],
  "≥": [">=", "\\ge "],
  "→": ["->", "\\to "],
  "∞": ["inf", "\\infty "],
  "²": ["^2", "^{2}"],
  "³": ["^3", "^{3}"],
  "₀": ["0", "_{0}"],
  "₁": ["1", "_{1}"],
  "₂": ["2", "_{2}"],
  "₃": ["3", "_{3}"],
};

const greek: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  iota: "ι",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  upsilon: "υ",
  phi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
  Gamma: "Γ",
  Delta: "Δ",
  Theta: "Θ",
  Lambda: "Λ",
  Xi: "Ξ",
  Pi: "Π",
  Sigma: "Σ",
  Phi: "Φ",
  Psi: "Ψ",
  Omega: "Ω",
};
const greekNames = new Map(Object.entries(greek).map(([name, letter]) => [letter, name]));

/** The Greek letter of a name such as `theta`, or nothing. */
export function greekLetter(name: string): string | undefined {
  return Object.hasOwn(greek, name) ? greek[name] : undefined;
}

/** The ASCII and the LaTeX form of one sign that is not ASCII, or nothing where none is known. */
export function signForms(sign: string): { readonly ascii: string; readonly latex: string } | undefined {
  const name = greekNames.get(sign);
  if (name !== undefined) return { ascii: name, latex: name === "epsilon" ? "\\varepsilon " : `\\${name} ` };
  if (!Object.hasOwn(signs, sign)) return undefined;
  return { ascii: signs[sign][0], latex: signs[sign][1] };
}

/**
 * Writes a text with ASCII signs only; accents are dropped, and signs without a known form become `?`.
 *
 * @example asciiText("Uψ†") // "Upsidg"
 */
export function asciiText(text: string): string {
  let result = "";
  for (const sign of text) {
    if (sign <= "~") result += sign;
    else result += signForms(sign)?.ascii ?? (sign.normalize("NFKD").replace(/[^ -~]/g, "") || "?");
  }
  return result;
}

/** A label on one line: white space and signs that do not print become single spaces. */
export function singleLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
