import type { BinaryOperator, UnaryOperator } from "../parameter.ts";

const functions: Record<UnaryOperator, (x: number) => number> = {
  // 0 − x keeps an angle of 0 from turning into −0.
  "-": (x) => 0 - x,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
};

const operations: Record<BinaryOperator, (x: number, y: number) => number> = {
  "+": (x, y) => x + y,
  "-": (x, y) => x - y,
  "*": (x, y) => x * y,
  "/": (x, y) => x / y,
  "^": (x, y) => x ** y,
};

/** Whether this names a function of one argument. */
export function isUnaryOperator(operator: unknown): operator is UnaryOperator {
  return typeof operator === "string" && Object.hasOwn(functions, operator);
}

/** Whether this names an operation on two arguments. */
export function isBinaryOperator(operator: unknown): operator is BinaryOperator {
  return typeof operator === "string" && Object.hasOwn(operations, operator);
}

/** The value of a function of a number. Errors: RangeError unless it is finite. */
export function applyUnary(operator: UnaryOperator, operand: number): number {
  return finite(functions[operator](operand), () => `${operator}(${operand})`);
}

/** The value of an operation on two numbers. Errors: RangeError unless it is finite. */
export function applyBinary(operator: BinaryOperator, left: number, right: number): number {
  return finite(operations[operator](left, right), () => `${left} ${operator} ${right}`);
}

function finite(value: number, term: () => string): number {
  if (!Number.isFinite(value)) {
    throw new RangeError(
      `expression: expected a finite value, got ${value} from ${term()}; check the numbers it is made of.`,
    );
  }
  return value;
}
