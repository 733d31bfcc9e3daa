import { foldTree } from "../../circuit/fold-tree.ts";
import type { Parameter } from "../../circuit/parameter.ts";
import { angleText } from "./angle-text.ts";
import { latexText } from "./latex-text.ts";
import { asciiText, greekLetter, type Notation, signForms } from "./notation.ts";

/** A text and how tightly its outermost operation binds: 1 sum, 2 product, 3 sign, 4 power, 5 a single thing. */
interface Piece {
  readonly text: string;
  readonly binding: number;
  /** Whether it starts with a letter, so that a number may stand right before it. */
  readonly letter: boolean;
}

/** Longer texts are cut: they are labels, and nested sharing could make them grow without end. */
const longest = 120;

/**
 * Writes a parameter for a drawing: numbers as fractions of π, names of Greek letters as letters.
 *
 * @example parameterText(plus(times(2, parameter("theta")), Math.PI / 2), "unicode") // "2θ + π/2"
 */
export function parameterText(parameter: Parameter, notation: Notation): string {
  if (typeof parameter === "number") return angleText(parameter, notation);
  return foldTree<Parameter, Piece>(
    parameter,
    (node) => {
      if (typeof node === "number" || node.kind === "parameter") return [];
      return node.kind === "unary" ? [node.operand] : [node.left, node.right];
    },
    (node, parts) => {
      const piece = written(node, parts, notation);
      return piece.text.length <= longest ? piece : { text: ellipsis(notation), binding: 5, letter: false };
    },
  ).text;
}

function written(node: Parameter, parts: readonly Piece[], notation: Notation): Piece {
  if (typeof node === "number") {
    const text = angleText(node, notation);
    const binding = node < 0 ? 3 : /[/*e×·]|\\cdot/.test(text) ? 2 : 5;
    return { text, binding, letter: /^[π\\p]/.test(text) };
  }
  if (node.kind === "parameter") return { text: nameText(node.name, notation), binding: 5, letter: true };
  if (node.kind === "unary") return unaryText(node.operator, parts[0], notation);
  return binaryText(node.operator, parts[0], parts[1], notation);
}

function unaryText(operator: string, operand: Piece, notation: Notation): Piece {
  if (operator === "-") {
    return { text: minus(notation) + wrapped(operand, 3), binding: 3, letter: false };
  }
  if (operator === "sqrt" && notation !== "ascii") {
    const text = notation === "latex" ? `\\sqrt{${operand.text}}` : `√${wrapped(operand, 5)}`;
    return { text, binding: 5, letter: notation === "latex" };
  }
  const name = operator.replace(/^a(?=sin|cos|tan)/, "arc");
  return { text: `${notation === "latex" ? `\\${name}` : name}(${operand.text})`, binding: 5, letter: true };
}

function binaryText(operator: string, left: Piece, right: Piece, notation: Notation): Piece {
  switch (operator) {
    case "+":
      return { text: `${left.text} + ${wrapped(right, 2)}`, binding: 1, letter: left.letter };
    case "-":
      return {
        text: `${left.text} ${minus(notation)} ${wrapped(right, 2)}`,
        binding: 1,
        letter: left.letter,
      };
    case "*": {
      const close = /^[\d.]+$/.test(left.text) && right.letter && notation !== "ascii";
      const dot = close ? "" : notation === "ascii" ? "*" : notation === "latex" ? " \\cdot " : "·";
      return { text: wrapped(left, 2) + dot + wrapped(right, 2), binding: 2, letter: left.letter };
    }
    case "/":
      return { text: `${wrapped(left, 2)}/${wrapped(right, 4)}`, binding: 2, letter: left.letter };
    default: {
      const exponent = notation === "latex" ? `{${right.text}}` : wrapped(right, 5);
      return { text: `${wrapped(left, 5)}^${exponent}`, binding: 4, letter: left.letter };
    }
  }
}

function wrapped(piece: Piece, least: number): string {
  return piece.binding < least ? `(${piece.text})` : piece.text;
}

function minus(notation: Notation): string {
  return notation === "unicode" ? "−" : "-";
}

function ellipsis(notation: Notation): string {
  return notation === "unicode" ? "…" : notation === "ascii" ? "..." : "\\ldots ";
}

/** `theta` as θ, `theta_1` and `theta1` with a lowered number where that can be written. */
function nameText(name: string, notation: Notation): string {
  const [, stem, index] = /^(.*?)_?(\d*)$/.exec(name) as RegExpExecArray;
  if (notation === "ascii") return asciiText(name);
  const letter = greekLetter(stem) ?? (stem.length === 1 ? stem : undefined);
  if (letter === undefined) return notation === "latex" ? `\\text{${latexText(name)}}` : name;
  if (notation === "latex") {
    const base = letter <= "~" ? letter : (signForms(letter)?.latex.trim() ?? `\\text{${latexText(letter)}}`);
    return index === "" ? (base.startsWith("\\") ? `${base} ` : base) : `${base}_{${index}}`;
  }
  return letter + [...index].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
}
