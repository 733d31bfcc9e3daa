import { evaluate, isComplex, type Complex as MathComplex } from "mathjs";

/** A complex number as (real part, imaginary part). */
export type Complex = readonly [re: number, im: number];

/**
 * Evaluates a complex number as it is written in a header, by mathjs: digits, `i`, `pi`, `+ - * /`, brackets, `sqrt`, `exp`, …
 *
 * Errors: RangeError that shows the text and where it stops making sense.
 *
 * @example complexExpression("sqrt(1/8)*exp(i*pi/4)") // [0.25, 0.25]
 */
export function complexExpression(text: string): Complex {
  const refuse = (got: string): never => {
    throw new RangeError(
      `complexExpression: expected a complex number, got "${text}" (${got}); write it as sqrt(1/2)*exp(i*pi/4).`,
    );
  };
  let value: unknown;
  try {
    value = evaluate(text);
  } catch (error) {
    return refuse((error as Error).message);
  }
  const [re, im] = isComplex(value) ? [(value as MathComplex).re, (value as MathComplex).im] : [value, 0];
  if (typeof re !== "number" || !Number.isFinite(re) || !Number.isFinite(im)) {
    return refuse(`a value of type ${typeof value}`);
  }
  return [re, im];
}

/** The same for a value that must be real. */
export function realExpression(text: string): number {
  const [re, im] = complexExpression(text);
  if (im !== 0) {
    throw new RangeError(`realExpression: expected a real number, got "${text}"; leave out i.`);
  }
  return re;
}
