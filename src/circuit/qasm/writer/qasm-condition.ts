import type { CompareCondition, Condition } from "../../condition.ts";
import { foldCondition } from "../../conditions/fold-condition.ts";
import type { Register } from "../../register.ts";

/** Text, and the operator in it that is applied last; undefined for what needs no brackets. */
interface Piece {
  readonly text: string;
  readonly last?: string;
}

/**
 * Writes a condition in OpenQASM 3.
 *
 * Whole registers are compared as numbers; any other choice of bits is spelt out bit by bit.
 *
 * @example qasmCondition({ kind: "equals", bits: [0, 1], value: 2 }, [{ name: "c", start: 0, size: 2 }]) // "c == 2"
 */
export function qasmCondition(condition: Condition, registers: readonly Register[]): string {
  return foldCondition<Piece>(condition, (node, parts) => {
    switch (node.kind) {
      case "constant":
        return word(String(node.value));
      case "not":
        return word(`!${operand(parts[0])}`);
      case "and":
        return joined(parts, "&&");
      case "or":
        return joined(parts, "||");
      case "xor":
        return joined(parts, "!=");
      case "equals":
        return equality(node.bits, node.value, registers);
      case "compare":
        return comparison(node, registers);
    }
  }).text;
}

/** The register whose bits these are, all of them and in order. */
export function wholeRegister(bits: readonly number[], registers: readonly Register[]): Register | undefined {
  const register = registers.find(({ start, size }) => start === bits[0] && size === bits.length);
  return register !== undefined && bits.every((bit, k) => bit === register.start + k) ? register : undefined;
}

/** A bit as `register[index]`. */
export function bitName(bit: number, registers: readonly Register[]): string {
  const register = registers.find(({ start, size }) => bit >= start && bit < start + size) as Register;
  return `${register.name}[${bit - register.start}]`;
}

function equality(bits: readonly number[], value: number, registers: readonly Register[]): Piece {
  const register = bits.length > 1 ? wholeRegister(bits, registers) : undefined;
  if (register !== undefined) return { text: `${register.name} == ${value}`, last: "==" };
  if (bits.length === 0) return word("true");
  return bits
    .map((bit, k) => literal(bit, Math.floor(value / 2 ** k) % 2 === 1, registers))
    .reduce((left, right) => joined([left, right], "&&"));
}

function comparison({ bits, operator, value }: CompareCondition, registers: readonly Register[]): Piece {
  const register = bits.length > 1 ? wholeRegister(bits, registers) : undefined;
  if (register !== undefined) {
    return { text: `uint[${register.size}](${register.name}) ${operator} ${value}`, last: operator };
  }
  switch (operator) {
    case "<":
      return below(bits, value, false, registers);
    case "<=":
      return below(bits, value, true, registers);
    case ">":
      return inverted(below(bits, value, true, registers));
    case ">=":
      return inverted(below(bits, value, false, registers));
    case "!=":
      return value >= 2 ** bits.length ? word("true") : inverted(equality(bits, value, registers));
  }
}

/** Whether the number is below a value, or equal where that is wished: decided by the highest bit that differs. */
function below(
  bits: readonly number[],
  value: number,
  orEqual: boolean,
  registers: readonly Register[],
): Piece {
  if (value >= 2 ** bits.length) return word("true");
  let piece: Piece | boolean = orEqual;
  bits.forEach((bit, k) => {
    const zero = literal(bit, false, registers);
    const one = Math.floor(value / 2 ** k) % 2 === 1;
    if (piece === one) return;
    piece = typeof piece === "boolean" ? zero : joined([zero, piece], one ? "||" : "&&");
  });
  return typeof piece === "boolean" ? word(String(piece)) : piece;
}

function literal(bit: number, one: boolean, registers: readonly Register[]): Piece {
  return word(`${one ? "" : "!"}${bitName(bit, registers)}`);
}

function inverted(piece: Piece): Piece {
  if (piece.text === "true" || piece.text === "false") return word(String(piece.text === "false"));
  return word(`!${operand(piece)}`);
}

function joined([left, right]: readonly Piece[], sign: string): Piece {
  const first = left.last === sign && sign !== "!=" ? left.text : operand(left);
  return { text: `${first} ${sign} ${operand(right)}`, last: sign };
}

function operand({ text, last }: Piece): string {
  return last === undefined ? text : `(${text})`;
}

function word(text: string): Piece {
  return { text };
}
