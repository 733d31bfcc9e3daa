import {
  type ComplexNumber,
  exponential,
  logarithm,
  negative,
  power,
  product,
  quotient,
  squareRoot,
  sum,
} from "./complex-number.ts";

/**
 * Evaluates a formula of Quirk, as it stands in matrices and in parametrised gates: numbers, fractions such as ½,
 * `i`, `e`, `pi`, `sqrt`, `exp`, `ln`, `sin`, `cos`, `tan`, `asin`, `acos`, `atan`, + − * / ^ and parentheses; a missing
 * operator is a product.
 *
 * Iterative (two stacks), so that no depth of parentheses exhausts the call stack.
 *
 * Errors: RangeError with the formula and what is wrong with it; formulas of the time `t` are refused by name.
 *
 * @example evaluateFormula("pi/2") // [1.5707963267948966, 0]
 */
export function evaluateFormula(text: string): ComplexNumber {
  const values: ComplexNumber[] = [];
  const waiting: (Operator | "(")[] = [];
  const refuse = (got: string): never => {
    throw new RangeError(
      `Quirk formula: expected numbers, constants and operators, got ${got} in "${shorten(text)}"; write a formula without time such as pi/2.`,
    );
  };
  const apply = (operator: Operator): void => {
    const last = values.pop() ?? refuse("an operator without a number");
    values.push(
      "unary" in operator
        ? operator.unary(last)
        : operator.binary(values.pop() ?? refuse("an operator without a number"), last),
    );
  };
  const applyDownTo = (rank: number): void => {
    for (
      let top = waiting.at(-1);
      top !== undefined && top !== "(" && top.rank >= rank;
      top = waiting.at(-1)
    ) {
      waiting.pop();
      apply(top);
    }
  };
  const pushBinary = (operator: Operator): void => {
    applyDownTo(operator.rank);
    waiting.push(operator);
  };

  let afterValue = false;
  for (const token of tokens(text, refuse)) {
    if (token === ")") {
      if (!afterValue) refuse('")" without a value before it');
      applyDownTo(Number.NEGATIVE_INFINITY);
      if (waiting.pop() !== "(") refuse('an unmatched ")"');
      continue;
    }
    if (typeof token === "object" && "binary" in token && afterValue) {
      pushBinary(token);
      afterValue = false;
      continue;
    }
    if (typeof token === "object" && "binary" in token) {
      if (token === minus) waiting.push(minusSign);
      else if (token !== plus) refuse("an operator without a number before it");
      continue;
    }
    if (afterValue) pushBinary(times);
    if (typeof token === "object" && "unary" in token) waiting.push(token);
    else if (token === "(") waiting.push("(");
    else values.push(token);
    afterValue = typeof token === "object" && !("unary" in token);
  }
  if (!afterValue) refuse(text.trim() === "" ? "nothing" : "its end after an operator");
  applyDownTo(Number.NEGATIVE_INFINITY);
  if (waiting.length > 0) refuse('an unmatched "("');
  const [result] = values;
  if (!Number.isFinite(result[0]) || !Number.isFinite(result[1])) refuse("a value that is not finite");
  return result;
}

type Operator =
  | { readonly rank: number; readonly binary: (a: ComplexNumber, b: ComplexNumber) => ComplexNumber }
  | { readonly rank: number; readonly unary: (a: ComplexNumber) => ComplexNumber };
type Token = ComplexNumber | Operator | "(" | ")";

const plus: Operator = { rank: 1, binary: sum };
const minus: Operator = { rank: 1, binary: (a, b) => sum(a, negative(b)) };
const times: Operator = { rank: 2, binary: product };
/** Quirk binds a sign and a function to the very next value, tighter than any operator between two. */
const minusSign: Operator = { rank: 5, unary: negative };

function realFunction(f: (x: number) => number): Operator {
  return { rank: 5, unary: ([re, im]) => (im === 0 ? [f(re), 0] : [Number.NaN, Number.NaN]) };
}

const words: Record<string, Token> = {
  "(": "(",
  ")": ")",
  "+": plus,
  "-": minus,
  "−": minus,
  "*": times,
  "·": times,
  "/": { rank: 2, binary: quotient },
  "^": { rank: 3, binary: power },
  i: [0, 1],
  e: [Math.E, 0],
  pi: [Math.PI, 0],
  π: [Math.PI, 0],
  sqrt: { rank: 5, unary: squareRoot },
  "√": { rank: 5, unary: squareRoot },
  exp: { rank: 5, unary: exponential },
  ln: { rank: 5, unary: logarithm },
  sin: realFunction(Math.sin),
  cos: realFunction(Math.cos),
  tan: realFunction(Math.tan),
  asin: realFunction(Math.asin),
  arcsin: realFunction(Math.asin),
  acos: realFunction(Math.acos),
  arccos: realFunction(Math.acos),
  atan: realFunction(Math.atan),
  arctan: realFunction(Math.atan),
  ...Object.fromEntries(
    ["½ 1 2", "⅓ 1 3", "⅔ 2 3", "¼ 1 4", "¾ 3 4", "⅕ 1 5", "⅖ 2 5", "⅗ 3 5", "⅘ 4 5", "⅙ 1 6", "⅚ 5 6"]
      .concat(["⅐ 1 7", "⅛ 1 8", "⅜ 3 8", "⅝ 5 8", "⅞ 7 8", "⅑ 1 9", "⅒ 1 10"])
      .map((line) => line.split(" "))
      .map(([sign, over, under]): [string, Token] => [sign, [Number(over) / Number(under), 0]]),
  ),
};

function* tokens(text: string, refuse: (got: string) => never): Generator<Token> {
  const pattern = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|([a-z_]+)|(\S))/gy;
  const lower = text.toLowerCase().trimEnd();
  while (pattern.lastIndex < lower.length) {
    const match = pattern.exec(lower) ?? refuse("unreadable text");
    const [, number, word, sign] = match;
    if (number !== undefined) {
      yield [Number(number), 0];
      continue;
    }
    const name = word ?? sign;
    if (name === "t") refuse("the time t");
    if (!Object.hasOwn(words, name)) refuse(`"${name}"`);
    yield words[name];
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
