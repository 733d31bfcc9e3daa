import type { BinaryOperator, Expression, Parameter } from "./parameter.ts";
import { foldParameter } from "./parameters/fold-parameter.ts";

/** How tightly a piece of text binds: sums, products, signs, powers, and what needs no brackets. */
const sum = 1;
const product = 2;
const sign = 3;
const powers = 4;
const atom = 5;

interface Text {
  readonly text: string;
  readonly binding: number;
}

/**
 * Writes a parameter as it is written in OpenQASM 2, multiples of π by name.
 *
 * Reading the text gives the same value, bit for bit, for every number in it.
 *
 * @example formatParameter(plus(times(2, parameter("theta")), Math.PI / 2)) // "2*theta + pi/2"
 */
export function formatParameter(parameter: Parameter): string {
  return foldParameter<Text>(parameter, formatNumber, formatNode).text;
}

function formatNode(node: Expression, parts: readonly Text[]): Text {
  if (node.kind === "parameter") return { text: node.name, binding: atom };
  if (node.kind === "unary") {
    if (node.operator !== "-") return { text: `${node.operator}(${parts[0].text})`, binding: atom };
    return { text: `-${within(parts[0], atom)}`, binding: sign };
  }
  return formatBinary(node.operator, parts[0], parts[1]);
}

function formatBinary(operator: BinaryOperator, left: Text, right: Text): Text {
  switch (operator) {
    case "+":
    case "-":
      // A sign after a plus or minus is put in brackets: a + (-b).
      return {
        text: `${within(left, sum)} ${operator} ${within(right, right.text.startsWith("-") ? atom : product)}`,
        binding: sum,
      };
    case "*":
    case "/":
      return { text: `${within(left, product)}${operator}${within(right, atom)}`, binding: product };
    case "^":
      return { text: `${within(left, atom)}^${within(right, atom)}`, binding: powers };
  }
}

/** The text, in brackets unless it binds at least so tightly. */
function within({ text, binding }: Text, least: number): string {
  return binding >= least ? text : `(${text})`;
}

/** A multiple of π by a small fraction where it is exactly that in double precision, otherwise the shortest decimals. */
function formatNumber(value: number): Text {
  const size = Math.abs(value);
  for (const below of [1, 2, 3, 4, 5, 6, 8, 12, 16, 32, 64, 128, 256]) {
    const above = Math.round((size * below) / Math.PI);
    if (above < 1 || above > 1024 || (above * Math.PI) / below !== size) continue;
    const text = `${above === 1 ? "pi" : `${above}*pi`}${below === 1 ? "" : `/${below}`}`;
    if (value < 0) return { text: `-${text}`, binding: sign };
    return { text, binding: text === "pi" ? atom : product };
  }
  return { text: String(value), binding: value < 0 ? sign : atom };
}
