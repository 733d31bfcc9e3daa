/** A complex number as (real part, imaginary part). */
export type Complex = readonly [re: number, im: number];

/**
 * Evaluates a complex number as it is written in a header: digits, `i`, `pi`, `+ - * /`, brackets, `sqrt`, `exp`, `cos`, `sin`.
 *
 * Errors: RangeError that shows where the text stops making sense.
 *
 * @example complexExpression("sqrt(1/8)*exp(i*pi/4)") // [0.25, 0.25]
 */
export function complexExpression(text: string): Complex {
  const tokens = text.match(/\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|[a-z]+|\S/gi) ?? [];
  let next = 0;
  const refuse = (expected: string): never => {
    const got = tokens[next] ?? "the end";
    throw new RangeError(
      `complexExpression: expected ${expected}, got ${got} in "${text}"; write it as sqrt(1/2)*exp(i*pi/4).`,
    );
  };
  const take = (...wanted: string[]): string | undefined =>
    wanted.includes(tokens[next]) ? tokens[next++] : undefined;

  const sum = (): Complex => {
    let value = product();
    for (let sign = take("+", "-"); sign !== undefined; sign = take("+", "-")) {
      const [re, im] = product();
      value = sign === "+" ? [value[0] + re, value[1] + im] : [value[0] - re, value[1] - im];
    }
    return value;
  };
  const product = (): Complex => {
    let value = signed();
    for (let sign = take("*", "/"); sign !== undefined; sign = take("*", "/")) {
      const factor = signed();
      value = multiplied(value, sign === "*" ? factor : inverse(factor));
    }
    return value;
  };
  const signed = (): Complex => {
    if (take("-") === undefined) return atom();
    const [re, im] = signed();
    return [0 - re, 0 - im];
  };
  const atom = (): Complex => {
    if (take("(") !== undefined) {
      const value = sum();
      return take(")") === undefined ? refuse(")") : value;
    }
    if (take("i") !== undefined) return [0, 1];
    if (take("pi") !== undefined) return [Math.PI, 0];
    const name = take(...Object.keys(functions));
    if (name !== undefined) {
      if (tokens[next] !== "(") refuse("(");
      return functions[name](atom());
    }
    const number = Number(tokens[next] ?? Number.NaN);
    if (!Number.isFinite(number)) refuse("a number");
    next++;
    return take("i") === undefined ? [number, 0] : [0, number];
  };

  const value = sum();
  return next < tokens.length ? refuse("an operator") : value;
}

/** The same for a value that must be real. */
export function realExpression(text: string): number {
  const [re, im] = complexExpression(text);
  if (im !== 0) {
    throw new RangeError(`realExpression: expected a real number, got "${text}"; leave out i.`);
  }
  return re;
}

function multiplied([a, b]: Complex, [c, d]: Complex): Complex {
  return [a * c - b * d, a * d + b * c];
}

function inverse([re, im]: Complex): Complex {
  const square = re * re + im * im;
  return [re / square, -im / square];
}

const real =
  (f: (x: number) => number) =>
  ([re, im]: Complex): Complex => {
    if (im !== 0)
      throw new RangeError("complexExpression: expected a real argument, got one with i; use exp.");
    return [f(re), 0];
  };

const functions: Record<string, (argument: Complex) => Complex> = {
  sqrt: real(Math.sqrt),
  cos: real(Math.cos),
  sin: real(Math.sin),
  exp: ([re, im]) => [Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im)],
};
