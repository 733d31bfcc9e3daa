import { applyBinary, applyUnary } from "./parameters/apply-operator.ts";

/** A number, or an expression over named parameters that is bound later. Plain data. */
export type Parameter = number | Expression;

/** The functions of one argument that an expression may apply; angles are in radians, `ln` is the natural logarithm. */
export type UnaryOperator = "-" | "sin" | "cos" | "tan" | "exp" | "ln" | "sqrt" | "asin" | "acos" | "atan";

/** The operations on two arguments that an expression may apply; `^` is the power. */
export type BinaryOperator = "+" | "-" | "*" | "/" | "^";

/** A parameter by its name. */
export interface NamedParameter {
  readonly kind: "parameter";
  readonly name: string;
}

/** A function of one expression. */
export interface UnaryExpression {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Parameter;
}

/** An operation on two expressions. */
export interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Parameter;
  readonly right: Parameter;
}

/** An expression over named parameters. */
export type Expression = NamedParameter | UnaryExpression | BinaryExpression;

/** The names that mean something else in an expression: constants and functions of OpenQASM. */
const taken = new Set(
  "pi π tau τ euler ℇ sin cos tan exp ln log sqrt asin acos atan arcsin arccos arctan pow mod floor ceiling popcount rotl rotr U CX gphase ctrl negctrl inv measure reset barrier if else while for in gate qubit bit input output let const".split(
    " ",
  ),
);

/**
 * A parameter that gets its value later, by `bind`.
 *
 * Errors: RangeError for a name that is no identifier (letters, digits, _) or that means something else in OpenQASM.
 *
 * @example new Circuit(1).rx(times(2, parameter("theta")), 0).bind({ theta: 0.3 })
 */
export function parameter(name: string): NamedParameter {
  if (typeof name !== "string" || !isParameterName(name)) {
    throw new RangeError(
      `parameter: expected a name of letters, digits and _ that means nothing else, got ${JSON.stringify(name)}; choose a name such as theta.`,
    );
  }
  return { kind: "parameter", name };
}

/** Whether a parameter may have this name. */
export function isParameterName(name: string): boolean {
  return /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}_]*$/u.test(name) && !taken.has(name);
}

/**
 * Applies a function of one argument; numbers are evaluated at once, and −(−a) is a.
 *
 * Errors: RangeError where the value of a constant is not finite, such as ln 0.
 */
export function unaryExpression(operator: UnaryOperator, operand: Parameter): Parameter {
  if (typeof operand === "number") return applyUnary(operator, operand);
  if (operator === "-" && operand.kind === "unary" && operand.operator === "-") return operand.operand;
  return { kind: "unary", operator, operand };
}

/**
 * Applies an operation on two arguments; numbers are evaluated at once, and what adds 0 or multiplies by 0 or 1 is left out.
 *
 * Errors: RangeError where the value of a constant is not finite, such as 1/0.
 */
export function binaryExpression(operator: BinaryOperator, left: Parameter, right: Parameter): Parameter {
  if (typeof left === "number" && typeof right === "number") return applyBinary(operator, left, right);
  switch (operator) {
    case "+":
      if (left === 0) return right;
      if (right === 0) return left;
      break;
    case "-":
      if (left === 0) return negative(right);
      if (right === 0) return left;
      break;
    case "*":
      if (left === 0 || right === 0) return 0;
      if (left === 1) return right;
      if (right === 1) return left;
      if (left === -1) return negative(right);
      if (right === -1) return negative(left);
      break;
    case "/":
      if (right === 1) return left;
      if (right === -1) return negative(left);
      if (right === 0) return applyBinary("/", 1, 0);
      break;
    case "^":
      if (right === 1) return left;
      if (right === 0) return 1;
      break;
  }
  return { kind: "binary", operator, left, right };
}

/** −a. */
export function negative(a: Parameter): Parameter {
  // 0 − a keeps an angle of 0 from turning into −0.
  return typeof a === "number" ? 0 - a : unaryExpression("-", a);
}

/** a + b. */
export function plus(a: Parameter, b: Parameter): Parameter {
  return binaryExpression("+", a, b);
}

/** a − b. */
export function minus(a: Parameter, b: Parameter): Parameter {
  return binaryExpression("-", a, b);
}

/** a · b. */
export function times(a: Parameter, b: Parameter): Parameter {
  return binaryExpression("*", a, b);
}

/** a / b. */
export function over(a: Parameter, b: Parameter): Parameter {
  return binaryExpression("/", a, b);
}

/** a^b. */
export function power(a: Parameter, b: Parameter): Parameter {
  return binaryExpression("^", a, b);
}
