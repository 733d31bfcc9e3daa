import type { BinaryOperator, Parameter, UnaryOperator } from "../../parameter.ts";
import { foldParameter } from "../../parameters/fold-parameter.ts";
import type { QasmVersion } from "./qasm-names.ts";
import { qasmNumber } from "./qasm-number.ts";

/** A piece of text, and how tightly it holds together: sum 1, product 2, sign 3, power 4, single word 5. */
interface Piece {
  readonly text: string;
  readonly level: number;
}

const levels: Record<BinaryOperator, number> = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 };

/** Functions whose name is another in OpenQASM 3. */
const names3: Partial<Record<UnaryOperator, string>> = {
  ln: "log",
  asin: "arcsin",
  acos: "arccos",
  atan: "arctan",
};

/**
 * Writes a parameter in OpenQASM, so that reading it gives the same expression.
 *
 * Versions differ: the power is `^` in 2 and `**` in 3, the natural logarithm `ln` and `log`.
 *
 * @example qasmExpression(plus(times(2, parameter("theta")), Math.PI / 2), 3, (name) => name) // "2.0*theta + pi/2"
 */
export function qasmExpression(
  parameter: Parameter,
  version: QasmVersion,
  nameOf: (name: string) => string,
): string {
  return foldParameter<Piece>(parameter, numberPiece, (node, [first, second]) => {
    if (node.kind === "parameter") return { text: nameOf(node.name), level: 5 };
    if (node.kind === "unary") {
      if (node.operator === "-") return { text: `-${held(first, 4)}`, level: 3 };
      const name = version === 3 ? (names3[node.operator] ?? node.operator) : node.operator;
      return { text: `${name}(${first.text})`, level: 5 };
    }
    const level = levels[node.operator];
    if (node.operator === "^") {
      const sign = version === 3 ? "**" : "^";
      return { text: `${held(first, 5)}${sign}${held(second, 5)}`, level };
    }
    const sign = level === 1 ? ` ${node.operator} ` : node.operator;
    // On the right an equal level groups the other way, and a sign would stand beside an operator.
    const right = second.text.startsWith("-") ? `(${second.text})` : held(second, level + 1);
    return { text: `${held(first, level)}${sign}${right}`, level };
  }).text;
}

function numberPiece(value: number): Piece {
  const text = qasmNumber(value);
  return { text, level: /[*/]/.test(text) ? 2 : text.startsWith("-") ? 3 : 5 };
}

function held({ text, level }: Piece, least: number): string {
  return level >= least ? text : `(${text})`;
}
